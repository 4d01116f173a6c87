/** The panel of a message that is known: the fix with its first command, then the log, then what else stands in it. */
import type { FirstStep } from '../../error-matcher/first-step.ts';
import type { PasteMatch } from '../../error-matcher/types.ts';
import { fillCommand, filledText, valuesOf } from '../../error-matcher/values.ts';
import { el, href } from './dom.ts';
import { count } from './labels.ts';
import { proseNodes } from './pieces.ts';
import { keptValues } from './storage.ts';

/** Lines shown before and after the first line that matched. */
const AROUND = 3;
const MOST_LINES = 12;

/** The panel for at least one match, the one to begin with first; `step` is what its fix says first. */
export function panelOf(text: string, matches: readonly PasteMatch[], step?: FirstStep): HTMLElement[] {
  const [first, ...others] = matches;
  if (!first) return [];
  const lines = text.trimEnd().split('\n');
  return [
    group(headingOf(first, others, lines.length), sureness(first.confidence), matchOf(first, matches, step)),
    ...(lines.length > 1 || text.length > 60 ? [pasteOf(lines, first)] : []),
    ...(others.length > 0
      ? [
          group(
            lines.length > 1 ? 'Also in this log' : 'Or',
            String(others.length),
            ...others.map((other) => matchOf(other, matches)),
          ),
        ]
      : []),
  ];
}

function group(title: string, counted: string, ...items: readonly HTMLElement[]): HTMLElement {
  return el(
    'section',
    { class: 'group' },
    el('h2', {}, title, ' ', el('span', { class: 'count' }, counted)),
    el('ul', {}, ...items),
  );
}

/** With several messages the first is the one to begin with, and the heading says so. */
function headingOf(first: PasteMatch, others: readonly PasteMatch[], lines: number): string {
  if (others.length > 0 && first.role === 'cause') return 'Fix this first';
  return lines > 1 ? `Line ${first.line}` : 'This message';
}

function matchOf(match: PasteMatch, matches: readonly PasteMatch[], step?: FirstStep): HTMLElement {
  const first = match === matches[0];
  return el(
    'li',
    { class: first ? 'hit is-active' : 'hit' },
    el(
      'p',
      { class: 'hit-title' },
      el('a', { href: href(match.url), 'data-search-result': true, 'data-match': 'error' }, match.title),
    ),
    el(
      'p',
      { class: 'hit-path' },
      el('span', { class: 'hit-kind' }, 'Fix'),
      ` Line ${match.line}${roleOf(match, matches)}`,
    ),
    ...(step ? stepNodes(step, match) : []),
    !step?.code && valueNodes(match),
  );
}

/** What a match is beside the others: what became of the first one, or a warning that stops nothing. */
function roleOf({ role, because }: PasteMatch, matches: readonly PasteMatch[]): string {
  if (role === 'warning') return ': a warning, it stops nothing';
  if (role === 'cause') return '';
  const cause = matches.find(({ id }) => id === because);
  return cause
    ? `: because of “${cause.title}”`
    : ': only says what became of it; look for the cause in another message';
}

function stepNodes({ short, step, code }: FirstStep, { holes }: PasteMatch): HTMLElement[] {
  const values = { ...keptValues(), ...valuesOf(holes) };
  const pieces = fillCommand(code ?? '', values);
  const answer = filledText(short, values);
  return [
    el('p', { class: 'hit-text' }, ...proseNodes(code && step ? step : answer)),
    ...(code
      ? [
          el(
            'div',
            { class: 'hit-cmd' },
            el(
              'code',
              {},
              ...pieces.map(({ text, filled }) => (filled ? el('mark', {}, text) : document.createTextNode(text))),
            ),
            el('button', { type: 'button', class: 'copy', 'data-copy': 'code' }, 'Copy'),
          ),
          el('p', { class: 'hit-text' }, ...proseNodes(answer)),
        ]
      : []),
  ];
}

function valueNodes(match: PasteMatch): HTMLElement | undefined {
  const values = Object.entries(match.holes)
    .filter(([, value]) => value.trim() !== '')
    .slice(0, 6);
  if (values.length === 0) return undefined;
  return el(
    'p',
    { class: 'hit-text' },
    ...values
      .flatMap(([name, value], index) => [
        index > 0 && ', ',
        `${name.replaceAll(/[-_]/g, ' ')} `,
        el('code', {}, shorten(value)),
      ])
      .filter((child) => child !== false),
  );
}

function pasteOf(lines: readonly string[], match: PasteMatch): HTMLElement {
  const at = match.line - 1;
  const from = lines.length <= MOST_LINES ? 0 : Math.max(0, at - AROUND);
  const to = lines.length <= MOST_LINES ? lines.length : Math.min(lines.length, at + AROUND + 1);
  const shown = lines
    .slice(from, to)
    .map((line, index) =>
      from + index === at
        ? el('span', { class: 'ln matched', 'data-line': from + index + 1 }, ...matchedNodes(match))
        : el('span', { class: 'ln', 'data-line': from + index + 1 }, shorten(line, 400)),
    );
  return el(
    'details',
    // On a phone the answer comes first, and what was pasted is known.
    { class: 'group', open: matchMedia('(min-width: 48rem)').matches },
    el(
      'summary',
      {},
      lines.length > 1 ? 'Your log' : 'Your message',
      ' ',
      el('span', { class: 'count' }, 'stays in this browser'),
    ),
    el(
      'pre',
      {
        class: 'paste',
        tabindex: 0,
        role: 'group',
        'aria-label':
          lines.length > 1 ? `${count(lines.length, 'pasted line')}, line ${match.line} matched` : 'Pasted message',
      },
      el('code', {}, ...shown),
    ),
  );
}

function matchedNodes({ lineText, spans }: PasteMatch): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start < at) continue;
    nodes.push(document.createTextNode(lineText.slice(at, start)), el('mark', {}, lineText.slice(start, end)));
    at = end;
  }
  nodes.push(document.createTextNode(lineText.slice(at)));
  return nodes;
}

const sureness = (confidence: number) =>
  confidence > 0.9 ? 'exact match' : confidence > 0.7 ? 'close match' : 'likely match';
const shorten = (text: string, most = 80) => (text.length > most ? `${text.slice(0, most)}…` : text);
