/** Entries of data files that no page uses: nothing breaks by them, and nobody would ever find them. */
import { expect, it } from 'vitest';
import { changes, values } from '../../src/content/data.ts';
import { contentFile, contentFiles, parsedNotes } from '../../src/content/files.ts';

const notes = parsedNotes();
const shown = (component: string, attribute: string) =>
  new Set(
    notes.flatMap(({ components }) =>
      components.filter(({ name }) => name === component).map(({ attributes }) => attributes[attribute]),
    ),
  );

it('every placeholder of values.yaml is used', () => {
  const text = contentFiles()
    .filter((path) => /\.mdx$|^(examples|changes\.yaml)/.test(path))
    .map((path) => contentFile(path).text)
    .join('\n');
  const unused = values().filter(
    ({ name }) => !text.includes(`<${name}>`) && !new RegExp(`\\$\\{?${name}\\b`).test(text),
  );
  expect(unused.map(({ name }) => name)).toEqual([]);
});

it('every entry of changes.yaml is shown on a page of its subject', () => {
  const used = shown('Changed', 'id');
  expect(
    changes()
      .filter(({ id }) => !used.has(id))
      .map(({ id }) => id),
  ).toEqual([]);
});

it('every diagram is shown', () => {
  const used = shown('Figure', 'file');
  const files = contentFiles().filter((path) => path.startsWith('diagrams/'));
  expect(files.filter((path) => !used.has(path.slice('diagrams/'.length)))).toEqual([]);
});
