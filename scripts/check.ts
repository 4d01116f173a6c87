/**
 * `npm run check -- FILE ...`: what is wrong with these files of content/, in two seconds or three. Ends with 1 if anything is
 * wrong, with 2 if a file is not there. `npm run check:content` asks the same of all, and what changed files break elsewhere.
 */
import { relative, sep } from 'node:path';
import { checkFiles } from '../src/checks/integration.ts';
import { wantedFiles } from './wanted-files.ts';
import { contentFiles, fileOf } from '../src/content/files.ts';
import { formatFindings } from '../src/lib/finding.ts';

const root = process.cwd();
const words = process.argv.slice(2).map((word) => (word.startsWith(root + sep) ? relative(root, word) : word));
// npm goes to the root of the project, and says where it was called.
const from = relative(root, process.env['INIT_CWD'] ?? root)
  .split(sep)
  .join('/');
const { files, faults } = wantedFiles(words, contentFiles().map(fileOf), from.startsWith('..') ? '' : from);
if (words.length === 0) faultsEnd(['no file is named; write: npm run check -- content/docker/copy-files.mdx']);
if (faults.length > 0) faultsEnd(faults);
const findings = await checkFiles(files);
if (findings.length > 0) {
  console.error(formatFindings(findings));
  process.exit(1);
}
console.log(`${files.join(', ')}: nothing wrong`);

function faultsEnd(lines: readonly string[]): never {
  console.error(lines.join('\n'));
  process.exit(2);
}
