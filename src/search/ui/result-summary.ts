/** What is said above the results: how many, for what, what was corrected or left out, or what went wrong. */

import { el, href } from './dom.ts';
import { count } from './labels.ts';
import type { Answer, State } from './session.ts';

/** Short enough for one line. */
const brief = (text: string) => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > 70 ? `${flat.slice(0, 70)}…` : flat;
};

/** How many entries an answer holds. */
export const numberOf = ({ outcome, matches }: Answer): number => outcome.groups.length + matches.length;

/** One sentence for eyes and ears. */
export function sentenceOf(state: State): string {
  if (state.name === 'idle') return '';
  if (state.name === 'loading') return 'Searching';
  if (state.name === 'error')
    return state.reason === 'offline'
      ? 'Search needs a connection the first time. It continues when you are back online.'
      : 'The search index is not here. In development, run “npm run build” once; on a site, reload the page.';
  const { answer } = state;
  const lines = answer.text.trimEnd().split('\n').length;
  if (answer.matches.length > 0)
    return `${lines > 1 ? `${lines} lines read. Known message in line ${answer.matches[0]!.line}` : 'Known message'}. ${count(numberOf(answer), 'result')}.`;
  if (state.name === 'empty') return `Nothing here about ${brief(answer.text)}.`;
  return `${count(numberOf(answer), 'result')} for ${brief(answer.instead ?? answer.text)}.`;
}

/** The lines above the results; `exactly` is the address of the search without corrections. */
export function saidNodes(state: State, exactly: string): HTMLElement[] {
  if (state.name !== 'ready' && state.name !== 'empty')
    return state.name === 'error'
      ? [
          el(
            'p',
            { class: 'found' },
            sentenceOf(state),
            ' ',
            el('button', { type: 'button', class: 'link-button', 'data-search-retry': true }, 'Try again'),
          ),
        ]
      : [];
  const { answer } = state;
  const first = answer.instead
    ? el(
        'p',
        { class: 'found' },
        `Showing ${count(numberOf(answer), 'result')} for `,
        el('b', {}, brief(answer.instead)),
        '. Search instead for ',
        el('a', { href: exactly, 'data-search-exactly': true }, brief(answer.text)),
      )
    : el('p', { class: 'found' }, sentenceOf(state));
  const notes: HTMLElement[] = [first];
  if (answer.found.missing.length > 0 && state.name === 'ready' && answer.matches.length === 0)
    notes.push(
      el(
        'p',
        { class: 'found' },
        'Leaving out ',
        el('b', {}, answer.found.missing.slice(0, 5).join(', ')),
        ': no note has it.',
      ),
    );
  if (answer.cut)
    notes.push(el('p', { class: 'found' }, 'The text is longer than a million characters; its beginning was read.'));
  if (state.name === 'empty')
    notes.push(
      el(
        'p',
        { class: 'found' },
        'If it came from a terminal, paste the whole message: we look for the line that matters. You can also browse ',
        el('a', { href: href('/commands/') }, 'commands A–Z'),
        ' or ',
        el('a', { href: href('/contents/') }, 'all headings'),
        '.',
      ),
    );
  return notes;
}
