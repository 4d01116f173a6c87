/** `npm run bench <name>`: performance and quality, printed as tables. Nothing here fails a build; the tests hold the floors. */
import { readdirSync } from 'node:fs';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace(/\.ts$/, ''));
const asked = process.argv[2] ?? '';
if (!names.includes(asked)) {
  console.error(`npm run bench takes one of: ${names.join(', ')}`);
  process.exit(1);
}
await import(`./${asked}.ts`);
