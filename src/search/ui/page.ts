/** A page's search: the field, the address, the results. The search page starts it at once, others at the first question. */
import { valuesOf } from '../../error-matcher/values.ts';
import { FIRST } from '../engine/answer.ts';
import { tokenise } from '../query/tokens.ts';
import { type Asked, fitsAddress, readAddress, readOldAddress, writeAddress } from './address.ts';
import { answerCard } from './answer-card.ts';
import { askAgainOnline } from './back-online.ts';
import { el } from './dom.ts';
import { filterNodes } from './filters.ts';
import { hitOf } from './hits.ts';
import { panelOf } from './panel.ts';
import { recentNodes } from './recent.ts';
import { saidNodes, sentenceOf } from './result-summary.ts';
import { isKeystroke, LONGEST_ATTRIBUTE, MORE, type Request, restFor, Session, type State, warmUp } from './session.ts';
import { clearSearches, keepSearch, leaveFound, takeText } from './storage.ts';

/** Assistive technology hears the number of results when nothing has moved for this long. */
const SETTLED = 700;

/** Starts the search of a page that has a SearchForm and SearchResults; called once. */
export function startSearchPage(): void {
  const input = document.querySelector<HTMLTextAreaElement>('[data-search-input]')!;
  const form = input.form!;
  const main = input.closest('main')!;
  const title = document.title;
  const results = document.querySelector<HTMLElement>('[data-search-state]')!;
  const filters = document.querySelectorAll<HTMLElement>('[data-search-filters]');
  const status = document.querySelector<HTMLElement>('[data-search-status]')!;
  let asked: Asked = startingPoint();
  let last: Request = asked;
  let shown: State = { name: 'idle' };
  let debounceTimer: ReturnType<typeof setTimeout> | undefined;
  let announceTimer: ReturnType<typeof setTimeout> | undefined;
  /** The query in the address is one to come back to; letters that are typed on replace each other. */
  let pushNext = true;
  const session = new Session(show);

  function show(state: State): void {
    // While the next answer is on its way, the last one stays readable.
    if (state.name === 'loading' && (shown.name === 'ready' || shown.name === 'empty')) {
      results.dataset['searchState'] = 'loading';
      return;
    }
    shown = state;
    const answered = state.name === 'ready' || state.name === 'empty';
    const nodes: Node[] = [...saidNodes(state, writeAddress(asked) || '#')];
    if (state.name === 'idle') nodes.push(...recentNodes());
    if (answered) nodes.push(...answerNodes(state));
    results.replaceChildren(...nodes);
    for (const place of filters) {
      place.replaceChildren(...(answered ? filterNodes(state.answer.outcome, asked) : []));
      if (place.parentElement instanceof HTMLDetailsElement) place.parentElement.hidden = place.childElementCount === 0;
    }
    results.dataset['searchQuery'] = answered ? state.answer.text.slice(0, LONGEST_ATTRIBUTE) : '';
    results.dataset['searchState'] = state.name;
    clearTimeout(announceTimer);
    if (state.name !== 'loading') announceTimer = setTimeout(() => status.replaceChildren(sentenceOf(state)), SETTLED);
    main.toggleAttribute('data-answering', state.name !== 'idle');
    const named = asked.text.trim() !== '' && fitsAddress(asked.text);
    document.title = named ? `${asked.text.trim().slice(0, 60)} · ${title}` : title;
  }

  function ask(request: Request): Promise<void> {
    last = request;
    const log = request.text.includes('\n');
    // What was pasted is read from its first line on.
    if (log && !form.classList.contains('log')) input.scrollTop = 0;
    form.classList.toggle('log', log);
    return session.ask(request);
  }

  /** Enter on a message that is known goes to its fix, as soon as the answer to this very text is there. */
  async function openFix(): Promise<void> {
    const text = input.value;
    if (shown.name !== 'ready' || shown.answer.text !== text) await ask({ ...asked, text });
    const first = results.querySelector<HTMLAnchorElement>('a[data-match="error"]');
    if (!first || shown.name !== 'ready' || shown.answer.text !== text || input.value !== text)
      return form.requestSubmit();
    history.replaceState({ text: text.slice(0, 500_000) }, '', writeAddress({ ...asked, text }) || location.pathname);
    first.click();
  }

  function enter(next: Asked, how: 'push' | 'replace', extra: Partial<Request> = {}): Promise<void> {
    const push = how === 'push' && (next.text !== asked.text || writeAddress(next) !== writeAddress(asked));
    asked = next;
    try {
      history[push ? 'pushState' : 'replaceState'](...entryOf(next));
    } catch {
      // Some browsers refuse many changes of the address within seconds; the next one carries it.
    }
    return ask({ ...next, ...extra });
  }

  input.addEventListener('input', (event) => {
    const typed = isKeystroke(event);
    const typing = typed && input.selectionStart === input.value.length && /\S$/.test(input.value);
    clearTimeout(debounceTimer);
    const go = () => {
      enter({ ...asked, text: input.value }, pushNext ? 'push' : 'replace', { typing });
      pushNext = !typed;
    };
    if (typed) debounceTimer = setTimeout(go, restFor(input.value));
    else go();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(debounceTimer);
    keepSearch(input.value);
    enter({ ...asked, text: input.value }, 'push');
    pushNext = true;
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      clearTimeout(debounceTimer);
      void openFix();
    } else if (event.key === 'ArrowDown' && !input.value.slice(input.selectionEnd).includes('\n')) {
      const first = results.querySelector<HTMLElement>('a[data-search-result]');
      if (first) event.preventDefault();
      first?.focus();
    }
  });
  input.addEventListener('focus', () => void warmUp().catch(() => {}), { once: true });
  results.addEventListener('keydown', (event) => moveBetween(event, results, input));
  document.addEventListener('click', onClick);
  addEventListener('popstate', (event) => {
    const read = readAddress(location.hash);
    if (!read) return;
    const kept: unknown = event.state?.text;
    asked = { ...read, ...(typeof kept === 'string' && kept !== '' && { text: kept }) };
    input.value = asked.text;
    pushNext = true;
    void ask(asked);
  });
  askAgainOnline(
    () => shown.name === 'error',
    () => ask(last),
  );

  function onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null;
    if (!target) return;
    if (target.matches('a[data-search-result]')) return follow(target as HTMLAnchorElement);
    if (target.matches('[data-search-retry]')) return void ask(last);
    if (target.matches('[data-search-more]')) {
      const before = results.querySelectorAll('a[data-search-result]').length;
      // The button is gone with the old list: the focus goes on to the first result that is new.
      return void ask({ ...last, show: (last.show ?? FIRST) + MORE }).then(() =>
        results.querySelectorAll<HTMLElement>('a[data-search-result]')[before]?.focus(),
      );
    }
    if (target.matches('[data-recent-clear]')) {
      clearSearches();
      input.focus();
      return show(shown);
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (target.matches('[data-search-exactly]')) enter(asked, 'replace', { exactly: true });
    else if (target.dataset['filter'] !== undefined)
      void enter({ ...asked, [target.dataset['filter']]: target.dataset['value'] || undefined }, 'push').then(() =>
        keepFocus(target),
      );
    else if (target.dataset['recent'] !== undefined) {
      input.value = target.dataset['recent'];
      enter({ ...asked, text: input.value }, 'push');
    } else return;
    event.preventDefault();
  }

  /** The filters are made anew with each answer: the focus goes to the one that was chosen. */
  function keepFocus({ dataset }: HTMLElement): void {
    for (const place of filters)
      for (const link of place.querySelectorAll<HTMLElement>('[data-filter]'))
        if (
          link.dataset['filter'] === dataset['filter'] &&
          link.dataset['value'] === dataset['value'] &&
          link.checkVisibility()
        )
          link.focus();
  }

  function follow(link: HTMLAnchorElement): void {
    if (shown.name !== 'ready') return;
    keepSearch(shown.answer.text);
    const match = shown.answer.matches.find(({ url }) => link.pathname.endsWith(url));
    leaveFound({
      path: link.pathname,
      keys: match ? [] : [...typedKeys(shown.answer)],
      values: match ? valuesOf(match.holes) : {},
    });
  }

  input.value ||= asked.text;
  if (input.value.trim() === '') show(shown);
  else {
    asked = { ...asked, text: input.value };
    void ask(asked);
  }
}

/** What is asked as the page opens: handed over by another page, kept with this step of the history, or in the address. */
function startingPoint(): Asked {
  const old = readOldAddress(location.search);
  const read = old ?? readAddress(location.hash) ?? { text: '' };
  const kept: unknown = takeText() ?? history.state?.text;
  const asked = typeof kept === 'string' && kept !== '' && kept.startsWith(read.text) ? { ...read, text: kept } : read;
  if (old || asked !== read) history.replaceState(...entryOf(asked));
  return asked;
}

/** A step of the history: the whole text in its state, which only this tab can read, and of the address what may stand there. */
function entryOf(asked: Asked): [state: { text: string }, unused: '', url: string] {
  return [{ text: asked.text.slice(0, 500_000) }, '', location.pathname + writeAddress(asked)];
}

function answerNodes({ answer }: Extract<State, { answer: unknown }>): Node[] {
  const keys = typedKeys(answer);
  const hits = answer.outcome.groups.flatMap((group, index) => {
    const hit = hitOf(group, answer.texts, keys);
    const [lead, ...parts] = group.records.flatMap((record) => answer.texts.get(record) ?? []);
    const first = index === 0 && answer.matches.length === 0 && lead;
    return (first && answerCard(lead, parts, answer.step, keys, hit)) || (hit ?? []);
  });
  const more = answer.outcome.groups.length - hits.length;
  return [
    ...panelOf(answer.text, answer.matches, answer.step),
    ...(hits.length > 0
      ? [
          el(
            'section',
            { class: 'group' },
            answer.matches.length > 0 && el('h2', {}, 'Related notes'),
            el('ul', {}, ...hits),
          ),
        ]
      : []),
    ...(more > 0
      ? [
          el(
            'p',
            { class: 'found' },
            el('button', { type: 'button', class: 'link-button', 'data-search-more': true }, `${more} more`),
          ),
        ]
      : []),
  ];
}

/** What is marked: the words that were typed, and no others that the search has taken for them. */
function typedKeys({ text, instead, found }: Extract<State, { answer: unknown }>['answer']): ReadonlySet<string> {
  const typed = new Set(tokenise(instead ?? text.slice(0, 2000)).map(({ key }) => key));
  return new Set(found.keys.filter((key) => typed.has(key) && !COMMON.has(key)));
}

/** Words that stand on every other page: a mark on them says nothing. */
const COMMON = new Set(
  'a an and anoth are as at by can contain do docker for from get how i in is it my of on or run the to use what with'.split(
    ' ',
  ),
);

/** Arrows go from result to result; Escape goes back to the field. */
function moveBetween(event: KeyboardEvent, results: HTMLElement, input: HTMLElement): void {
  const links = [...results.querySelectorAll<HTMLElement>('a[data-search-result]')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'Escape' || (event.key === 'ArrowUp' && at === 0)) input.focus();
  else if (event.key === 'ArrowDown' && at >= 0) links[at + 1]?.focus();
  else if (event.key === 'ArrowUp' && at > 0) links[at - 1]?.focus();
  else return;
  event.preventDefault();
}
