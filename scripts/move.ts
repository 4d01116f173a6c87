/**
 * `npm run move -- docker/copy-files docker/copy-in-and-out`: renames a note with what lies beside it and what was recorded of it,
 * redirects the old address, and writes the new one into every link. It changes files and commits nothing.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../src/content/files.ts';

/** A page as it is named here: topic and file name. */
const PAGE = /^[a-z0-9]+\/[a-z0-9]+(-[a-z0-9]+)*$/;

/** A text with the links to a page changed; an address of another site that ends alike is left alone. */
export function relink(text: string, from: string, to: string): string {
  return text.replaceAll(new RegExp(`(?<![\\w/.-])/${from}/`, 'g'), `/${to}/`);
}

/** redirects.yaml with one more entry in its place; entries that led to the old address lead to the new one. */
export function redirect(yaml: string, from: string, to: string): string {
  const lines = yaml
    .replaceAll(new RegExp(`(?<=to: '?)/${from}/`, 'g'), `/${to}/`)
    .split('\n')
    .filter(Boolean);
  const fromOf = (line: string): string => /from: '?([^',]+)/.exec(line)?.[1] ?? '';
  const at = lines.findIndex((line) => line.startsWith('-') && fromOf(line) > `/${from}/`);
  lines.splice(at < 0 ? lines.length : at, 0, `- { from: /${from}/, to: /${to}/ }`);
  return `${lines.join('\n')}\n`;
}

/** Files of a page, old path to new path, whether they are there or not. */
export function filesOf(from: string, to: string): [string, string][] {
  const beside = ['.mdx', '.asks.yaml', '.lab.yaml'].map((end): [string, string] => [
    `content/${from}${end}`,
    `content/${to}${end}`,
  ]);
  return [...beside, [`lab/recordings/${from}.yaml`, `lab/recordings/${to}.yaml`]];
}

function move(root: string, from: string, to: string): string[] {
  const did: string[] = [];
  for (const [old, now] of filesOf(from, to)) {
    if (!existsSync(join(root, old))) continue;
    mkdirSync(dirname(join(root, now)), { recursive: true });
    renameSync(join(root, old), join(root, now));
    if (old.startsWith('lab/'))
      writeFileSync(join(root, now), readFileSync(join(root, now), 'utf8').replace(`page: ${from}\n`, `page: ${to}\n`));
    did.push(`${old} -> ${now}`);
  }
  for (const path of filesBelow(join(root, 'content')).filter((name) => /\.(mdx|yaml)$/.test(name))) {
    const file = join(root, 'content', path);
    const text = readFileSync(file, 'utf8');
    const changed = path === 'redirects.yaml' ? redirect(text, from, to) : relink(text, from, to);
    if (changed === text) continue;
    writeFileSync(file, changed);
    did.push(`content/${path}`);
  }
  return did;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from = '', to = '', ...rest] = process.argv.slice(2);
  const root = join(import.meta.dirname, '..');
  const isNote = (page: string): boolean => existsSync(join(root, 'content', `${page}.mdx`));
  const fault =
    !PAGE.test(from) || !PAGE.test(to) || rest.length > 0
      ? 'write: npm run move -- docker/copy-files docker/copy-in-and-out'
      : !isNote(from)
        ? `there is no content/${from}.mdx`
        : isNote(to)
          ? `content/${to}.mdx is there already`
          : undefined;
  if (fault) {
    console.error(fault);
    process.exit(2);
  }
  console.log(move(root, from, to).join('\n'));
  console.log('\nNow: npm run check:content, then npm run build && npm run permalinks');
}
