/** One box's searches: loads the index on first use, keeps the latest answer only, and says how it stands. */
import type { FirstStep } from '../../error-matcher/first-step.ts';
import type { PasteMatch } from '../../error-matcher/types.ts';
import { type Engine, getJson, openEngine } from '../engine/engine.ts';
import type { RecordText } from '../format/record-text.ts';
import { corrected, type Found } from '../query/find.ts';
import { type Filters, groupByPage, type Outcome } from '../query/group-by-page.ts';
import { MOST_TEXT, searchText, wordsBeside } from '../query/paste.ts';

export interface Answer {
  readonly text: string;
  readonly outcome: Outcome;
  /** Texts of the first groups, in the order of their records. */
  readonly texts: ReadonlyMap<number, RecordText>;
  readonly found: Found;
  /** The text that was searched instead, if words were corrected. */
  readonly instead: string | undefined;
  readonly matches: readonly PasteMatch[];
  /** What the fix of the first match, or else of the first result, says first. */
  readonly step: FirstStep | undefined;
  /** The text was longer than is read. */
  readonly cut: boolean;
}

export type State =
  | { readonly name: 'idle' }
  | { readonly name: 'loading' }
  | { readonly name: 'ready' | 'empty'; readonly answer: Answer }
  | { readonly name: 'error'; readonly text: string; readonly reason: 'offline' | 'missing' };

export interface Request extends Filters {
  readonly text: string;
  readonly typing?: boolean;
  readonly exactly?: boolean;
  /** Groups to show. */
  readonly show?: number;
}

/** Groups that are shown at first, and how many more at each "more": with a browser's six connections the first come in one go. */
export const FIRST = 5;
export const MORE = 10;
const folder = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind/`;
let opened: Promise<Engine> | undefined;

let known: ReadonlySet<string> | undefined;

/** How long the fingers must rest before a search, in ms: not at all after a word that the site knows, longest where a word just begins. */
export function restFor(text: string): number {
  const last = /[a-z]+$/i.exec(text)?.[0].toLowerCase();
  return !last || known?.has(last) ? 0 : last.length < 3 ? 120 : 60;
}

/** One letter more or less; a text that comes at once, pasted or dictated, is complete. */
export const isKeystroke = (event: Event): boolean =>
  event instanceof InputEvent &&
  /^(insertText|insertCompositionText|deleteContent)/.test(event.inputType) &&
  (event.data?.length ?? 0) <= 1;

/** Begins to load the index; a load that failed is tried again at the next call. */
export function warmUp(): Promise<Engine> {
  opened ??= openEngine(folder);
  opened.then(({ data }) => {
    known ??= new Set(data.words.map(({ text }) => text));
  }, startAgain);
  return opened;
}

/** After a failure everything is opened anew: pieces may be missing, or belong to an older build of the site. */
function startAgain(): void {
  opened = undefined;
}

/** Answers requests one after the other; `show` never sees an answer older than the last one. */
export class Session {
  private latest = 0;
  private readonly show: (state: State) => void;

  constructor(show: (state: State) => void) {
    this.show = show;
  }

  /** Searches, and shows the answer unless another request came meanwhile. */
  async ask(request: Request): Promise<void> {
    this.latest += 1;
    const own = this.latest;
    const text = request.text.slice(0, MOST_TEXT);
    if (text.trim() === '') return this.show({ name: 'idle' });
    this.show({ name: 'loading' });
    try {
      const answer = await answerTo(request, text);
      if (own === this.latest)
        this.show({ name: answer.outcome.groups.length + answer.matches.length > 0 ? 'ready' : 'empty', answer });
    } catch {
      startAgain();
      const reason = await reasonOf();
      // Meanwhile another request may have been answered.
      if (own === this.latest) this.show({ name: 'error', text, reason });
    }
  }
}

async function answerTo(request: Request, text: string): Promise<Answer> {
  const [engine, matches] = await Promise.all([warmUp(), matchesOf(text)]);
  const step = matches[0] && stepOf(matches[0].id);
  const words = matches[0]
    ? wordsBeside(text, matches[0].title, engine.data.words)
    : searchText(text, engine.data.words);
  const found = await engine.find(words, {
    typing: request.typing === true && words === text,
    exactly: request.exactly === true,
  });
  const known = new Set(matches.map(({ url }) => url));
  const outcome = groupByPage(found.ranked, engine.data.facts, request);
  const shown = outcome.groups.slice(0, request.show ?? FIRST).flatMap(({ records }) => records);
  const texts = new Map(await Promise.all(shown.map(async (record) => [record, await engine.text(record)] as const)));
  const groups =
    known.size === 0
      ? outcome.groups
      : outcome.groups.filter(({ records }) => !known.has(texts.get(records[0]!)?.url ?? ''));
  return {
    text,
    outcome: { ...outcome, groups },
    texts,
    found,
    instead: found.corrections.length > 0 ? corrected(words, found.corrections) : undefined,
    matches,
    step: await (step ?? stepOfFirst(texts, groups)),
    cut: request.text.length > MOST_TEXT,
  };
}

/** What the first result says first, if it is a fix. */
function stepOfFirst(texts: Answer['texts'], [first]: Outcome['groups']): Promise<FirstStep | undefined> | undefined {
  const lead = texts.get(first?.records[0] ?? -1);
  const id = lead?.kind === 'fix' ? /\/troubleshooting\/([^/]+)\/$/.exec(lead.url)?.[1] : undefined;
  return id === undefined ? undefined : stepOf(id);
}

let signatures: Promise<(text: string) => PasteMatch[]> | undefined;

/** Fixes whose message a text holds; none if the signatures cannot be had, for the search itself still works. */
async function matchesOf(text: string): Promise<PasteMatch[]> {
  signatures ??= Promise.all([
    import('../../error-matcher/match.ts'),
    getJson<Parameters<typeof import('../../error-matcher/match.ts').matchText>[1]>(
      `${folder.replace(/pagefind\/$/, '')}search/signatures.json`,
    ),
  ]).then(
    ([{ matchText }, file]) =>
      (own) =>
        matchText(own, file),
  );
  try {
    return (await signatures)(text);
  } catch {
    signatures = undefined;
    return [];
  }
}

const steps = new Map<string, Promise<FirstStep | undefined>>();

/** What a fix says first; nothing if it cannot be had, for its link still works. */
function stepOf(id: string): Promise<FirstStep | undefined> {
  const known = steps.get(id);
  if (known) return known;
  const step = getJson<FirstStep>(`${folder.replace(/pagefind\/$/, '')}search/steps/${id}.json`).catch(() => {
    steps.delete(id);
    return undefined;
  });
  steps.set(id, step);
  return step;
}

async function reachable(): Promise<void> {
  const { ok, status } = await fetch(`${folder}site.json`, { method: 'HEAD' });
  if (!ok) throw new Error(`${status} for the search index`);
}

const reasonOf = (): Promise<'offline' | 'missing'> =>
  reachable().then(
    () => 'offline',
    (error: unknown) =>
      navigator.onLine && error instanceof Error && /^\d/.test(error.message) ? 'missing' : 'offline',
  );
