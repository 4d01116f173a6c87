/** `npm run check:content [part of a path ...]`: all checks of the content, for all files or those whose path holds a given text. */
import { holdContent } from '../content/files.ts';
import { formatFindings } from '../lib/finding.ts';
import { howToRecord, untold } from './commands/help-lines.ts';
import { checkContent, checkedNotes } from './integration.ts';

const wanted = process.argv.slice(2);
holdContent();
const findings = (await checkContent()).filter(
  ({ file }) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
);
if (findings.length > 0) {
  console.error(formatFindings(findings));
  process.exit(1);
}
// Only who has the tool can record its help: the page does without the line until then.
for (const flag of untold((await checkedNotes()).flatMap(({ code }) => code.calls.map(({ call }) => call))))
  console.warn(`note: ${howToRecord(flag)}`);
console.log('The content keeps the rules.');
