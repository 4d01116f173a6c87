import { announce } from './theme.ts';

/** The reader's own values: typed once, in the form or in a command, kept in this browser and shown in every command. */
const KEY = 'values';

type Values = Record<string, string>;

export function startValues(): void {
  const values = load();
  for (const element of document.querySelectorAll<HTMLElement>('.ph')) {
    element.dataset['example'] = element.textContent ?? '';
    if (!element.closest('figure.cmd')) continue;
    element.setAttribute('contenteditable', 'plaintext-only');
    element.setAttribute('role', 'textbox');
    element.setAttribute('aria-label', (element.dataset['name'] ?? '').replaceAll('_', ' '));
    element.spellcheck = false;
    element.tabIndex = 0;
  }
  show(values);
  document.addEventListener('input', (event) => {
    const target = event.target;
    if (target instanceof HTMLInputElement && target.closest('.values')) set(values, target.name, target.value, target);
    else if (target instanceof HTMLElement && target.matches('.ph'))
      set(values, target.dataset['name'] ?? '', target.textContent ?? '', target);
  });
  document.addEventListener('focusout', (event) => {
    if (event.target instanceof HTMLElement && event.target.matches('.ph')) show(values);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('.ph')) {
      event.preventDefault();
      event.target.blur();
    }
  });
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element && event.target.closest('[data-values-clear]'))) return;
    for (const name of Object.keys(values)) delete values[name];
    save(values);
    show(values);
    announce('Your values are cleared');
  });
}

function set(values: Values, name: string, raw: string, source: HTMLElement): void {
  // One line, and nothing that a terminal would not show: a value is pasted into commands.
  const value = raw
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .slice(0, 200)
    .trim();
  if (value) values[name] = value;
  else delete values[name];
  save(values);
  show(values, source);
  const field = document.querySelector<HTMLInputElement>(`.values input[name="${CSS.escape(name)}"]`);
  const hint = document.querySelector('.values-hint');
  if (field && hint)
    hint.textContent =
      !value || looksRight(value, field.dataset['matches'])
        ? ''
        : `“${value}” does not look like a ${field.labels?.[0]?.textContent?.toLowerCase() ?? 'value'}; it is used as it is.`;
}

function looksRight(value: string, pattern = ''): boolean {
  return pattern === '' || new RegExp(`^(?:${pattern})$`, 'u').test(value);
}

function show(values: Values, except?: HTMLElement): void {
  for (const element of document.querySelectorAll<HTMLElement>('.ph')) {
    if (element === except) continue;
    const value = values[element.dataset['name'] ?? ''];
    element.textContent = value ?? element.dataset['example'] ?? '';
    element.toggleAttribute('data-set', value !== undefined);
  }
  for (const input of document.querySelectorAll<HTMLInputElement>('.values input')) {
    if (input !== except) input.value = values[input.name] ?? '';
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-values-clear]'))
    button.hidden = Object.keys(values).length === 0;
}

function load(): Values {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

function save(values: Values): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(values));
  } catch {
    // Without storage the values last for this page.
  }
}
