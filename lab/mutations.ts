/** Random edits of output blocks, to see that the check catches them. Pure. */
import { isCut } from '../src/recordings/match.ts';
import { CUT_ID, normalise, sameLine } from '../src/recordings/normalise.ts';

/** A small generator, the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** One edit of a block: a letter or a digit changed, a line left out, doubled, exchanged or made up; undefined when it would change nothing. */
export function mutate(lines: readonly string[], random: () => number, inPart = false): string[] | undefined {
  const pick = (count: number): number => Math.floor(random() * count);
  const at = pick(lines.length);
  const line = lines[at] ?? '';
  const after = lines[at + 1];
  if (isCut(line) || line.trim() === '') return undefined;
  // Lines that are equal but for their times are one: which of them is left out cannot be told.
  const beyond = (step: 1 | -1): string | undefined => {
    let place = at + step;
    while (lines[place] !== undefined && normalise(lines[place]!) === normalise(line)) place += step;
    return lines[place];
  };
  const nextToCut = inPart || [beyond(-1), beyond(1)].some((other) => other !== undefined && isCut(other));
  switch (pick(6)) {
    case 0:
      // Beside a cut, or where the title says so, a line may be left out: it is one of those that are.
      return nextToCut ? undefined : lines.filter((_, index) => index !== at);
    case 1:
      return [...lines.slice(0, at), 'this line was never printed', ...lines.slice(at)];
    case 2:
      return nextToCut ? undefined : [...lines.slice(0, at), line, ...lines.slice(at)];
    case 3:
      return inPart ||
        after === undefined ||
        after.trim() === '' ||
        isCut(after) ||
        normalise(after) === normalise(line)
        ? undefined
        : [...lines.slice(0, at), after, line, ...lines.slice(at + 2)];
    default: {
      const where = pick(line.length);
      const char = line[where] ?? '';
      if (!/[A-Za-z0-9]/.test(char)) return undefined;
      const other = /\d/.test(char) ? String((Number(char) + 1 + pick(8)) % 10) : char === 'q' ? 'x' : 'q';
      const edited = line.slice(0, where) + other + line.slice(where + 1);
      // An id, a time or a size may be another one.
      return normalise(edited) === normalise(line) ||
        sameLine(edited, line) ||
        edited.replace(CUT_ID, '') === line.replace(CUT_ID, '')
        ? undefined
        : lines.map((one, index) => (index === at ? edited : one));
    }
  }
}
