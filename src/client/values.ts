import { quoted } from './quote.ts';
import { textBefore } from './text-before.ts';
import { announce } from './theme.ts';

/** The reader's own values: typed once, in the form or in a command, kept in this browser and shown in every command. */
const KEY = 'values';

type Values = Readonly<Record<string, string>>;

/** Where a placeholder can be typed into: in commands, also in those of tables and of short answers. */
const EDITABLE = 'figure.cmd .ph, td .ph, .run .ph';

export function startValues(): void {
  /** What stood in the placeholder that has the focus, and whether the click that gave it the focus is still under way. */
  let before: string | undefined;
  let fresh: Element | undefined;
  for (const element of document.querySelectorAll<HTMLElement>('.ph')) {
    element.dataset['example'] = element.textContent ?? '';
    if (!element.matches(EDITABLE)) continue;
    element.setAttribute('contenteditable', 'plaintext-only');
    element.setAttribute('role', 'textbox');
    element.setAttribute('aria-label', labelOf(nameOf(element)));
    element.setAttribute('enterkeyhint', 'next');
    element.spellcheck = false;
    element.tabIndex = 0;
  }
  show(load());
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.closest('.values')) set(target.name, target.value, target);
    else if (isPlaceholder(target)) {
      set(nameOf(target), target.textContent ?? '', target);
      tell(target);
    }
  });
  document.addEventListener('focusin', ({ target }) => {
    if (!isPlaceholder(target)) return;
    fresh = target;
    before = load()[nameOf(target)];
    target.textContent = before ?? target.dataset['example'] ?? '';
    getSelection()?.selectAllChildren(target);
    tell(target);
  });
  document.addEventListener('focusout', ({ target }) => {
    if (!isPlaceholder(target)) return;
    fresh = undefined;
    void import('./value-tip.ts').then(({ hideTip }) => hideTip());
    show(load());
  });
  document.addEventListener('click', ({ target }) => {
    // The click that brought the focus sets the cursor as well.
    if (isPlaceholder(target) && target === fresh) getSelection()?.selectAllChildren(target);
    fresh = undefined;
    if (!(target instanceof Element && target.closest('[data-values-clear]'))) return;
    save({});
    show({});
    announce('Your values are cleared');
  });
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!isPlaceholder(target) || event.isComposing) return;
    if (event.key === 'Escape') {
      set(nameOf(target), before ?? '', target);
      target.textContent = before ?? target.dataset['example'] ?? '';
    } else if (event.key === 'Enter') {
      const all = [...document.querySelectorAll<HTMLElement>(EDITABLE)].filter((element) => element.checkVisibility());
      const next = all.slice(all.indexOf(target) + 1).find((element) => nameOf(element) !== nameOf(target));
      next?.focus();
    } else return;
    event.preventDefault();
    if (document.activeElement) getSelection()?.selectAllChildren(document.activeElement);
  });
  // Another tab has changed a value.
  addEventListener('storage', ({ key }) => (key === KEY || key === null) && show(load()));
}

/** What the placeholder in hand is; its code comes with the first one that is looked at. */
function tell(target: HTMLElement): void {
  const name = nameOf(target);
  void import('./value-tip.ts').then(({ showTip }) =>
    showTip(target, labelOf(name), load()[name], fieldOf(name)?.dataset['matches']),
  );
}

const isPlaceholder = (target: unknown): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('.ph[contenteditable]');

const nameOf = (element: HTMLElement): string => element.dataset['name'] ?? '';

const fieldOf = (name: string): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>(`.values input[name="${CSS.escape(name)}"]`);

function labelOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return fieldOf(name)?.labels?.[0]?.textContent ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function set(name: string, raw: string, source: HTMLElement): void {
  // One line, and nothing that a terminal would not show: a value is pasted into commands.
  const value = raw
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .slice(0, 200)
    .trim();
  // What another tab has set meanwhile stays.
  const { [name]: _, ...others } = load();
  const values = value ? { ...others, [name]: value } : others;
  save(values);
  show(values, source);
}

function show(values: Values, except?: HTMLElement): void {
  for (const element of document.querySelectorAll<HTMLElement>('.ph')) {
    const value = values[nameOf(element)];
    element.toggleAttribute('data-set', value !== undefined);
    if (element === except || element === document.activeElement) continue;
    element.textContent = value === undefined ? (element.dataset['example'] ?? '') : quoted(value, textBefore(element));
  }
  const told: string[] = [];
  for (const input of document.querySelectorAll<HTMLInputElement>('.values input')) {
    const value = values[input.name];
    if (input !== except) input.value = value ?? '';
    told.push(`${labelOf(input.name).toLowerCase()} ${value ?? input.placeholder}`);
  }
  for (const line of document.querySelectorAll('[data-values-line]')) line.textContent = told.join(' · ');
  for (const button of document.querySelectorAll<HTMLElement>('[data-values-clear]'))
    button.hidden = Object.keys(values).length === 0;
}

let unkept: Values = {};

function load(): Values {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch (error) {
    // Broken content counts as none; without storage the values last for this page.
    return error instanceof SyntaxError ? {} : unkept;
  }
}

function save(values: Values): void {
  unkept = values;
  try {
    localStorage.setItem(KEY, JSON.stringify(values));
  } catch {
    // Without storage the values last for this page.
  }
}
