/**
 * Judges pasted logs in Node, the way the page takes them: `node bench/errors/judge.ts FILE [--misses] [--half a|b] [--gaps]`.
 * A query names the fixes that are right (`fix`; none means that nothing may be claimed), those that may stand beside (`also`), and
 * whether a new fix of its own would be right too (`gap`). Halves are by a hash of the text: one to look at, one to be surprised by.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { signaturesOf } from '../../src/error-matcher/compile.ts';
import { matchText } from '../../src/error-matcher/match.ts';
import type { PasteMatch, SignatureFile } from '../../src/error-matcher/types.ts';
import { loadFixes } from '../../tests/helpers/load-fixes.ts';

interface Query {
  readonly q: string;
  readonly fix?: readonly string[];
  readonly also?: readonly string[];
  readonly gap?: boolean;
}

/** What became of one query. */
export interface Verdict {
  readonly query: Query;
  readonly matches: readonly PasteMatch[];
  readonly half: 'a' | 'b';
  readonly known: boolean;
  readonly first: boolean;
  readonly shown: boolean;
  readonly wrong: readonly string[];
}

/** Judges every query of a file that names its fixes; `today` are the fixes that were there when it was written. */
export function judge(data: { queries: readonly Query[]; today?: readonly string[] }, file: SignatureFile): Verdict[] {
  const today = new Set(data.today ?? []);
  return data.queries.flatMap((query): Verdict[] => {
    const { q, fix, also = [], gap = false } = query;
    if (!fix) return [];
    const matches = matchText(q, file);
    const ids = matches.map(({ id }) => id);
    const wrong = ids.filter((id) => !fix.includes(id) && !also.includes(id) && !(gap && !today.has(id)));
    const known = fix.length > 0;
    const half = Number.parseInt(createHash('sha1').update(q).digest('hex').slice(0, 4), 16) % 2 ? 'b' : 'a';
    const first = known ? fix.includes(ids[0] ?? '') : wrong.length === 0;
    const shown = known ? ids.some((id) => fix.includes(id)) : ids.length === 0;
    return [{ query, matches, half, known, first, shown, wrong }];
  });
}

const share = (list: readonly Verdict[], good: (verdict: Verdict) => boolean) =>
  list.length === 0 ? '' : (list.filter(good).length / list.length).toFixed(3);

function main(): void {
  const [path] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  if (!path) throw new Error('which file? node bench/errors/judge.ts FILE [--misses] [--half a|b] [--gaps]');
  const file = signaturesOf(loadFixes('content/troubleshooting'));
  const all = judge(JSON.parse(readFileSync(path, 'utf8')), file);
  const row = (name: string, list: readonly Verdict[]) => ({
    logs: name,
    n: list.length,
    first: share(list, ({ first }) => first),
    shown: share(list, ({ shown }) => shown),
    'with a wrong one': list.filter(({ wrong }) => wrong.length > 0).length,
  });
  const halves = [undefined, 'a', 'b'] as const;
  console.table(
    [true, false].flatMap((known) =>
      halves.map((half) =>
        row(
          `${known ? 'with a fix' : 'without'}${half ? `, half ${half}` : ''}`,
          all.filter((verdict) => verdict.known === known && (!half || verdict.half === half)),
        ),
      ),
    ),
  );
  const half = process.argv.includes('--half') ? process.argv[process.argv.indexOf('--half') + 1] : undefined;
  const gaps = process.argv.includes('--gaps');
  if (gaps || process.argv.includes('--misses'))
    for (const { query, matches, wrong, ...verdict } of all) {
      if ((half && verdict.half !== half) || (gaps ? !query.gap : verdict.first && wrong.length === 0)) continue;
      console.log(
        `- want ${query.fix?.join(' ') || 'none'}${query.gap ? ' (gap)' : ''}, wrong ${wrong.join(' ') || 'none'}`,
      );
      for (const match of matches) console.log(`    ${match.id} ${match.confidence} line ${match.line} ${match.role}`);
      console.log(`    ${query.q.slice(0, 400).replaceAll('\n', '\n    ')}`);
    }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
