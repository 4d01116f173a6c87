/** The transforms in their order: on the Markdown tree, then on the HTML tree. */
import { codeBlocks, inlineCode } from './code.ts';
import { headingLinks, links, opening, steps, tableHeads, tables } from './frame.ts';

export const mdastPlugins = [opening, links, headingLinks, steps, tables, codeBlocks, inlineCode];
export const hastPlugins = [tableHeads];
