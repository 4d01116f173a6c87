/** `npm run check:content [part of a path ...]`: all checks of the content, for all files or those whose path holds a given text. */
import { formatFindings } from '../lib/finding.ts';
import { checkContent } from './integration.ts';

const wanted = process.argv.slice(2);
const findings = (await checkContent()).filter(
  ({ file }) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
);
if (findings.length > 0) {
  console.error(formatFindings(findings));
  process.exit(1);
}
console.log('The content keeps the rules.');
