import { expect, it } from 'vitest';
import { pathsOf } from '../../../src/content/paths.ts';

it('a path is read from its numbered rows', () => {
  const note = (id: string, text = '') => ({ id, url: `/docker/${id}/`, parsed: { text } });
  const path = note(
    'path-one',
    '| Step | Why |\n| --- | --- |\n| 1. [A](/docker/a/) | x |\n| 2. [B](/docker/b/#part) and [C](/docker/c/) | y |\n| see [D](/docker/d/) | z |\n',
  );
  const [found, ...others] = pathsOf([path, note('a'), note('b'), note('c'), note('d')]);
  expect(others).toEqual([]);
  expect(found?.path.id).toBe('path-one');
  expect(found?.steps.map(({ id }) => id)).toEqual(['a', 'b']);
});
