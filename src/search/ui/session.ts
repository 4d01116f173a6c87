/** One box's searches: loads the index on first use, keeps the latest answer only, and says how it stands. */
import type { FirstStep } from '../../error-matcher/first-step.ts';
import type { PasteMatch, SignatureFile } from '../../error-matcher/types.ts';
import { answer, type SearchAnswer, type SearchRequest } from '../engine/answer.ts';
import { type Engine, getJson, openEngine } from '../engine/engine.ts';
import { MOST_TEXT } from '../query/paste.ts';
import { fetchIndexFile } from './index-files.ts';

/** An answer to what a box held. */
export interface Answer extends SearchAnswer {
  /** The text was longer than is read. */
  readonly cut: boolean;
}

export type State =
  | { readonly name: 'idle' }
  | { readonly name: 'loading' }
  | { readonly name: 'ready' | 'empty'; readonly answer: Answer }
  | { readonly name: 'error'; readonly text: string; readonly reason: 'offline' | 'missing' };

export type Request = SearchRequest;

/** How many groups each "more" brings. */
export const MORE = 10;
/** The attribute `data-search-query` holds the text that results are for; of a huge one its beginning. */
export const LONGEST_ATTRIBUTE = 20_000;
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

/** Begins to load the index and the messages; a load that failed is tried again at the next call. */
export function warmUp(): Promise<Engine> {
  opened ??= openEngine(folder, fetchIndexFile);
  void messages().catch(() => {});
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
  return { ...(await answer({ engine, matches, stepOf }, { ...request, text })), cut: request.text.length > MOST_TEXT };
}

let signatures: Promise<(text: string) => PasteMatch[]> | undefined;

/** Loads what finds messages in a text, and gets it ready while the reader reaches for the keys. */
function messages(): Promise<(text: string) => PasteMatch[]> {
  signatures ??= Promise.all([
    import('../../error-matcher/match.ts'),
    getJson<SignatureFile>(`${folder.replace(/pagefind\/$/, '')}search/signatures.json`),
  ]).then(([{ getReady, matchText }, file]) => {
    whenIdle(() => getReady(file));
    return (text) => matchText(text, file);
  });
  signatures.catch(() => {
    signatures = undefined;
  });
  return signatures;
}

/** Runs a task when nothing else is to be done; Safari does not say when, and a timer's turn must do. */
function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 2000 });
  else setTimeout(task, 200);
}

/** Fixes whose message a text holds; none if the messages cannot be had, for the search itself still works. */
async function matchesOf(text: string): Promise<PasteMatch[]> {
  try {
    return (await messages())(text);
  } catch {
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
