/** `npm run check:content [path ...]`: the rules on the notes and on their commands, for all files or those whose path holds a given text. */

import { formatFindings } from '../lib/finding.ts';
import { checkNotes } from './build.ts';
import { checkCommands } from './build-commands.ts';

const wanted = process.argv.slice(2);
const findings = [...checkNotes(), ...(await checkCommands())].filter(
  ({ file }) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
);
if (findings.length > 0) {
  console.error(formatFindings(findings));
  process.exit(1);
}
console.log('the content keeps the rules');
