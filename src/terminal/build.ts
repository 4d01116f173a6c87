/** After a build: the terminal program, and it with all its data as a package that npm takes by its address. Build-time only. */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { createTar } from 'nanotar';
import { bundleProgram } from '../after-build/bundle-program.ts';
import { filesBelow } from '../content/files.ts';
import { SITE } from '../site.ts';
import type { About } from './data.ts';

const HERE = import.meta.dirname;
const PACKAGE = JSON.parse(readFileSync(join(HERE, '../../package.json'), 'utf8')) as { name: string; version: string };
/** What the program reads, below the built site. */
const DATA = /^(?:pagefind\/|search\/(?:signatures\.json|steps\/)|terminal\/|[a-z0-9/-]+\.md$)/;
/** Byte of a gzip header that names the system it was made on: "unknown", so that all write the same. */
const GZIP_SYSTEM = { at: 9, unknown: 255 } as const;

/** Writes terminal/notes.mjs, about.json and notes.tgz into the built site. */
export function terminalProgram(): AstroIntegration {
  return {
    name: 'terminal-program',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        await mkdir(join(dist, 'terminal'), { recursive: true });
        await bundleProgram(join(HERE, 'main.ts'), join(dist, 'terminal/notes.mjs'), 'node');
        const about: About = {
          name: PACKAGE.name,
          version: PACKAGE.version,
          url: SITE.url ? SITE.url + SITE.base : '',
        };
        writeFileSync(join(dist, 'terminal/about.json'), JSON.stringify(about));
        writeFileSync(join(dist, 'terminal/notes.tgz'), packed(dist));
      },
    },
  };
}

function packed(dist: string): Buffer {
  const files = filesBelow(dist)
    .filter((file) => DATA.test(file) && file !== 'terminal/notes.tgz')
    .map((file) => ({
      name: `package/${file}`,
      data: new Uint8Array(readFileSync(join(dist, file))),
      attrs: { mtime: 0 },
    }));
  const description = {
    name: PACKAGE.name,
    version: PACKAGE.version,
    description: SITE.description,
    type: 'module',
    bin: { notes: 'terminal/notes.mjs' },
    engines: { node: '>=20' },
  };
  const own = { name: 'package/package.json', data: JSON.stringify(description), attrs: { mtime: 0 } };
  const packedBytes = gzipSync(createTar([own, ...files]), { level: 9 });
  packedBytes[GZIP_SYSTEM.at] = GZIP_SYSTEM.unknown;
  return packedBytes;
}
