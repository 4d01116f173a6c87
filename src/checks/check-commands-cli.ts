/** `node src/commands/check.ts [part-of-a-path ...]`: prints what is wrong with the commands and files of the notes; exit 1 on findings. */

import { formatFindings } from '../lib/finding.ts';
import { checkCommands } from './build-commands.ts';

const wanted = process.argv.slice(2);
const findings = (await checkCommands()).filter(
  ({ file }) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
);
if (findings.length > 0) {
  console.error(formatFindings(findings));
  process.exit(1);
}
console.log('every command and file of the notes passes');
