/** Every file below content/ is of a kind that something reads. Pure. */
import type { Finding } from '../lib/finding.ts';
import { TOPIC_IDS } from '../topics.ts';

const DATA =
  /^(values|changes|sources|redirects|pages\.asks)\.yaml$|^permalinks\.txt$|^(examples|diagrams|_templates)\//;

/** Files that are in no page, and nobody would notice; names that make a bad address. */
export function checkFileNames(files: readonly string[]): Finding[] {
  const notes = new Set(files);
  return files.flatMap((path): Finding[] => {
    if (DATA.test(path)) return [];
    const finding = (found: string, allowed: string, fix: string): Finding[] => [
      { file: `content/${path}`, line: 1, found, allowed, fix },
    ];
    const [, topic = '', name = '', kind] = /^([^/]+)\/(.+?)\.(mdx|asks\.yaml|lab\.yaml)$/.exec(path) ?? [];
    if (kind === undefined || !(TOPIC_IDS as readonly string[]).includes(topic))
      return finding(
        'a file that nothing reads',
        `content/<topic>/<name>.mdx, with <name>.asks.yaml beside it; topics: ${TOPIC_IDS.join(', ')}`,
        /\.(md|MDX|markdown)$/.test(path) ? 'let its name end in .mdx' : 'move it where its kind belongs, or remove it',
      );
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
      return finding(
        `the file name ${name}.${kind}`,
        'lower-case words joined by hyphens',
        `rename it to ${slug(name)}.${kind}`,
      );
    if (kind === 'mdx' && !notes.has(`${topic}/${name}.asks.yaml`))
      return finding(
        'a note without asks',
        `content/${topic}/${name}.asks.yaml beside it: what readers type who look for it`,
        'write three phrases or more under "page:", in words of a reader who does not know yours',
      );
    if (kind !== 'mdx' && !notes.has(`${topic}/${name}.mdx`))
      return finding('a file beside no note', `content/${topic}/${name}.mdx beside it`, 'give both the same name');
    return [];
  });
}

/** A name as an address holds it; empty where no letter and no digit is left. */
export function slug(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
