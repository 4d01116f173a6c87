import { expect, test } from 'vitest';
import { readMarkdown, render, sectionOf, stepsOf, wrap } from '../../../src/terminal/markdown.ts';

const FIX = `# Title

In short: do \`this\`.

## Fix

1. Ask [who](/x/) has it.

   \`\`\`sh
   docker ps
   docker stop <CONTAINER>
   \`\`\`

   \`\`\`output
   a table
   \`\`\`

2. No command here.

## Check

\`\`\`sh
docker port <CONTAINER>
\`\`\`
`;

test('the steps of a fix are the items of its list, with what is to be run and without what is printed', () => {
  expect(stepsOf(readMarkdown(FIX))).toEqual([
    { text: 'Ask who has it.', commands: ['docker ps\ndocker stop <CONTAINER>'] },
    { text: 'No command here.', commands: [] },
  ]);
});

test('a fix without a list is one step, a page without a fix has none', () => {
  expect(stepsOf(readMarkdown('## Fix\n\nStart it.\n\n```sh\nx\n```\n\n## Check\n'))).toEqual([
    { text: 'Start it.', commands: ['x'] },
  ]);
  expect(stepsOf(readMarkdown('# Other\n\nText.'))).toEqual([]);
});

test('a section goes on to the next heading of its depth; a heading below is found within', () => {
  const source = '## A\n\none\n\n### B `c`\n\ntwo\n\n### D\n\nthree\n\n## E\n\nfour\n';
  const tree = readMarkdown(source);
  const text = (path: string[]) => render(sectionOf(tree, path) ?? [], source, 80).join('\n');
  expect(text(['A'])).toBe('## A\n\none\n\n### B `c`\n\ntwo\n\n### D\n\nthree');
  expect(text(['A', 'B c'])).toBe('### B `c`\n\ntwo');
  expect(sectionOf(tree, ['E', 'B c'])).toBeUndefined();
});

test('lists, quotes, code and tables keep their shape', () => {
  const source = '- one\n- two\n  more\n\n> **Lost**\n>\n> all\n\n```sh\nls\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n';
  expect(render(readMarkdown(source).children, source, 80)).toEqual([
    '- one',
    '- two more',
    '',
    '| Lost',
    '|',
    '| all',
    '',
    '    ls',
    '',
    '| a | b |',
    '| - | - |',
    '| 1 | 2 |',
  ]);
});

test('text is wrapped, but not inside code', () => {
  expect(wrap('one two `docker ps --all` three', 22)).toEqual(['one two', '`docker ps --all`', 'three']);
  expect(wrap('', 40)).toEqual([]);
  expect(wrap('a b', 2, '  ')).toEqual(['  a b']);
});
