/** The project in a temporary folder with its content many times over, so that growth can be measured before it happens. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ASK_SLOTS, askWords } from '../../src/search/query/field-slots.ts';
import { TOPIC_IDS } from '../../src/topics.ts';

const PROJECT = join(import.meta.dirname, '../..');
/** What a build reads besides its packages. */
const READ = [
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
  'src',
  'content',
  'public',
  'deploy',
  'lab',
  'tests/search',
  'bin',
  'scripts',
  'LICENSE',
  'LICENSE-content',
];

/**
 * A folder that builds by itself, with at least so many notes: the project's own, and copies of them until it is enough. A copy has
 * a name, a title, messages and asks of its own, so that every check passes as it does on the original. Returns its path.
 */
export function multipliedProject(pages: number): { readonly folder: string; readonly notes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'many-notes-'));
  for (const name of READ)
    if (existsSync(join(PROJECT, name))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
    }
  // A folder of links, since Astro and Vite keep what they know beside the packages.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(PROJECT, 'node_modules')))
    if (!/^\.(?!bin)/.test(name)) symlinkSync(join(PROJECT, 'node_modules', name), join(folder, 'node_modules', name));
  const own = TOPIC_IDS.flatMap((topic) =>
    readdirSync(join(folder, 'content', topic))
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => join(topic, basename(name, '.mdx'))),
  );
  let notes = own.length;
  for (let copy = 2; notes < pages; copy += 1)
    for (const page of own.slice(0, pages - notes)) {
      writeCopy(folder, page, copy);
      notes += 1;
    }
  return { folder, notes };
}

/** Takes the folder away. */
export const removeProject = (folder: string): void => rmSync(folder, { recursive: true, force: true });

function writeCopy(folder: string, page: string, copy: number): void {
  const place = (name: string) => join(folder, 'content', name);
  const name = `${page}-copy-${copy}`;
  const [, head = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(place(`${page}.mdx`), 'utf8')) ?? [];
  writeFileSync(place(`${name}.mdx`), `---\n${headOf(head, copy)}\n---\n${body}`);
  for (const end of ['.asks.yaml', '.lab.yaml'])
    if (existsSync(place(page + end)))
      writeFileSync(
        place(name + end),
        end === '.asks.yaml'
          ? asksOf(readFileSync(place(page + end), 'utf8'), copy)
          : readFileSync(place(page + end), 'utf8'),
      );
  const recording = join(folder, 'lab/recordings', `${page}.yaml`);
  if (existsSync(recording))
    writeFileSync(
      join(folder, 'lab/recordings', `${name}.yaml`),
      readFileSync(recording, 'utf8').replace(/^page: .*/, `page: ${name}`),
    );
}

/** A front matter whose title, place and messages nobody else has; a state and an exit code belong to the original. */
function headOf(head: string, copy: number): string {
  const own = (message: string) =>
    message.replace(/\{[^}]*\}|[A-Za-z]{2,}/g, (word) => (word.startsWith('{') ? word : `${word}q${copy}`));
  return head
    .replace(/^(title: ["']?)/m, `$1Part ${copy}. `)
    .replace(/^order: (\d+)/m, (_, order: string) => `order: ${Number(order) + copy * 1000}`)
    .replace(/^(?:status|exitCodes?|exit|wraps): .*\n/gm, '')
    .replace(/^rows:\n(?: .*\n)*/m, (rows) =>
      rows.replace(
        /(, [A-Z -]+: )(?:'([^']*)'|([^'][^,}]*))/g,
        (_, column: string, quoted: string, plain: string) =>
          `${column}'q${copy} ${own(quoted ?? plain.trimEnd())}'${quoted === undefined ? ' ' : ''}`,
      ),
    )
    .replace(/^errors:\n(?: .*\n)*/m, (errors) =>
      errors.replace(
        /^( {2}- (?:text: )?)(['"]?)(.*?)(\2)$/gm,
        (_, lead: string, quote: string, text: string) => `${lead}${quote}${own(text)}${quote}`,
      ),
    );
}

let cut = 0;

/** Asks with a word of their own; one that would be too long with it is cut, and gets a word that no other has. */
const asksOf = (asks: string, copy: number): string =>
  asks.replace(/^( {2}- )(["']?)(.*?)\2$/gm, (_, lead: string, quote: string, ask: string) => {
    const isShort = askWords(ask).length < ASK_SLOTS;
    cut += 1;
    return `${lead}${quote}q${copy}z ${isShort ? ask : `${ask.split(' ')[0]} n${cut}`}${quote}`;
  });
