/** Text to the words of the index, the same at build time and in the browser. */
import { stem } from './stem.ts';
import { SMALL_WORDS, STOP_WORDS } from './stop-words.ts';

/** One word of the index: a stem, or a compound as an engineer writes it (`raw`), such as `--no-trunc` or `docker.sock`. */
export interface Token {
  readonly key: string;
  readonly raw: boolean;
  /** A small word (stop-words.ts), under a key of its own. */
  readonly small?: true;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Longer runs without a space carry no word that anybody types. */
const LONGEST = 80;
const NAMES: Record<string, string> = {
  '>': 'gt',
  '<': 'lt',
  '&': 'and',
  '|': 'or',
  $: 'dollar',
  '@': 'at',
  '*': 'star',
  '?': 'ask',
  '#': 'hash',
  '=': 'eq',
  '!': 'not',
  '%': 'pct',
  '+': 'plus',
  '~': 'tilde',
  '^': 'hat',
  ':': 'colon',
  '-': 'dash',
  '.': 'dot',
  '/': 'slash',
};

/** Before the key of a small word, which no other word has. */
const SMALL = '1';

export const isSmall = (key: string): boolean => key.startsWith(SMALL) && SMALL_WORDS.has(key.slice(SMALL.length));

/** Before the key of signs that are spelt out, which have no other words. */
const SPELT = '00';

/** A compound beside its parts: where wordings are compared, the parts are. */
export const isCompound = ({ key, raw }: Token): boolean => raw && !key.startsWith(SPELT);

/** Quotes and dashes made plain, without changing any position. */
export function plain(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201b\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff]/g, ' ');
}

/** All tokens of a text in order; function words are left out, but for words in capitals such as FROM, and small words if they are wanted. */
export function tokenise(text: string, { small = false } = {}): Token[] {
  const tokens: Token[] = [];
  for (const match of plain(text).matchAll(/\S+/g)) {
    const word = small ? match[0].toLowerCase().replace(/[^a-z]+$/, '') : '';
    if (SMALL_WORDS.has(word) && isStop(word, match[0], match[0]))
      tokens.push({ key: SMALL + word, raw: false, small: true, start: match.index, end: match.index + word.length });
    else if (match[0].length <= LONGEST) addRun(tokens, match[0], match.index);
    else
      for (const piece of match[0].slice(0, 2000).matchAll(/[a-zA-Z0-9][\w.-]{0,60}/g))
        addRun(tokens, piece[0], match.index + piece.index);
  }
  return tokens;
}

/** The tokens of runs that were met before, by their places in the run: texts say most of their words more than once. */
const known = new Map<string, readonly Token[]>();
/** So many, that all words of the site fit, and a long log in a browser leaves nothing behind for good. */
const MOST_KNOWN = 100_000;

function addRun(tokens: Token[], run: string, offset: number): void {
  let own = known.get(run);
  if (!own) {
    own = tokensOf(run);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(run, own);
  }
  for (const token of own) tokens.push({ ...token, start: token.start + offset, end: token.end + offset });
}

function tokensOf(run: string): Token[] {
  const tokens: Token[] = [];
  const lead = /^(?:\$\(|[([{<"'`,;])*/.exec(run)![0].length;
  const trimmed = run.slice(lead).replace(/[)\]}>"'`,;:.!?]+$/, '');
  const core = trimmed === '' ? run : trimmed;
  const at = trimmed === '' ? 0 : lead;
  const flag = /^--?[a-z]/i.test(core);
  for (const part of core.matchAll(/[A-Za-z0-9\u00c0-\u024f]+/g)) {
    for (const word of /\d/.test(part[0])
      ? [{ 0: part[0], index: 0 }]
      : part[0].matchAll(/[A-Z]+s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+/g)) {
      const token = word[0].toLowerCase();
      const start = at + part.index + word.index;
      if ((flag && token.length < 2) || isStop(token, word[0], core)) continue;
      tokens.push({ key: stem(token), raw: false, start, end: start + word[0].length });
    }
  }
  for (const key of rawKeys(core))
    if (key !== only(tokens)) tokens.push({ key, raw: true, start: at, end: at + core.length });
  return tokens;
}

function isStop(token: string, written: string, core: string): boolean {
  return STOP_WORDS.has(token) && !(written.length > 2 && core === written && /^[A-Z]+$/.test(written));
}

/** Keys of a compound: letters and digits joined, with 0 before a flag or a variable; signs are spelt out where little else is left. */
function rawKeys(core: string): string[] {
  if (/^[a-z0-9\u00c0-\u024f]+$/i.test(core) && !/[a-z][A-Z]/.test(core)) return [];
  const flag = /^--?([a-z][\w-]*)/i.exec(core);
  if (flag) {
    const name = join(flag[1]!);
    const bundle = /^-[a-zA-Z]{2,4}$/.test(core) ? [...core.slice(1)].map((letter) => `0${letter.toLowerCase()}`) : [];
    return [`0${name}`, ...bundle];
  }
  if (/^\$\{?[a-z_]/i.test(core)) return [`0${join(core)}`];
  const joined = join(core);
  if (joined.length < 3) return core.length > 6 || /['-]/.test(core) ? [] : spelt(core);
  const last = core.includes('/')
    ? (core.split('/').findLast((piece) => /[a-z0-9][._-][a-z0-9]/i.test(piece)) ?? '')
    : '';
  // `node.labels.` and `node.labels.disk` meet in `node.labels`.
  const begin = /^[a-z_]\w*(\.[a-z_]\w*){2,}$/i.test(core) ? core.slice(0, core.lastIndexOf('.')) : '';
  return [joined, join(last), join(begin)].filter(
    (key, index, all) => key.length > 2 && key.length <= 40 && !core.includes("'") && all.indexOf(key) === index,
  );
}

function spelt(signs: string): string[] {
  const names = [...signs.toLowerCase()].map((sign) => NAMES[sign] ?? (/[a-z0-9]/.test(sign) ? sign : '')).join('');
  return names === '' ? [] : [SPELT + names];
}

/** The key of the only token. */
const only = (tokens: readonly Token[]) => (tokens.length === 1 ? tokens[0]!.key : '');

const join = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '');
