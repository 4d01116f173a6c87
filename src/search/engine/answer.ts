/** From a text to what a reader is shown, in the browser and in the terminal alike. */
import type { FirstStep } from '../../error-matcher/first-step.ts';
import type { PasteMatch } from '../../error-matcher/types.ts';
import type { RecordText } from '../format/record-text.ts';
import { corrected, type Found } from '../query/find.ts';
import { type Filters, groupByPage, type Outcome } from '../query/group-by-page.ts';
import { searchText, wordsBeside } from '../query/paste.ts';
import type { Engine } from './engine.ts';

export interface SearchRequest extends Filters {
  readonly text: string;
  readonly typing?: boolean;
  readonly exactly?: boolean;
  /** Groups to show. */
  readonly show?: number;
}

/** What an answer is made from. */
export interface Sources {
  readonly engine: Engine;
  /** Fixes whose messages the text holds. */
  readonly matches: readonly PasteMatch[];
  /** What a fix says first, by its id; nothing if it cannot be had. */
  readonly stepOf: (id: string) => Promise<FirstStep | undefined>;
}

export interface SearchAnswer {
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
}

/** Groups that are shown at first: with a browser's six connections they come in one go. */
export const FIRST = 5;

/** Searches for a text beside the fixes that it matches, which are not listed again among the results. */
export async function answer({ engine, matches, stepOf }: Sources, request: SearchRequest): Promise<SearchAnswer> {
  const { text } = request;
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
    step: await (step ?? stepOfFirst(texts, groups, stepOf)),
  };
}

/** What the first result says first, if it is a fix. */
function stepOfFirst(
  texts: SearchAnswer['texts'],
  [first]: Outcome['groups'],
  stepOf: Sources['stepOf'],
): Promise<FirstStep | undefined> | undefined {
  const lead = texts.get(first?.records[0] ?? -1);
  const id = lead?.kind === 'fix' ? /\/troubleshooting\/([^/]+)\/$/.exec(lead.url)?.[1] : undefined;
  return id === undefined ? undefined : stepOf(id);
}
