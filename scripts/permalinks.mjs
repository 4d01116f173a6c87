// npm run permalinks: adds the addresses of the built dist/ to content/permalinks.txt. Lines are only ever added.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf, readDist } from '../src/after-build/read-dist.ts';
import { permalinks } from '../src/content/data.ts';

const root = join(import.meta.dirname, '..');
const known = permalinks();
const all = [...new Set([...known, ...addressesOf(readDist(join(root, 'dist')))])].sort();
writeFileSync(join(root, 'content', 'permalinks.txt'), `${all.join('\n')}\n`);
console.log(`${all.length - known.length} addresses added, ${all.length} in all`);
