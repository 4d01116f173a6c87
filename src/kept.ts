/**
 * What was found of a note or of a built page, kept on the disk under a hash of all that it follows from: the text, what was
 * recorded of it, the data files, and the code that reads and checks. A build after a change reads one note anew; without this
 * folder it finds the same. `KEEP_CHECKS=no` leaves it alone. Build-time only.
 */
import { createHash, hash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writevSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

const FOLDER = join(process.cwd(), 'node_modules/.cache/kept');
const isKept = process.env['KEEP_CHECKS'] !== 'no';

let code: string | undefined;

/** Stands for the program: every module and data file below src that may have a part in a check, the packages, and Node. */
function codeHash(): string {
  if (code !== undefined) return code;
  const sum = createHash('sha256').update(process.version);
  const root = process.cwd();
  const modules = globSync(['src/**/*.{ts,json}', 'lab/*.ts'], { cwd: root }).map((name) => name.replaceAll('\\', '/'));
  for (const name of modules.filter((file) => !/^src\/(client|pages)\//.test(file)).sort())
    sum.update(`\0${name}\0`).update(readFileSync(join(root, name)));
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

/** Whether files are kept under a name for this key. */
export function isKeptUnder(name: string, key: string): boolean {
  try {
    return isKept && readFileSync(join(FOLDER, name, 'key'), 'latin1') === key;
  } catch {
    // Never kept, or written by half.
    return false;
  }
}

/** Keeps files under a name, in place of those that were there. */
export function keepFiles(name: string, key: string, paths: readonly string[]): void {
  if (!isKept) return;
  const folder = join(FOLDER, name);
  mkdirSync(folder, { recursive: true });
  // The key comes last: what was written by half has none.
  rmSync(join(folder, 'key'), { force: true });
  for (const [at, path] of paths.entries()) copyFileSync(path, join(folder, `${at}`));
  writeFileSync(join(folder, 'key'), key);
}

/** Puts files that were kept under a name where they belong. */
export function bringBack(name: string, paths: readonly string[]): void {
  for (const [at, path] of paths.entries()) {
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(join(FOLDER, name, `${at}`), path);
  }
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
  const file = openSync(own, 'w');
  writevSync(file, [Buffer.from(key, 'latin1'), serialize(result)]);
  closeSync(file);
  renameSync(own, path);
}

/** What `find` finds from some texts, or found from the same ones before; kept under a name. */
export function keptOrFound<T>(name: string, from: readonly string[], find: () => T): T {
  const key = keyOf(from);
  const known = recall<T>(name, key);
  if (known !== undefined) return known;
  const found = find();
  keep(name, key, found);
  return found;
}

/** What is made of many small contents, kept together by the hash of each; what nothing asked for is dropped. */
export function keptByContent(name: string, make: (bytes: Uint8Array) => Uint8Array<ArrayBuffer>) {
  const key = keyOf([name]);
  const before = recall<Map<string, Uint8Array<ArrayBuffer>>>(name, key);
  const now = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    of: (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
      const own = hash('sha1', bytes, 'base64');
      const made = before?.get(own) ?? now.get(own) ?? make(bytes);
      now.set(own, made);
      return made;
    },
    keep: () => keep(name, key, now),
  };
}
