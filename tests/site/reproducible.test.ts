import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../scripts/install.mjs';
import { DIST, filesOf } from './dist.ts';

const hashes = (folder: string) =>
  Object.fromEntries(
    filesOf(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );

it('a second build is equal byte for byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-build-'));
  try {
    expect(run('astro', ['build', '--silent', '--outDir', folder]).status).toBe(0);
    expect(hashes(folder)).toEqual(hashes(DIST));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);
