/** What stood in a pasted message fills the commands of the fix that it leads to: by the names of its holes. */
import { expect, it } from 'vitest';
import { parsedNotes } from '../../src/content/files.ts';
import { matterOf } from '../../src/content/front-matter.ts';
import { placeholdersIn } from '../../src/content/placeholders.ts';
import { messagesOf } from '../../src/content/read-note.ts';
import { valuesOf } from '../../src/error-matcher/values.ts';

/** The kinds of thing that both a message and a command name; a hole called `name` after one of them says less than it knows. */
const KINDS = ['container', 'volume', 'network', 'job', 'secret', 'pod', 'node', 'deployment'];

const fixes = parsedNotes()
  .filter(({ topic }) => topic === 'troubleshooting')
  .map((note) => {
    const matter = matterOf(note.matter, 'troubleshooting');
    const holes = matter?.type === 'fix' ? matter.holes : {};
    const wanted = placeholdersIn(note.fences.map(({ code }) => code).join('\n')).map((name) => name.toLowerCase());
    const values = valuesOf(Object.fromEntries(Object.entries(holes).map(([name, value]) => [name, String(value)])));
    return { note, holes, wanted, filled: wanted.filter((name) => values[name] !== undefined) };
  });

/** Messages in which `{name}` follows the word for a thing that a command of the page wants. */
const vague = (texts: readonly string[], wanted: readonly string[]): string[] =>
  texts.filter((text) =>
    KINDS.some((kind) => wanted.includes(kind) && new RegExp(`\\b${kind} ["']?\\{name\\}`, 'i').test(text)),
  );

it('fixes whose commands take values get some from the message, where it has any', () => {
  const able = fixes.filter(({ wanted, holes }) => wanted.length > 0 && Object.keys(holes).length > 0);
  const filled = able.filter((fix) => fix.filled.length > 0).length;
  console.log(`${filled} of ${able.length} fixes with holes and placeholders are filled in part`);
  expect(filled).toBeGreaterThanOrEqual(118);
});

it('no message calls {name} what a command of its fix calls by its kind', () => {
  expect(
    fixes.flatMap(({ note, wanted }) =>
      vague(
        messagesOf(note).map(({ text }) => text),
        wanted,
      ).map((text) => `${note.id}: ${text}`),
    ),
  ).toEqual([]);
  expect(
    vague(['network {name} has active endpoints', 'volume {volume} is in use'], ['network', 'volume']),
  ).toHaveLength(1);
});
