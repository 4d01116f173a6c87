/** A reader who opened a page before a release still loads its files after it: the next release carries them along. Build-time only. */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../content/files.ts';
import { isHashed } from '../lib/headers.ts';

/** Lists a release's own files with a hash in their name, so that what it carried itself is not carried for ever. */
export const LIST = '_hashed.txt';

/** The list for the files of a folder, by their paths there: each script and style, and the folder of the index as one. */
export const hashedList = (files: readonly string[]): string =>
  [...new Set(files.filter((file) => isHashed(`/${file}`)).map((file) => file.replace(/^(pagefind\/[^/]+\/).*/, '$1')))]
    .map((entry) => `${entry}\n`)
    .join('');

/** Copies the own hashed files of a release before into a new one, packed ones too; returns how many it lacked. */
export function carryOver(before: string, after: string): number {
  if (!existsSync(join(before, LIST))) return 0;
  const own = readFileSync(join(before, LIST), 'utf8').split('\n').filter(Boolean);
  const gone = filesBelow(before).filter(
    (file) =>
      own.some((entry) => (entry.endsWith('/') ? file.startsWith(entry) : file.replace(/\.(br|gz)$/, '') === entry)) &&
      isHashed(`/${file}`) &&
      !existsSync(join(after, file)),
  );
  for (const file of gone) {
    mkdirSync(dirname(join(after, file)), { recursive: true });
    copyFileSync(join(before, file), join(after, file));
  }
  return gone.length;
}
