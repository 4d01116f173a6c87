import { readBlock, readSpan } from '../../../src/checks/commands/block.ts';
import { loadCommands } from '../../../src/checks/commands/grammar.ts';
import { checkTemplates } from '../../../src/checks/commands/templates.ts';

const parser = await loadCommands();

/** Calls and problems of a block. */
export const read = (code: string, lang = 'sh') => {
  const block = readBlock(parser, code, lang);
  return { ...block, problems: [...block.problems, ...checkTemplates(block.calls)] };
};

/** Paths of the calls in a block. */
export const paths = (code: string, lang = 'sh') => read(code, lang).calls.map(({ path }) => path);

/** Problems of a block, each in one line. */
export const problems = (code: string, lang = 'sh') =>
  read(code, lang).problems.map(({ line, found, fix }) => `${line + 1}: ${found} | ${fix}`);

/** Problems of inline code; undefined where it is no call. */
export const span = (code: string) => readSpan(parser, code)?.problems.map(({ found, fix }) => `${found} | ${fix}`);
