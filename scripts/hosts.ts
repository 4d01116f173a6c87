/**
 * npm run hosts [-- FOLDER]: writes the configuration of nginx and Caddy from the table of headers and the list of old addresses
 * to deploy/, or for an image to another folder. BASE_PATH is heeded.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deployFiles } from '../src/after-build/hosts.ts';
import { redirects } from '../src/content/data.ts';
import { SITE } from '../src/site.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'deploy');
for (const [path, text] of Object.entries(deployFiles(redirects(), SITE.base))) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
