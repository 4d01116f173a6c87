/** The Markdown transforms in their order. */
import { codeBlocks, inlineCode } from './code.ts';
import { headingLinks, opening, steps, tables } from './frame.ts';

export const markdownPlugins = [opening, headingLinks, steps, tables, codeBlocks, inlineCode];
