// npm run permalinks: adds the addresses of the built dist/ to content/permalinks.txt. Lines are only ever added, so a dist/ that a
// failed build left behind, or one older than a note, is refused: an id that was renamed meanwhile would be kept for ever.
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf, readDist } from '../src/built-site/read-dist.ts';
import { permalinks } from '../src/content/data.ts';
import { noteFiles } from '../src/content/files.ts';

const root = join(import.meta.dirname, '..');
const home = join(root, 'dist', 'index.html');
const built = existsSync(home) ? statSync(home).mtimeMs : 0;
const newer = noteFiles().filter((path) => statSync(join(root, 'content', path)).mtimeMs > built);
if (newer.length > 0) {
  console.error(
    `${built === 0 ? 'There is no dist/' : `content/${newer[0]} is newer than dist/`}: run npm run build first`,
  );
  process.exit(1);
}
const known = permalinks();
const all = [...new Set([...known, ...addressesOf(readDist(join(root, 'dist')))])].sort();
writeFileSync(join(root, 'content', 'permalinks.txt'), `${all.join('\n')}\n`);
console.log(`${all.length - known.length} addresses added, ${all.length} in all`);
