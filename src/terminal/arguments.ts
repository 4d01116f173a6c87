/** What the terminal program was asked for. Pure. */
import { parseArgs } from 'node:util';
import { nearest } from '../lib/nearest.ts';

export interface Asked {
  readonly what: 'search' | 'show' | 'help' | 'version';
  /** Words to search for, or the address to show; '' reads the standard input. */
  readonly text: string;
  readonly json: boolean;
  /** All steps of the fix, not the first ones. */
  readonly all: boolean;
  /** Results at most. */
  readonly results: number;
}

/** A wrong call: what was found, what is allowed. */
export class UsageError extends Error {}

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  json: { type: 'boolean' },
  all: { type: 'boolean', short: 'a' },
  results: { type: 'string', short: 'n' },
} as const;
const MOST_RESULTS = 50;

/** Reads the arguments after the program's name; throws a UsageError. */
export function readArguments(words: readonly string[]): Asked {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(OPTIONS, token.name)) throw new UsageError(unknown(token.rawName));
    const { type } = OPTIONS[token.name as keyof typeof OPTIONS];
    if (type === 'boolean' && token.value !== undefined)
      throw new UsageError(`${token.rawName} takes no value, found "${token.value}"`);
  }
  const [first, ...rest] = positionals;
  const show = first === 'show' && rest.length <= 1;
  if (show && rest.length === 0) throw new UsageError('show needs an address, such as /docker/clean-up/#all');
  return {
    what: values.help === true ? 'help' : values.version === true ? 'version' : show ? 'show' : 'search',
    text: show ? rest[0]! : positionals.filter((word) => word !== '-').join(' '),
    json: values.json === true,
    all: values.all === true,
    results: countOf(values.results),
  };
}

function countOf(value: string | boolean | undefined): number {
  if (value === undefined) return 5;
  if (typeof value === 'string' && /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_RESULTS)
    return Number(value);
  throw new UsageError(
    `--results takes a number from 1 to ${MOST_RESULTS}, found ${value === true || value === '' ? 'none' : `"${value}"`}`,
  );
}

function unknown(flag: string): string {
  const near = nearest(
    flag,
    Object.keys(OPTIONS).map((name) => `--${name}`),
  );
  return `${flag} is no option${near ? `; did you mean ${near}?` : ''} There are ${Object.keys(OPTIONS)
    .map((name) => `--${name}`)
    .join(', ')}; words that begin with a dash go after --`;
}
