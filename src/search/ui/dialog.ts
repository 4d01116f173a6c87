/** The search dialog of every page: `/` or Ctrl K opens it; loaded at its first use. */
// By address and not as an import: Astro would put an imported stylesheet on every page, before anybody searches.

import { valuesOf } from '../../error-matcher/values.ts';
import { loadStyles } from '../../lib/load-styles.ts';
import { readPages, savePages } from '../../lib/read-pages.ts';
import stylesheet from '../../styles/search.css?url';
import { MOST_TEXT } from '../query/paste.ts';
import { fitsAddress, writeAddress } from './address.ts';
import { askAgainOnline } from './back-online.ts';
import { el, href } from './dom.ts';
import { optionsOf } from './options.ts';
import { saidNodes, sentenceOf } from './result-summary.ts';
import { isKeystroke, LONGEST_ATTRIBUTE, restFor, Session, type State, warmUp } from './session.ts';
import { clearSearches, keepSearch, leaveFound, leaveText, recentSearches } from './storage.ts';

const SETTLED = 700;
/** So many pages that were read are offered to a field that is empty. */
const PAGES = 5;
let open: ((initial: string) => void) | undefined;

/** Opens the dialog with what has been typed meanwhile; focus goes back when it closes. */
export async function openDialog(typed: () => string): Promise<void> {
  await loadStyles(stylesheet);
  open ??= makeDialog();
  open(typed());
}

function makeDialog(): (initial: string) => void {
  const input = el('textarea', {
    rows: 1,
    'aria-label': 'Paste an error or search a command',
    'aria-autocomplete': 'list',
    'aria-controls': 'search-list',
    placeholder: 'Paste an error or search a command',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  });
  const list = el('div', { id: 'search-list', role: 'listbox', 'aria-label': 'Results' });
  const said = el('div', { class: 'said' });
  const below = el('div');
  const status = el('p', { class: 'vh', role: 'status' });
  const all = el('a', { href: href('/search/') }, 'Search page');
  const form = el(
    'form',
    { role: 'search', 'aria-label': 'Search' },
    input,
    el(
      'button',
      { type: 'button', 'aria-label': 'Esc: close search' },
      el('kbd', { 'aria-hidden': 'true' }, matchMedia('(pointer: coarse)').matches ? '✕' : 'Esc'),
    ),
  );
  const keys = el(
    'p',
    { class: 'keys' },
    el('span', { class: 'fine' }, el('kbd', {}, '↑'), ' ', el('kbd', {}, '↓'), ' choose'),
    el('span', { class: 'fine' }, el('kbd', {}, 'Enter'), ' open'),
    el('span', { class: 'fine' }, el('kbd', {}, 'Ctrl'), ' ', el('kbd', {}, 'Enter'), ' new tab'),
    all,
  );
  const dialog = el(
    'dialog',
    { class: 'search-dialog', 'aria-label': 'Search' },
    form,
    el('div', { class: 'results' }, said, list, below),
    keys,
    status,
  );
  document.body.append(dialog);

  let shown: State = { name: 'idle' };
  let chosen = 0;
  /** Where the arrows have led since the last letter: the answer that comes behind them leaves it chosen. */
  let kept: string | undefined;
  /** Enter was pressed before the answer to what stands in the field had come; it opens that answer's first result. */
  let waiting: 'here' | 'new tab' | undefined;
  let debounceTimer: ReturnType<typeof setTimeout> | undefined;
  let announceTimer: ReturnType<typeof setTimeout> | undefined;
  const session = new Session(show);
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];

  function show(state: State): void {
    if (state.name === 'loading' && shown.name !== 'idle' && shown.name !== 'error') return;
    shown = state;
    said.replaceChildren(...saidNodes(state, href(`/search/${writeAddress({ text: input.value })}`)));
    list.replaceChildren(...(state.name === 'idle' ? idleGroups() : optionsOf(state)));
    below.replaceChildren(...(state.name === 'idle' ? idleButtons() : []));
    all.href = href(`/search/${writeAddress({ text: input.value })}`);
    all.textContent = state.name === 'ready' ? 'All results' : 'Search page';
    choose(
      Math.max(
        options().findIndex((option) => option.href === kept),
        0,
      ),
    );
    if (waiting && answersField()) openChosen(waiting);
    else if (state.name === 'idle' || state.name === 'error') waiting = undefined;
    list.dataset['searchQuery'] = answersField() ? input.value.slice(0, LONGEST_ATTRIBUTE) : '';
    clearTimeout(announceTimer);
    if (state.name !== 'loading') announceTimer = setTimeout(() => status.replaceChildren(sentenceOf(state)), SETTLED);
  }

  function choose(index: number): void {
    const own = options();
    chosen = own.length === 0 ? 0 : (index + own.length) % own.length;
    for (const [number, option] of own.entries()) {
      option.id = `search-option-${number}`;
      option.setAttribute('aria-selected', String(number === chosen));
    }
    const option = own[chosen];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    if (index !== 0) own[chosen]?.scrollIntoView({ block: 'nearest' });
  }

  /** Whether what is shown answers what stands in the field, and not what stood there a moment ago. */
  function answersField(): boolean {
    return (shown.name === 'ready' || shown.name === 'empty') && shown.answer.text === input.value.slice(0, MOST_TEXT);
  }

  function openChosen(where: 'here' | 'new tab'): void {
    waiting = undefined;
    const option = options()[chosen];
    if (!option) {
      handOver();
      return location.assign(all.href);
    }
    if (!take(option)) return;
    if (where === 'new tab') window.open(option.href, '_blank', 'noopener');
    else {
      dialog.close();
      location.assign(option.href);
    }
  }

  /** What does not fit into an address is left for the search page in this tab. */
  function handOver(): void {
    if (!fitsAddress(input.value)) leaveText(input.value);
  }

  function ask(typing: boolean): void {
    void session.ask({ text: input.value, typing });
  }

  function take(option: HTMLElement): boolean {
    const recent = option.dataset['recent'];
    if (recent !== undefined) {
      input.value = recent;
      ask(false);
      return false;
    }
    if (shown.name !== 'ready') return true;
    keepSearch(shown.answer.text);
    const path = (option as HTMLAnchorElement).pathname;
    const match = shown.answer.matches.find(({ url }) => path.endsWith(url));
    leaveFound({ path, keys: match ? [] : shown.answer.found.keys, values: match ? valuesOf(match.holes) : {} });
    return true;
  }

  input.addEventListener('input', (event) => {
    const typed = isKeystroke(event);
    waiting = undefined;
    kept = undefined;
    clearTimeout(debounceTimer);
    debounceTimer = setTimeout(
      () => ask(typed && input.selectionStart === input.value.length && /\S$/.test(input.value)),
      typed ? restFor(input.value) : 0,
    );
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.querySelector('button')!.addEventListener('click', () => dialog.close());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (input.value.includes('\n') && options().length === 0) return;
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
      kept = options()[chosen]?.href;
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      const where = event.ctrlKey || event.metaKey ? 'new tab' : 'here';
      if (answersField() || shown.name === 'idle' || shown.name === 'error') return openChosen(where);
      waiting = where;
      clearTimeout(debounceTimer);
      ask(false);
    }
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) return dialog.close();
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null;
    const forget = target?.dataset['forget'];
    if (forget !== undefined) {
      if (forget === 'pages') savePages([]);
      else clearSearches();
      show(shown);
      input.focus();
    } else if (target === all) handOver();
    else if (target?.matches('[data-search-retry]')) ask(false);
    else if (target?.matches('[data-search-exactly]')) {
      event.preventDefault();
      void session.ask({ text: input.value, exactly: true });
    } else if (target?.matches('[role=option]')) {
      if (!take(target)) event.preventDefault();
      else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    }
  });
  askAgainOnline(
    () => dialog.open && shown.name === 'error',
    () => ask(false),
  );

  return (initial) => {
    if (dialog.open) return;
    if (initial !== '') input.value = initial;
    dialog.showModal();
    input.focus();
    // What stood there goes with the next letter; what was just typed goes on.
    if (initial === '') input.select();
    else input.setSelectionRange(initial.length, initial.length);
    void warmUp().catch(() => {});
    if (input.value.trim() === '') show({ name: 'idle' });
    else ask(false);
  };
}

/** The pages that were read last, but not the one that is open. */
const pagesRead = () =>
  readPages()
    .filter(([url]) => url !== location.pathname)
    .slice(0, PAGES);

/** What an empty field offers: the way back to what was read, and what was asked before. */
function idleGroups(): HTMLElement[] {
  const pages = pagesRead().map(([url, title]) =>
    el('a', { class: 'hit', role: 'option', tabindex: -1, href: url }, title),
  );
  const searches = recentSearches().map((text) =>
    el(
      'a',
      {
        class: 'hit',
        role: 'option',
        tabindex: -1,
        href: href(`/search/${writeAddress({ text })}`),
        'data-recent': text,
      },
      text,
    ),
  );
  return [...group('Recently read', pages), ...group('Recent searches', searches)];
}

const group = (name: string, options: readonly HTMLElement[]): HTMLElement[] =>
  options.length > 0
    ? [
        el(
          'div',
          { role: 'group', 'aria-label': name },
          el('p', { class: 'found', 'aria-hidden': 'true' }, name),
          ...options,
        ),
      ]
    : [];

/** Both are kept in this browser only, and forgotten at once; a list of options may hold no buttons. */
function idleButtons(): HTMLElement[] {
  const button = (what: string, name: string) =>
    el('button', { type: 'button', class: 'link-button', 'data-forget': what }, name);
  const buttons = [
    ...(pagesRead().length > 0 ? [button('pages', 'Forget what was read')] : []),
    ...(recentSearches().length > 0 ? [button('searches', 'Clear searches')] : []),
  ];
  return buttons.length > 0 ? [el('p', { class: 'forget' }, ...buttons)] : [];
}
