/**
 * What was found of a note, kept on the disk under a hash of all that it follows from: the note, what was recorded of it, the data
 * files, and the code that reads and checks. A build after a change reads one note anew; without this folder it finds the same.
 * `KEEP_CHECKS=no` leaves it alone.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { filesBelow } from '../content/files.ts';

const FOLDER = join(process.cwd(), 'node_modules/.cache/checks');
const isKept = process.env['KEEP_CHECKS'] !== 'no';

let code: string | undefined;

/** Stands for the program: every module and data file below src that may have a part in a check, the packages, and Node. */
function codeHash(): string {
  if (code !== undefined) return code;
  const sum = createHash('sha256').update(process.version);
  const root = process.cwd();
  for (const name of filesBelow(join(root, 'src')).filter((file) =>
    /^[^/]+\.ts$|^(?!client|pages).*\.(ts|json)$/.test(file),
  ))
    sum.update(`\0${name}\0`).update(readFileSync(join(root, 'src', name)));
  const lock = join(root, 'package-lock.json');
  code = sum.update(existsSync(lock) ? readFileSync(lock) : '').digest('hex');
  return code;
}

/** The hash of everything that a result follows from. */
export function keyOf(from: readonly string[]): string {
  const sum = createHash('sha256').update(codeHash());
  for (const text of from) sum.update(`\0${text.length}\0`).update(text);
  return sum.digest('hex');
}

/** What was kept under a name, if it was found for the same key. */
export function recall<T>(name: string, key: string): T | undefined {
  if (!isKept) return undefined;
  try {
    const bytes = readFileSync(join(FOLDER, name));
    if (bytes.subarray(0, key.length).toString('latin1') !== key) return undefined;
    return deserialize(bytes.subarray(key.length)) as T;
  } catch {
    // Never kept, or written by half: then it is found anew.
    return undefined;
  }
}

/** Keeps a result under a name, in place of what was there. */
export function keep(name: string, key: string, result: unknown): void {
  if (!isKept) return;
  const path = join(FOLDER, name);
  const own = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(own, Buffer.concat([Buffer.from(key, 'latin1'), serialize(result)]));
  renameSync(own, path);
}
