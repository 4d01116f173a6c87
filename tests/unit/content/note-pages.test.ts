import { expect, it } from 'vitest';
import { notePages } from '../../../src/content/note-pages.ts';
import { getNotes } from '../../../src/content/notes.ts';

const pages = notePages(getNotes());

it('a page holds of other notes their addresses and titles, and of relatives what they say', () => {
  const keys = new Set<string>();
  for (const { others } of pages)
    JSON.stringify(others, (key, value: unknown) => {
      if (value !== null && typeof value === 'object' && 'url' in value)
        keys.add(`${key === '' || /\d/.test(key) ? 'in a list' : key}: ${Object.keys(value).sort().join(' ')}`);
      return value;
    });
  expect([...keys].sort()).toEqual([
    'in a list: description title url',
    'in a list: title url',
    'next: title url',
    'path: title url',
    'previous: title url',
  ]);
});

it('knows what stands before and after, what is related, and the paths', () => {
  const of = (url: string) => pages.find(({ note }) => note.url === url)!;
  const [one, two] = pages;
  expect(one?.others.previous).toBeUndefined();
  expect(one?.others.next).toEqual({ url: two?.note.url, title: two?.note.title });
  expect(two?.others.previous?.url).toBe(one?.note.url);
  const fix = pages.find(({ note }) => (note.fix?.related?.length ?? 0) > 1)!;
  expect(fix.others.beside).toBeUndefined();
  expect(fix.others.related.map(({ url }) => url)).toEqual(
    fix.note.fix?.related?.map((id) => `/troubleshooting/${id}/`),
  );
  expect(of('/docker/clean-up/').others.beside?.fixes.length).toBeGreaterThan(0);
  expect(pages.some(({ others }) => others.paths.some(({ at, steps }) => steps[at] !== undefined))).toBe(true);
});

it('holds as much of others where ten times as many are beside it', () => {
  const notes = getNotes().filter(({ topic }) => topic === 'troubleshooting');
  const many = notes.flatMap((note) => Array.from({ length: 10 }, (_, at) => ({ ...note, id: `${note.id}-${at}` })));
  const most = (list: typeof notes) =>
    Math.max(...notePages(list).map(({ others }) => JSON.stringify(others.groups).length));
  // A count may have another digit in each section.
  expect(most(many)).toBeLessThan(most(notes) * 1.5);
});
