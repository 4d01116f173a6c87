import { type Alignment, align } from './align.ts';
import { findCandidates } from './candidates.ts';
import { stripAnsi } from './clean.ts';
import { confidenceOf } from './confidence.ts';
import { contextOf } from './context.ts';
import { describedIn } from './described.ts';
import { isFragment } from './fragment.ts';
import { readHoles } from './holes.ts';
import { rowText } from './messages.ts';
import { describeLine } from './place.ts';
import { type Hit, type Placed, rankHits } from './rank.ts';
import { readRow, rowsIn } from './rows.ts';
import type { Signature } from './signature.ts';
import { type Index, indexOf } from './signature-index.ts';
import { standsAsState } from './states.ts';
import { type Tokens, tokenise } from './tokens.ts';
import type { FixRow, PasteMatch, Role, SignatureFile } from './types.ts';
import { liesWithin } from './within.ts';

/** Below this a match is not handed out: full-text search is the better answer. */
export const CONFIDENT = 0.5;
/** Longest text that is read; the rest is left alone. */
const LONGEST = 1_000_000;
/** Words looked at on both sides of what announced a message. */
const MARGIN = 45;

/** Fixes handed out at most; more help nobody. */
const MOST = 5;

/**
 * Finds the fixes whose messages stand in a text, whatever it is, first the one to begin with; none when nothing agrees well enough.
 * The page, the tests and the benchmarks all come this way.
 */
export function matchText(text: string, file: SignatureFile, limit = MOST): PasteMatch[] {
  const clean = stripAnsi(text.slice(0, LONGEST));
  const index = indexOf(file);
  const tokens = tokenise(clean, index.vocabulary);
  const found = findHits(clean, tokens, index).map((hit) => toMatch(hit, clean, tokens, index));
  return withRows(found, findRows(clean, file)).slice(0, limit);
}

/** Of so many fixes one message is read to get ready: by then a browser has compiled what it interprets at first, three times as slow. */
const TRIAL = 10;

/** Builds the index and tries it, so that a reader's own text finds all warm; takes tens of ms, for idle time. */
export function getReady(file: SignatureFile): void {
  const trial = file.fixes.flatMap(([, , [row]], fix) => (row && fix % TRIAL === 0 ? [rowText(row)] : []));
  matchText(trial.join('\n'), file);
}

/** How sure it is that a row says what its fix names: columns and words agree, but a state may pass by itself. */
const ROW = 0.75;

/** The fixes that rows of tables in a text lead to, in the order of the rows; those in which nothing failed come last. */
function findRows(text: string, { fixes, rows: known }: SignatureFile): PasteMatch[] {
  const found = new Map<number, PasteMatch>();
  for (const row of [...rowsIn(text), ...describedIn(text)])
    for (const [fix, table, cells] of known) {
      const holes = found.has(fix) ? undefined : readRow(row, { table, cells });
      if (!holes) continue;
      const [id, title] = fixes[fix] as FixRow;
      const spans = Object.keys(cells).map((column) => {
        const { from, text: cell } = row.cells[column]!;
        return [from, from + cell.length] as const;
      });
      const place = { line: row.line + 1, lineText: row.lineText, spans: spans.sort(([a], [b]) => a - b) };
      found.set(fix, { id, title, url: `/troubleshooting/${id}/`, role: 'cause', confidence: ROW, ...place, holes });
    }
  const isWarning = (fix: number): number => Number(fixes[fix]?.[3]?.includes('warning') ?? false);
  return [...found].sort(([a], [b]) => isWarning(a) - isWarning(b)).map(([, match]) => match);
}

/** A row tells where a fault shows, and a message why: rows come behind messages, and before what only warns. */
function withRows(messages: readonly PasteMatch[], rows: readonly PasteMatch[]): PasteMatch[] {
  const known = new Set(messages.map(({ id }) => id));
  const role: Role = messages.some((message) => message.role === 'cause') ? 'outcome' : 'cause';
  const own = rows.filter(({ id }) => !known.has(id)).map((row) => ({ ...row, role }));
  const isWarning = (message: PasteMatch) => message.role === 'warning';
  return [...messages.filter((message) => !isWarning(message)), ...own, ...messages.filter(isWarning)];
}

/** The messages in a text that is free of terminal colours, one a fix, best first. */
export function findHits(text: string, tokens: Tokens, index: Index): Placed[] {
  const context = contextOf(text);
  const present = new Set(tokens.ids);
  const hits: Hit[] = [];
  for (const candidate of findCandidates(tokens, index)) {
    const signature = index.signature(candidate.signature);
    const alone = isAlone(signature, present, context, index);
    const from = Math.max(0, candidate.from - MARGIN);
    const found = align(signature, tokens, from, Math.min(tokens.ids.length, candidate.to + MARGIN));
    if (!found || (signature.state && !isInPlace(text, tokens, found))) continue;
    if (signature.within.length > 0 && !isInField(signature, text, tokens, found)) continue;
    if (alone && !isFragment(signature, found, tokens)) continue;
    const confidence = confidenceOf(signature, found, tokens, context);
    if (confidence >= CONFIDENT) hits.push({ signature, found, confidence });
  }
  return rankHits(hits, tokens, index);
}

/** Whether a message that counts beside certain words only has none of them; a paste of containers has the word container. */
function isAlone({ beside }: Signature, present: ReadonlySet<number>, context: number, { vocabulary }: Index): boolean {
  if (beside.length === 0 || beside.some((id) => present.has(id))) return false;
  return context < 1 || !beside.includes(vocabulary.get('container') ?? -1);
}

/** Whether a message that counts in certain fields only lies in one of them. */
function isInField({ within }: Signature, text: string, tokens: Tokens, { at }: Alignment): boolean {
  const start = tokens.starts[at[0]?.[1] ?? 0] ?? 0;
  return within.some((path) => liesWithin(text, start, path));
}

function isInPlace(text: string, tokens: Tokens, { at }: Alignment): boolean {
  const first = at[0]?.[1] ?? 0;
  const last = at[at.length - 1]?.[1] ?? 0;
  return standsAsState(text, tokens.starts[first] ?? 0, tokens.ends[last] ?? 0);
}

function toMatch(hit: Placed, text: string, tokens: Tokens, index: Index): PasteMatch {
  const [id, title] = index.file.fixes[hit.signature.fix] as FixRow;
  const because = hit.because && index.file.fixes[hit.because.signature.fix]?.[0];
  const place = describeLine(text, tokens, hit);
  const holes = readHoles(text, tokens, hit.signature, hit.found);
  const confidence = Math.round(hit.confidence * 100) / 100;
  return {
    id,
    title,
    url: `/troubleshooting/${id}/`,
    role: hit.role,
    ...(because && { because }),
    confidence,
    ...place,
    holes,
  };
}
