/** Checks the content below the working folder and prints what was found, a hash of each note with its result, and how many notes were taken apart. */
import { createHash } from 'node:crypto';
import { checkContent, checkedNotes } from '../../src/checks/integration.ts';
import { readings } from '../../src/content/read-note.ts';

const findings = await checkContent();
const notes = (await checkedNotes()).map(({ note: { matter, ...note }, code, outputs }) => {
  const { lineOf, ...head } = matter;
  const all = {
    ...note,
    head,
    lines: [lineOf(['title']), lineOf(['errors', 1])],
    code,
    outputs: [...outputs.evidence, ...outputs.runs],
  };
  const text = JSON.stringify(all, (_, value: unknown) => (value === undefined ? 'not there' : value));
  return `${note.file} ${createHash('sha256').update(text).digest('hex')}`;
});
console.log(JSON.stringify({ findings, notes, read: readings() }));
