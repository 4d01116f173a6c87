/** Results of the dialog: a list of options, each the link itself. */
import type { PasteMatch } from '../../error-matcher/types.ts';
import { fillCommand, valuesOf } from '../../error-matcher/values.ts';
import { bestLine } from '../query/excerpt.ts';
import { el, href } from './dom.ts';
import { pathOf, titleNodes } from './hits.ts';
import { lineNodes } from './pieces.ts';
import type { Answer, State } from './session.ts';
import { keptValues } from './storage.ts';

const MOST = 12;

/** Options of an answer, best first; none for a state without one. */
export function optionsOf(state: State): HTMLElement[] {
  if (state.name !== 'ready' && state.name !== 'empty') return [];
  const { answer } = state;
  const keys = new Set(answer.found.keys);
  const matches = answer.matches
    .slice(0, 4)
    .map((match, index) =>
      option(
        match.url,
        true,
        [document.createTextNode(match.title)],
        el('p', { class: 'hit-path' }, el('span', { class: 'hit-kind' }, 'Fix'), ` Line ${match.line}`),
        el(
          'p',
          { class: 'hit-text' },
          el('code', {}, (index === 0 && commandOf(answer, match)) || match.lineText.trim().slice(0, 160)),
        ),
      ),
    );
  const sections = answer.outcome.groups
    .flatMap(({ records }) => records)
    .flatMap((record) => answer.texts.get(record) ?? [])
    .map((text, index) => {
      const line = bestLine(text.lines, keys);
      const command = index === 0 && answer.matches.length === 0 ? commandOf(answer) : undefined;
      const excerpt = command
        ? el('p', { class: 'hit-text' }, el('code', {}, command))
        : line &&
          el(
            'p',
            { class: 'hit-text' },
            ...(line.kind === 'text' ? lineNodes(line, keys) : [el('code', {}, ...lineNodes(line, keys))]),
          );
      return option(text.url, false, titleNodes(text, keys), pathOf(text), excerpt);
    });
  return [...matches, ...sections].slice(0, MOST);
}

/** The first command of the fix that comes first, with the values of the log and of the reader. */
function commandOf({ step }: Answer, match?: PasteMatch): string | undefined {
  if (!step?.code) return undefined;
  const values = { ...keptValues(), ...(match && valuesOf(match.holes)) };
  return fillCommand(step.code, values)
    .map(({ text }) => text)
    .join('');
}

function option(
  url: string,
  match: boolean,
  title: readonly Node[],
  ...rest: readonly (Node | undefined)[]
): HTMLElement {
  return el(
    'a',
    {
      class: 'hit',
      role: 'option',
      tabindex: -1,
      href: href(url),
      'data-search-result': true,
      'data-match': match && 'error',
    },
    el('p', { class: 'hit-title' }, ...title),
    ...rest,
  );
}
