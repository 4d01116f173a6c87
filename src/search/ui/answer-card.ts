/** The first result as an answer: what the page says in short, and its command with a button to copy it. */

import type { Line } from '../../built-site/record.ts';
import type { FirstStep } from '../../error-matcher/first-step.ts';
import { filledText } from '../../error-matcher/values.ts';
import type { RecordText } from '../format/record-text.ts';
import { bestLine, spansOf } from '../query/excerpt.ts';
import { el, href } from './dom.ts';
import { pathOf, titleNodes } from './hits.ts';
import { proseNodes } from './pieces.ts';
import { keptValues } from './storage.ts';

type Keys = ReadonlySet<string>;

/** Characters of an answer; what is longer is read on the page. */
const MOST = 360;
/** Between the cells of a row. */
const CELLS = ' · ';

/** The card of a result; undefined where the record says nothing that could be shown. */
export function answerCard(
  text: RecordText,
  parts: readonly RecordText[],
  step: FirstStep | undefined,
  keys: Keys,
  hit: HTMLElement | undefined,
): HTMLElement | undefined {
  const inside = step ? stepNodes(step) : sectionNodes(text, parts, keys);
  if (inside.length === 0) return undefined;
  return el(
    'li',
    { class: 'hit answer' },
    el(
      'p',
      { class: 'hit-title' },
      el('a', { href: href(text.url), 'data-search-result': true }, ...titleNodes(text, keys)),
    ),
    pathOf(text),
    ...inside,
    // Other parts of the page that answer as well.
    hit?.querySelector('.hit-parts') ?? undefined,
  );
}

/** A row of a table: of a sheet its task, command and remark; of what replaced what the old line and the new one. */
function rowNodes(line: string, url: string): HTMLElement[] {
  const cells = line.split(CELLS).map((cell) => cell.trim());
  if (url.startsWith('/changes/')) {
    const [was = '', now = '', since = ''] = cells;
    return [
      el(
        'dl',
        { class: 'answer-change' },
        el('dt', {}, 'Was'),
        el('dd', { class: 'was' }, ...proseNodes(was)),
        el('dt', {}, 'Now'),
        el('dd', {}, ...proseNodes(now.replace(/ Why .*$/s, ''))),
        since && el('dt', {}, 'Since'),
        since && el('dd', {}, ...proseNodes(since)),
      ),
    ];
  }
  const command = cells.find((cell) => /^`[^`]+`$/.test(cell));
  const words = cells.filter((cell) => cell !== command && cell !== '');
  return [
    ...(words.length > 0 ? [el('p', { class: 'hit-text' }, ...proseNodes(words.join(': ')))] : []),
    ...(command ? [commandOf(command.slice(1, -1))] : []),
  ];
}

/** Of a fix its answer in short, and the first command. */
function stepNodes({ short, code }: FirstStep): HTMLElement[] {
  return [
    el('p', { class: 'hit-text' }, ...proseNodes(cut(filledText(short, keptValues())))),
    ...(code ? [commandOf(code)] : []),
  ];
}

/** Of a section its first sentence, and the command that holds most of what was asked for, or one of the page's other sections; of a reference the row. */
function sectionNodes({ lines, kind: sort, url }: RecordText, parts: readonly RecordText[], keys: Keys): HTMLElement[] {
  const row = sort === 'reference' ? bestLine(lines, keys)?.text : undefined;
  if (row?.includes(CELLS)) return rowNodes(row, url);
  const first = lines.find(({ kind, text }) => kind === 'text' && /[a-z] [a-z]/.test(text));
  const isCommand = ({ kind, text }: Line) => kind === 'code' && /^(?:sudo )?[a-z][\w.-]* \S/.test(text);
  const own = [lines, ...parts.map((part) => part.lines)].find((list) => list.some(isCommand)) ?? [];
  const commands = own.filter(isCommand);
  const held = (text: string) => spansOf(text, keys).length;
  const best = commands.reduce<(typeof commands)[number] | undefined>(
    (chosen, line) => (!chosen || held(line.text) > held(chosen.text) ? line : chosen),
    undefined,
  );
  return [
    ...(first ? [el('p', { class: 'hit-text' }, ...proseNodes(cut(first.text)))] : []),
    ...(best ? [commandOf(best.text)] : []),
  ];
}

/** A command with the values that the reader has typed on some page, and its button. */
function commandOf(code: string): HTMLElement {
  return el(
    'div',
    { class: 'hit-cmd' },
    el('code', {}, filledText(code, keptValues())),
    el('button', { type: 'button', class: 'copy', 'data-copy': 'code' }, 'Copy'),
  );
}

function cut(text: string): string {
  if (text.length <= MOST) return text;
  const end = Math.max(text.lastIndexOf('. ', MOST) + 1, text.lastIndexOf(' ', MOST));
  const short = text.slice(0, end);
  // Half a piece of code is none.
  return `${short.split('`').length % 2 === 0 ? short.slice(0, short.lastIndexOf('`')) : short}…`;
}
