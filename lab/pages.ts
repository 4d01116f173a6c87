/** The commands that go through pages: record, check, coverage. */

import { formatFinding } from '../src/lib/finding.ts';
import { checkOutputs } from '../src/recordings/check.ts';
import { readRecording, skipsOf } from '../src/recordings/files.ts';
import { linesOf } from '../src/recordings/match.ts';
import { normalise } from '../src/recordings/normalise.ts';
import type { Run } from '../src/recordings/types.ts';
import { markTable } from './marks.ts';
import { mendPage } from './mend.ts';
import { allPages, readNoteFor } from './note.ts';
import { allProofs } from './proofs.ts';
import { machineOf, record, store } from './record.ts';
import { readSetup } from './setup.ts';
import { sheetTable } from './sheets.ts';
import { isOutside } from './space.ts';
import { claim, twinIsUp, withTwin } from './twin.ts';

const chosen = (words: readonly string[]): string[] => {
  const filters = words.filter((word) => !word.startsWith('--'));
  return allPages().filter(
    (page) =>
      filters.length === 0 ||
      filters.some((filter) => page === filter || page.startsWith(`${filter}/`) || page.split('/')[1] === filter),
  );
};

export function checkPage(page: string): ReturnType<typeof checkOutputs> {
  const note = readNoteFor(page);
  return checkOutputs(note.file, note.raw, readRecording(page), skipsOf(page));
}

/** record [PAGE|TOPIC ...] [--quiet]: replays and stores; then says where the page differs. */
export async function recordPages(words: readonly string[]): Promise<void> {
  const quiet = words.includes('--quiet');
  await inLanes(chosen(words), async (page) => {
    const started = Date.now();
    try {
      const recording = await record(page, quiet ? () => {} : console.log);
      if (recording) store(recording);
      const { findings } = checkPage(page);
      const blocks = recording ? `${recording.blocks.length} blocks` : 'nothing to run';
      console.log(`${page}: ${blocks}, ${findings.length} differ, ${Math.round((Date.now() - started) / 1000)} s`);
      if (!quiet) for (const finding of findings) console.log(formatFinding(finding));
    } catch (error) {
      console.log(`${page}: ${(error as Error).message}`);
    }
  });
}

/** Pages of the engines and of the cluster do not see one another: both go on at the same time. */
async function inLanes(pages: readonly string[], each: (page: string) => Promise<void>, share?: string): Promise<void> {
  const lanes = Map.groupBy(pages, (page) => machineOf(readNoteFor(page), readSetup(page)).startsWith('k'));
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const page of lane) if (claim(share, page)) await each(page);
    }),
  );
}

/** diff [PAGE ...] [--times]: replays, in two labs where a twin is up, and lists what prints differently from what is stored; stores nothing. */
export async function diffPages(words: readonly string[]): Promise<void> {
  const share = words.find((word) => word.startsWith('--share='))?.slice('--share='.length);
  if (share !== undefined || isOutside() || !twinIsUp()) return diffIn(words, share);
  const begun = Date.now();
  await withTwin(['diff', ...words], (folder) => diffIn(words, folder));
  console.log(`both labs: ${minutesSince(begun)}`);
}

/** A page that cannot be replayed does not end the replay of the others. */
const told = (page: string) => (error: unknown) => {
  console.log(`${page}: ${(error as Error).message}`);
  return undefined;
};

const minutesSince = (begun: number): string => `${((Date.now() - begun) / 60_000).toFixed(1)} min`;

async function diffIn(words: readonly string[], share: string | undefined): Promise<void> {
  let [changed, replayed] = [0, 0];
  const begun = Date.now();
  await inLanes(
    chosen(words),
    async (page) => {
      const stored = readRecording(page);
      const started = Date.now();
      const fresh = stored && (await record(page).catch(told(page)));
      replayed += Number(fresh !== undefined);
      if (words.includes('--times')) console.log(`${page}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
      for (const block of fresh?.blocks ?? []) {
        const before = stored?.blocks.find(({ at }) => at === block.at)?.runs ?? [];
        for (const [index, run] of block.runs.entries()) {
          const differences = linesThatDiffer(before[index], run);
          if (differences.length === 0) continue;
          changed++;
          console.log(
            `${page} ${block.at}: ${run.run.split('\n')[0]}\n${differences.map((line) => `    ${line}`).join('\n')}`,
          );
        }
      }
    },
    share,
  );
  console.log(
    `${changed} ${changed === 1 ? 'command prints' : 'commands print'} differently; ${replayed} pages replayed in ${minutesSince(begun)}`,
  );
}

/** The lines, and the exit code, that one run has and another has not, under the normalisation. */
export function linesThatDiffer(before: Run | undefined, after: Run): string[] {
  if (!before) return ['+ not recorded before'];
  const lines = (run: Run): string[] => linesOf(run).flat().map(normalise).filter(Boolean);
  const [a, b] = [lines(before), lines(after)];
  const code = before.exit === after.exit ? [] : [`- exit ${before.exit}`, `+ exit ${after.exit}`];
  return [
    ...code,
    ...a.filter((line) => !b.includes(line)).map((line) => `- ${line}`),
    ...b.filter((line) => !a.includes(line)).map((line) => `+ ${line}`),
  ];
}

/** check [PAGE ...]: holds the pages to the recordings, without a lab. */
export function checkPages(words: readonly string[]): void {
  const findings = chosen(words).flatMap((page) => [...checkPage(page).findings]);
  for (const finding of findings) console.log(`${formatFinding(finding)}\n`);
  console.log(`${findings.length} ${findings.length === 1 ? 'block differs' : 'blocks differ'} from what was printed`);
  if (findings.length > 0) process.exitCode = 1;
}

/** Whether a block of commands calls docker, kubectl or helm, by itself or in a pipe. */
export const callsTools = (code: string): boolean =>
  /(?:^|[|;&(]|\bdo|\bthen|\bsudo|\btime|\bxargs(?: -\S+)*)[ \t]*(?:[A-Z_]+=\S* )*(?:docker|kubectl|helm)\b/m.test(
    code,
  );

/** The lines of a page's output blocks whose commands call one of the tools. */
function linesOfTools(page: string): ReadonlySet<number> {
  let before = '';
  return new Set(
    readNoteFor(page).blocks.flatMap(({ kind, code, line }) => {
      if (kind === 'commands') before = code;
      return kind === 'output' && callsTools(before) ? [line] : [];
    }),
  );
}

/** coverage: how many output blocks are recorded, and why others are not; from committed files alone. */
export function coverage(): void {
  const rows = new Map<string, { all: number; recorded: number; differ: number; calls: number; known: number }>();
  const reasons = new Map<string, number>();
  for (const page of allPages()) {
    const topic = page.split('/')[0] ?? '';
    const row = rows.get(topic) ?? { all: 0, recorded: 0, differ: 0, calls: 0, known: 0 };
    const { findings, evidence } = checkPage(page);
    const tools = linesOfTools(page);
    for (const [line, one] of evidence) {
      row.all++;
      if (tools.has(line)) row.calls++;
      if (one.evidence === 'recorded' && tools.has(line)) row.known++;
      if (one.evidence === 'recorded') row.recorded++;
      else reasons.set(one.reason, (reasons.get(one.reason) ?? 0) + 1);
    }
    row.differ += findings.length;
    rows.set(topic, row);
  }
  const sum = [...rows.values()].reduce((a, b) => ({
    all: a.all + b.all,
    recorded: a.recorded + b.recorded,
    differ: a.differ + b.differ,
    calls: a.calls + b.calls,
    known: a.known + b.known,
  }));
  console.log('output blocks         all  recorded  of these differ   that call docker, kubectl or helm  recorded');
  for (const [topic, row] of [...rows, ['sum', sum] as const])
    console.log(
      `${topic.padEnd(18)} ${String(row.all).padStart(6)} ${String(row.recorded).padStart(9)} ${String(row.differ).padStart(16)} ${String(row.calls).padStart(34)} ${String(row.known).padStart(9)}`,
    );
  const fixes = allProofs();
  console.log(`\nfixes provoked: ${fixes.filter(({ state }) => state === 'proved').length} of ${fixes.length}`);
  const marks = markTable();
  console.log(`marks of "was, now" proved: ${marks.proved} of ${marks.all}`);
  for (const one of marks.open) console.log(`        ${one}`);
  console.log('\nrows of sheets                    all  run  as told');
  const sheets = sheetTable();
  for (const { page, rows: all, run, held } of [
    ...sheets,
    { page: 'sum', rows: total(sheets, 'rows'), run: total(sheets, 'run'), held: total(sheets, 'held') },
  ])
    console.log(`${page.padEnd(32)} ${String(all).padStart(4)} ${String(run).padStart(4)} ${String(held).padStart(8)}`);
  console.log('\ntyped, because it');
  for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(6)}  ${reason}`);
}

/** mend [PAGE ...]: rewrites output blocks from their recording where that is plain; review the diff. */
export function mendPages(words: readonly string[]): void {
  for (const page of chosen(words)) {
    const { findings, evidence, runs } = checkPage(page);
    if (findings.length === 0) continue;
    // A finding is at a line within its block.
    const starts = [...evidence.keys()].sort((a, b) => a - b);
    const differing = new Set(findings.map(({ line }) => starts.filter((start) => start <= line).at(-1) ?? line));
    for (const said of mendPage(page, differing, (line) => runs.get(line))) console.log(said);
  }
}

const total = (sheets: ReturnType<typeof sheetTable>, key: 'rows' | 'run' | 'held'): number =>
  sheets.reduce((sum, sheet) => sum + sheet[key], 0);
