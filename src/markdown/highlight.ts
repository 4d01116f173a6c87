/** Four token classes and no more: what runs, flags and keys, strings, comments. Shiki's grammars, none of its themes. */
import { createHighlighter } from 'shiki';

/** A run of text with one class, or with none. */
export interface Token {
  readonly text: string;
  readonly kind: '' | 't-k' | 't-f' | 't-s' | 't-c';
}

const LANGUAGES = [
  'bash',
  'powershell',
  'bat',
  'yaml',
  'json',
  'docker',
  'go',
  'python',
  'java',
  'javascript',
  'ini',
  'toml',
  'nginx',
] as const;
const ALIASES: Record<string, string> = {
  sh: 'bash',
  dockerfile: 'docker',
  cmd: 'bat',
  ps1: 'powershell',
  js: 'javascript',
  py: 'python',
  conf: 'nginx',
};

const RULES: readonly (readonly [RegExp, Token['kind']])[] = [
  [/^comment/, 't-c'],
  [/constant\.other\.option|variable\.parameter\.option|support\.type\.property-name|entity\.name\.tag/, 't-f'],
  [/^string\.(quoted|regexp)/, 't-s'],
  [
    /entity\.name\.(function\.call|command)|support\.function\.builtin|keyword\.(other\.special-method|control)|storage\.(type|modifier)/,
    't-k',
  ],
];

const highlighter = createHighlighter({ langs: [...LANGUAGES], themes: [] });

/** Tokens of a piece of code; text in a language that has no grammar here comes back as one token. */
export async function tokenise(code: string, lang: string): Promise<Token[]> {
  const name = ALIASES[lang] ?? lang;
  if (!(LANGUAGES as readonly string[]).includes(name)) return [{ text: code, kind: '' }];
  const grammar = (await highlighter).getLanguage(name);
  const flat: Token[] = [];
  let state: Parameters<typeof grammar.tokenizeLine>[1] = null;
  // Line by line, by the grammar alone: with a theme each line would be read twice.
  for (const [index, line] of code.split(/\r?\n/).entries()) {
    if (index > 0) flat.push({ text: '\n', kind: '' });
    if (line === '') continue;
    const read = grammar.tokenizeLine(line, state);
    state = read.ruleStack;
    for (const { startIndex, endIndex, scopes } of read.tokens)
      flat.push({ text: line.slice(startIndex, endIndex), kind: kindOf(scopes) });
  }
  const tokens = merge(flat);
  return name === 'powershell' || name === 'bat' ? tokens.flatMap(withOptions) : tokens;
}

/** The grammars of Windows' shells know no options of programs: a word that begins with a dash is one. */
function withOptions(token: Token): Token[] {
  if (token.kind !== '') return [token];
  return token.text
    .split(/(?<=^|\s)(--?[A-Za-z][\w-]*)/)
    .map((text, index): Token => ({ text, kind: index % 2 ? 't-f' : '' }))
    .filter(({ text }) => text !== '');
}

function kindOf(scopes: readonly string[]): Token['kind'] {
  for (const [pattern, kind] of RULES) if (scopes.some((scope) => pattern.test(scope))) return kind;
  return '';
}

/** Joins neighbours of one kind, white space to either side: fewer elements, the same look. */
function merge(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    if (last && (last.kind === token.kind || (last.kind === '' && /^\s*$/.test(token.text))))
      merged[merged.length - 1] = { text: last.text + token.text, kind: last.kind };
    else merged.push(token);
  }
  return merged;
}
