import { expect, it } from 'vitest';
import { filesBelow, holdContent, whileHeld } from '../../../src/content/files.ts';

it('what is found while the content is held is found once, and anew after the next change', () => {
  let times = 0;
  const find = () => whileHeld('times', () => (times += 1));
  expect([find(), find()]).toEqual([1, 2]);
  holdContent();
  expect([find(), find()]).toEqual([3, 3]);
  holdContent();
  expect(find()).toBe(4);
});

it('nothing found is an answer too', () => {
  holdContent();
  let times = 0;
  const find = () =>
    whileHeld('nothing', () => {
      times += 1;
      return undefined;
    });
  expect([find(), find(), times]).toEqual([undefined, undefined, 1]);
});

it('files are listed by their paths, sorted, folders within folders too; none where there is no folder', () => {
  const files = filesBelow('src/content');
  expect(files).toContain('schema/front-matter.ts');
  expect(files).toEqual([...files].sort());
  expect(filesBelow('src/nowhere')).toEqual([]);
});
