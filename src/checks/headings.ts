import type { ParsedNote } from '../content/read-note.ts';
import type { Finding } from '../lib/finding.ts';

/** Ids that the page's own frame uses. */
const TAKEN = ['main', 'topics', 'toc', 'values', 'values-hint', 'sources', 'related'];

/** Every h2 and h3 has an explicit, well-formed id of its own; other levels are not used. */
export function checkHeadings(source: ParsedNote): Finding[] {
  const { file } = source;
  const seen = new Map<string, number>();
  return source.sections.slice(1).flatMap(({ depth, title: text, id, line }): Finding[] => {
    if (depth !== 2 && depth !== 3)
      return [
        {
          file,
          line,
          found: `a heading of level ${depth}: ${text}`,
          allowed: 'levels 2 and 3',
          fix:
            depth === 1 ? 'the title in the front matter is the h1; make this an h2' : 'make it an h3, or a sentence',
        },
      ];
    if (text === '')
      return [
        {
          file,
          line,
          found: 'a heading without words',
          allowed: '## Words {#id}',
          fix: 'write what the section is about',
        },
      ];
    if (id === undefined)
      return [
        {
          file,
          line,
          found: `heading "${text}" without an id`,
          allowed: `an id that never changes, e.g. ${'#'.repeat(depth)} ${text} {#${slug(text)}}`,
          fix: 'write the id behind the heading',
        },
      ];
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
      return [
        {
          file,
          line,
          found: `heading id "${id}"`,
          allowed: 'lower-case letters, digits and single hyphens, a letter first',
          fix: `for example {#${slug(id)}}`,
        },
      ];
    if (TAKEN.includes(id))
      return [
        {
          file,
          line,
          found: `heading id "${id}", which the page's frame uses itself`,
          allowed: `anything but ${TAKEN.join(', ')}`,
          fix: 'choose another id',
        },
      ];
    const first = seen.get(id);
    if (first)
      return [
        {
          file,
          line,
          found: `heading id "${id}" a second time; the first is in line ${first}`,
          allowed: 'each id once on a page',
          fix: 'give this heading another id',
        },
      ];
    seen.set(id, line);
    return [];
  });
}

/** A short id from a heading's words. */
export function slug(text: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? ['section'];
  return words.slice(0, 4).join('-').replace(/^(\d)/, 's-$1');
}
