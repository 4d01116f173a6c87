/** The whole site as one zip, with what is known of it. Runs as a worker; build-time only. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { filesBelow } from '../content/files.ts';
import { answer } from '../in-worker.ts';
import { keptByContent } from '../kept.ts';
import { type AboutZip, FILES } from './names.ts';

/** The first day that a zip can name: no clock is read, so that two builds are equal. */
const DAY = '1980-01-01T00:00:00';
/** What the zip leaves out: itself, the files beside it, and what serves hosts only. */
const LEFT_OUT =
  /^(offline\/(container-field-notes\.zip|about\.json)|terminal\/notes\.tgz|_headers$|_redirects$)|\.(br|gz)$/;

/** A zip of files that are read one by one, part after part. Node's own zlib packs them: a third of the time that a script takes. */
function zip(names: readonly string[], read: (name: string) => Uint8Array, write: (part: Uint8Array) => void): void {
  // Level 6: the next ones cost twice the time for a hundredth of the bytes.
  // Copied to its own length: zlib gives a part of 16 KB, which stays whole as long as the part is held.
  const packing = keptByContent('zip', (bytes) => new Uint8Array(deflateRawSync(bytes, { level: 6 })));
  const packed = new Zip((error, part) => {
    if (error) throw error;
    write(part);
  });
  for (const name of names) {
    const bytes = read(name);
    const file: ZipInputFile = {
      filename: name,
      size: bytes.length,
      crc: crc32(bytes),
      compression: 8,
      mtime: DAY,
      os: 3,
    };
    packed.add(file);
    file.ondata?.(null, packing.of(bytes), true);
  }
  packed.end();
  packing.keep();
}

/** The built site as a zip, its checksum as `sha256sum --check` reads it, and about.json. */
function writeZip(dist: string): void {
  const names = filesBelow(dist).filter((name) => !LEFT_OUT.test(name));
  mkdirSync(join(dist, 'offline'), { recursive: true });
  const sum = createHash('sha256');
  let bytes = 0;
  const file = openSync(join(dist, FILES.zip), 'w');
  zip(
    names,
    (name) => readFileSync(join(dist, name)),
    (part) => {
      sum.update(part);
      bytes += writeSync(file, part);
    },
  );
  closeSync(file);
  const sha256 = sum.digest('hex');
  const about: AboutZip = { bytes, sha256, files: names.length };
  writeFileSync(join(dist, `${FILES.zip}.sha256`), `${sha256}  container-field-notes.zip\n`);
  writeFileSync(join(dist, FILES.about), JSON.stringify(about));
}

answer(import.meta.filename, writeZip);
