/** Cheat sheets are written with plain examples, so that they read and print well; here those become the reader's values. Pure. */

interface Rule {
  /** The commands it is for. */
  readonly of: RegExp;
  /** What has to stand before the word and behind it. */
  readonly before?: string;
  readonly word: string;
  readonly after?: string;
  readonly name: string;
}

const AFTER_N = '\\s(?:-n|--namespace)[ =]';
const ALONE = /^docker (?!compose |service |stack |node )/;

/** Which word of which command is which placeholder. The word is always the placeholder's own example. */
const RULES: readonly Rule[] = [
  { of: /^(kubectl|helm) /, before: AFTER_N, word: 'shop', name: 'NAMESPACE' },
  { of: /^kubectl /, before: '\\bdeployments?[ /]', word: 'web', name: 'DEPLOYMENT' },
  { of: /^(kubectl|docker node) /, word: 'node-2', name: 'NODE' },
  { of: ALONE, word: 'web', after: '[\\s:]', name: 'CONTAINER' },
  { of: /^docker (?!compose )/, word: 'shop-net', name: 'NETWORK' },
  { of: /^docker (?!compose )/, before: '\\s|source=', word: 'pgdata', after: '[\\s:,]', name: 'VOLUME' },
  { of: /^(docker|kubectl) /, before: '[\\s=]', word: 'shop/api:1.4', name: 'IMAGE' },
  { of: /^docker compose /, word: 'api', after: '[\\s:]', name: 'SERVICE' },
  { of: /^docker stack /, word: 'shop', name: 'STACK' },
  { of: /^helm /, before: '^helm (?:get |show )?\\w+ ', word: 'shop', name: 'RELEASE' },
  { of: /^helm /, word: './chart', name: 'CHART' },
];

/** A command of a sheet with `<NAME>` for its examples. */
export function withValues(code: string): string {
  return RULES.reduce((text, { of, before = '\\s', word, after = '\\s', name }) => {
    const plain = word.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&');
    return of.test(text) ? text.replace(new RegExp(`(?<=${before})${plain}(?=${after}|$)`, 'g'), `<${name}>`) : text;
  }, code);
}

/** The placeholders that these rules set, with the word that each replaces. */
export const SHEET_WORDS: readonly (readonly [name: string, word: string])[] = RULES.map(({ name, word }) => [
  name,
  word,
]);

/** Whether a note is a cheat sheet: a reference that says so in its title. */
export const isSheet = ({ type, title }: { readonly type?: unknown; readonly title?: unknown }): boolean =>
  type === 'reference' && typeof title === 'string' && / cheat sheet$/.test(title);
