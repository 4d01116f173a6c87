/** The commands that go through pages: record, check, coverage. */
import { checkOutputs, type Skips } from '../src/recordings/check.ts';
import { formatFinding } from '../src/lib/finding.ts';
import { mendPage } from './mend.ts';
import { markTable } from './marks.ts';
import { allPages, readNoteFor } from './note.ts';
import { allProofs } from './proofs.ts';
import { readRecording, record, store } from './record.ts';
import { readSetup } from './setup.ts';
import { sheetTable } from './sheets.ts';

const chosen = (words: readonly string[]): string[] => {
  const filters = words.filter((word) => !word.startsWith('--'));
  return allPages().filter((page) => filters.length === 0 || filters.some((filter) => page === filter || page.startsWith(`${filter}/`) || page.split('/')[1] === filter));
};

/** Why blocks of a page are not run, as its set-up says. */
export function skipsOf(page: string): Skips {
  const setup = readSetup(page);
  const blocks = Object.entries(setup.blocks ?? {}).flatMap(([at, own]) => {
    const reason = typeof own === 'string' ? own : own.skip;
    return reason ? [[at, reason] as const] : [];
  });
  return { ...(setup.skip ? { '*': setup.skip } : {}), ...Object.fromEntries(blocks) };
}

export function checkPage(page: string): ReturnType<typeof checkOutputs> {
  const note = readNoteFor(page);
  return checkOutputs(note.file, note.raw, readRecording(page), skipsOf(page));
}

/** record [PAGE|TOPIC ...] [--quiet]: replays and stores; then says where the page differs. */
export async function recordPages(words: readonly string[]): Promise<void> {
  const quiet = words.includes('--quiet');
  for (const page of chosen(words)) {
    const started = Date.now();
    try {
      const recording = await record(page, quiet ? () => {} : console.log);
      if (recording) store(recording);
      const { findings } = checkPage(page);
      console.log(`${page}: ${recording ? `${recording.blocks.length} blocks` : 'nothing to run'}, ${findings.length} differ, ${Math.round((Date.now() - started) / 1000)} s`);
      if (!quiet) for (const finding of findings) console.log(formatFinding(finding));
    } catch (error) {
      console.log(`${page}: ${(error as Error).message}`);
    }
  }
}

/** check [PAGE ...]: holds the pages to the recordings, without a lab. */
export function checkPages(words: readonly string[]): void {
  const findings = chosen(words).flatMap((page) => [...checkPage(page).findings]);
  for (const finding of findings) console.log(`${formatFinding(finding)}\n`);
  console.log(`${findings.length} ${findings.length === 1 ? 'block differs' : 'blocks differ'} from what was printed`);
  if (findings.length > 0) process.exitCode = 1;
}

/** coverage: how many output blocks are recorded, and why others are not; from committed files alone. */
export function coverage(): void {
  const rows = new Map<string, { all: number; recorded: number; differ: number }>();
  const reasons = new Map<string, number>();
  for (const page of allPages()) {
    const topic = page.split('/')[0] ?? '';
    const row = rows.get(topic) ?? { all: 0, recorded: 0, differ: 0 };
    const { findings, evidence } = checkPage(page);
    for (const one of evidence.values()) {
      row.all++;
      if (one.evidence === 'recorded') row.recorded++;
      else reasons.set(one.reason, (reasons.get(one.reason) ?? 0) + 1);
    }
    row.differ += findings.length;
    rows.set(topic, row);
  }
  const sum = [...rows.values()].reduce((a, b) => ({ all: a.all + b.all, recorded: a.recorded + b.recorded, differ: a.differ + b.differ }));
  console.log('output blocks         all  recorded  of these differ');
  for (const [topic, row] of [...rows, ['sum', sum] as const]) console.log(`${topic.padEnd(18)} ${String(row.all).padStart(6)} ${String(row.recorded).padStart(9)} ${String(row.differ).padStart(16)}`);
  const fixes = allProofs();
  console.log(`\nfixes provoked: ${fixes.filter(({ state }) => state === 'proved').length} of ${fixes.length}`);
  const marks = markTable();
  console.log(`marks of "was, now" proved: ${marks.proved} of ${marks.all}`);
  for (const one of marks.open) console.log(`        ${one}`);
  console.log('\nrows of sheets                    all  run  as told');
  const sheets = sheetTable();
  for (const { page, rows: all, run, held } of [...sheets, { page: 'sum', rows: total(sheets, 'rows'), run: total(sheets, 'run'), held: total(sheets, 'held') }]) console.log(`${page.padEnd(32)} ${String(all).padStart(4)} ${String(run).padStart(4)} ${String(held).padStart(8)}`);
  console.log('\ntyped, because it');
  for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1])) console.log(`${String(count).padStart(6)}  ${reason}`);
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

const total = (sheets: ReturnType<typeof sheetTable>, key: 'rows' | 'run' | 'held'): number => sheets.reduce((sum, sheet) => sum + sheet[key], 0);
