/** The built site as tests read it: every page with its elements. */
import { join } from 'node:path';
import { type BuiltPage, readDist } from '../../src/after-build/read-dist.ts';
import { filesBelow } from '../../src/content/files.ts';
import { attr, type Element, elementsIn, rawText } from '../../src/lib/html.ts';

export const DIST = join(import.meta.dirname, '../../dist');
export { attr as attribute, type Element, rawText as textOf };

export interface Page extends BuiltPage {
  readonly elements: readonly Element[];
}

export const filesOf = (folder = DIST): string[] => filesBelow(folder);

export const readPages = (): Page[] => readDist(DIST).map((page) => ({ ...page, elements: elementsIn(page.document) }));
