/** The lines of help beside the recorded trees: for what notes use, of the same releases. */
import { expect, it } from 'vitest';
import { flagsOf, howToRecord, LINES, untold } from '../../src/checks/commands/help-lines.ts';
import { TREES } from '../../src/checks/commands/tools.ts';
import { checkedNotes } from '../../src/checks/integration.ts';

const calls = (await checkedNotes()).flatMap(({ code }) => code.calls.map(({ call }) => call));

it('nearly every flag of the notes has its line; a new one may wait for somebody who has the tool', () => {
  const used = new Set(calls.flatMap(flagsOf).map(({ owner, name }) => `${owner} ${name}`));
  const missing = untold(calls);
  for (const flag of missing) console.warn(howToRecord(flag));
  expect(used.size).toBeGreaterThan(500);
  expect(missing.length, 'flags without a line').toBeLessThanOrEqual(used.size / 50);
});

it('every command of the notes says what it does and how it is written', () => {
  const without = calls.filter(({ tool, path }) => !LINES[tool]?.commands[path]?.says);
  // `docker system dial-stdio` is hidden by docker, and an engine's own business.
  expect([...new Set(without.map(({ path }) => path))]).toEqual(['docker system dial-stdio']);
});

it('they are of the releases whose trees are stored, and describe nothing that these do not have', () => {
  for (const [tool, { version, commands }] of Object.entries(LINES)) {
    const tree = TREES[tool];
    expect(version, tool).toBe(tree?.version);
    const strange = Object.entries(commands).flatMap(([path, { flags = {} }]) => {
      const known = [...(tree?.commands[path]?.flags ?? []), ...(path === tree?.command ? (tree?.global ?? []) : [])];
      if (path !== tree?.command && !tree?.commands[path]) return [path];
      return Object.keys(flags).flatMap((name) =>
        known.some((flag) => flag.split(/[ =[]/).includes(name)) ? [] : [`${path} ${name}`],
      );
    });
    expect(strange).toEqual([]);
  }
});
