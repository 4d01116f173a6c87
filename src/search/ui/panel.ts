/** The panel of a pasted message: its lines with the one that matched, the fix, what its variable parts were. */
import type { PasteMatch } from '../../error-matcher/types.ts';
import { el, href } from './dom.ts';
import { count } from './labels.ts';

/** Lines shown before and after the first line that matched. */
const AROUND = 3;
const MOST_LINES = 12;
const MOST_OTHERS = 4;

/** The panel for at least one match, best first. */
export function panelOf(text: string, matches: readonly PasteMatch[]): HTMLElement[] {
  const [first, ...others] = matches;
  if (!first) return [];
  const lines = text.split('\n');
  return [
    ...(lines.length > 1 || text.length > 60 ? [pasteOf(lines, first)] : []),
    el(
      'section',
      { class: 'group' },
      el(
        'h2',
        {},
        lines.length > 1 ? `Line ${first.line}` : 'This message',
        ' ',
        el('span', { class: 'count' }, sureness(first.confidence)),
      ),
      el('ul', {}, matchOf(first, true)),
    ),
    ...(others.length > 0
      ? [
          el(
            'section',
            { class: 'group' },
            el(
              'h2',
              {},
              lines.length > 1 ? 'Also in this log' : 'Or',
              ' ',
              el('span', { class: 'count' }, String(Math.min(others.length, MOST_OTHERS))),
            ),
            el('ul', {}, ...others.slice(0, MOST_OTHERS).map((other) => matchOf(other, false))),
          ),
        ]
      : []),
  ];
}

function matchOf(match: PasteMatch, first: boolean): HTMLElement {
  const holes = Object.entries(match.holes)
    .filter(([, value]) => value.trim() !== '')
    .slice(0, 6);
  return el(
    'li',
    { class: first ? 'hit is-active' : 'hit' },
    el(
      'p',
      { class: 'hit-title' },
      el('a', { href: href(match.url), 'data-search-result': true, 'data-match': 'error' }, match.title),
    ),
    el('p', { class: 'hit-path' }, el('span', { class: 'hit-kind' }, 'Fix'), ` Line ${match.line}`),
    holes.length > 0 &&
      el(
        'p',
        { class: 'hit-text' },
        ...holes
          .flatMap(([name, value], index) => [
            index > 0 && ', ',
            `${name.replaceAll(/[-_]/g, ' ')} `,
            el('code', {}, shorten(value)),
          ])
          .filter((child) => child !== false),
      ),
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
    'section',
    { class: 'group', 'aria-label': 'Your log' },
    el(
      'h2',
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
