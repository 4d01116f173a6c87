/** npm run keep -- OLD [NEW]: carries the hashed files of a release before into dist/ or another folder, for pages that are open. */
import { join } from 'node:path';
import { carryOver } from '../src/after-build/keep.ts';

const [before, after = join(import.meta.dirname, '..', 'dist')] = process.argv.slice(2);
if (before === undefined) {
  console.error('npm run keep -- OLD [NEW]: OLD is the folder of the release before');
  process.exit(2);
}
console.log(`${carryOver(before, after)} files of the release before are kept`);
