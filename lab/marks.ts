/** Runs the old and the new form of each mark in content/changes.yaml and keeps what they printed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { faultsOf, type MarkRecording, type MarkSetup } from '../src/recordings/marks.ts';
import { REASONS } from '../src/recordings/types.ts';
import { clean } from './clean.ts';
import { LAB, PROJECT } from './paths.ts';
import { Session } from './session.ts';
import { isOutside } from './space.ts';
import { VERSIONS } from './tools.ts';

const RECORDED = join(LAB, 'recordings', 'marks.yaml');

interface Recorded {
  readonly day: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<string, MarkRecording>>;
}

export const markSetups = (): Record<string, MarkSetup> =>
  parse(readFileSync(join(LAB, 'marks.yaml'), 'utf8')) as Record<string, MarkSetup>;
const readMarks = (): Recorded | undefined =>
  existsSync(RECORDED) ? (parse(readFileSync(RECORDED, 'utf8')) as Recorded) : undefined;

/** marks [ID ...]: runs both forms of each mark, or of those named, and stores what they printed. */
export async function recordMarks(words: readonly string[]): Promise<void> {
  if (isOutside()) throw new Error('this is replayed in the lab only: leave --docker-host and --context out');
  const setups = markSetups();
  const mine: Record<string, MarkRecording> = {};
  for (const [id, setup] of Object.entries(setups)) {
    if (
      setup.reason ||
      !setup.was ||
      !setup.now ||
      (words.length > 0 && !words.includes(id) && !words.includes(`--${setup.on ?? 'docker'}`))
    )
      continue;
    const machine = setup.on === 'kube' ? 'k1' : 'eng1';
    await clean(machine);
    const session = new Session(machine, `mark-${machine}`, `/home/ada/${machine === 'k1' ? 'k8s/' : ''}${id}`);
    try {
      await session.run('. /opt/lab/src/inside/helpers.sh', { terminal: false });
      if (setup.prepare) await session.run(setup.prepare, { terminal: false, limit: 120_000 });
      const was = await session.run(setup.was.trim(), { terminal: false, limit: 60_000 });
      const now = await session.run(setup.now.trim(), { terminal: false, limit: 120_000 });
      mine[id] = { was: shortened(was), now: shortened(now) };
      const faults = faultsOf(setup, mine[id]);
      console.log(`${id}: ${faults.length === 0 ? 'proved' : faults.join('; ')}`);
    } catch (error) {
      console.log(`${id}: ${(error as Error).message}`);
    } finally {
      session.close();
    }
  }
  // Read again: the other lane may have written in the meantime.
  const marks = { ...readMarks()?.marks, ...mine };
  const sorted = Object.fromEntries(Object.keys(setups).flatMap((id) => (marks[id] ? [[id, marks[id]]] : [])));
  const { docker, engine, compose, kubernetes, helm } = VERSIONS;
  writeFileSync(
    RECORDED,
    stringify(
      {
        day: new Date().toISOString().slice(0, 10),
        versions: { docker, engine, compose, kubernetes, helm },
        marks: sorted,
      },
      { lineWidth: 0, blockQuote: 'literal' },
    ),
  );
}

/** A mark needs no more than the first lines of what was printed, and the last. */
function shortened<T extends { readonly out?: string; readonly err?: string }>(run: T): T {
  const cut = (text: string): string => {
    const lines = text.split('\n').map((line) => (line.length > 600 ? `${line.slice(0, 600)}…` : line));
    return lines.length > 30 ? [...lines.slice(0, 20), '...', ...lines.slice(-8)].join('\n') : lines.join('\n');
  };
  return { ...run, ...(run.out ? { out: cut(run.out) } : {}), ...(run.err ? { err: cut(run.err) } : {}) };
}

/** How many marks are proved, from committed files alone. */
export function markTable(
  changes = parse(readFileSync(join(PROJECT, 'content', 'changes.yaml'), 'utf8')) as { id: string }[],
): { all: number; proved: number; open: string[]; reasons: Map<string, number> } {
  const setups = markSetups();
  const recorded = readMarks()?.marks ?? {};
  const open: string[] = [];
  const reasons = new Map<string, number>();
  let proved = 0;
  for (const { id } of changes) {
    const setup = setups[id];
    const recording = recorded[id];
    if (setup?.reason) reasons.set(REASONS[setup.reason], (reasons.get(REASONS[setup.reason]) ?? 0) + 1);
    else if (!setup || !recording) open.push(`${id}: not recorded yet`);
    else {
      const faults = faultsOf(setup, recording);
      if (faults.length === 0) proved++;
      else open.push(`${id}: ${faults.join('; ')}`);
    }
  }
  return { all: changes.length, proved, open, reasons };
}
