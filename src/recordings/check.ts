/** Output blocks against their recording: findings for what was not printed, and the evidence that the page shows. Pure. */
import type { Finding } from '../lib/finding.ts';
import { compare } from './match.ts';
import { type Evidence, REASONS, type Reason, type Recording, type Run } from './types.ts';

/** A fence of a note, as far as it matters here. */
export interface NoteBlock {
  readonly lang: string;
  readonly meta: string;
  readonly code: string;
  /** 1-based line of its first line. */
  readonly line: number;
  /** The id of its heading, empty in the opening. */
  readonly section: string;
}

export interface AddressedBlock extends NoteBlock {
  /** `section`, from the second one on `section.2`; outputs with `out:` before it. */
  readonly at: string;
  readonly kind: 'commands' | 'output' | 'other';
}

const COMMANDS = new Set(['sh', 'bash', 'powershell', 'cmd']);

/** Gives the blocks of commands and of output their addresses: heading and place under it. */
export function addressBlocks(blocks: readonly NoteBlock[]): AddressedBlock[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const kind =
      block.lang === 'output'
        ? 'output'
        : COMMANDS.has(block.lang) && !/\bfile=/.test(block.meta)
          ? 'commands'
          : 'other';
    const base = `${kind === 'output' ? 'out:' : kind === 'other' ? 'file:' : ''}${block.section || 'opening'}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return { ...block, kind, at: count === 1 ? base : `${base}.${count}` };
  });
}

/** Why blocks of a page are not run, by address; `*` for the whole page. */
export type Skips = Readonly<Record<string, Reason>>;

export interface Checked {
  readonly findings: readonly Finding[];
  /** By the 1-based line of an output block. */
  readonly evidence: ReadonlyMap<number, Evidence>;
  /** What was run before a recorded output block, by the same line. */
  readonly runs: ReadonlyMap<number, readonly Run[]>;
  readonly ran: Ran;
}

/** How many of a page's blocks of commands were run, and what kept the others from it, in the words for the reader. */
export interface Ran {
  readonly blocks: number;
  readonly of: number;
  readonly lacked?: string;
}

/** Reasons that lie in what the lab is, and not in the block. */
const LACKS: readonly Reason[] = ['cloud', 'desktop', 'internet', 'kernel', 'program', 'release'];

/** Counts what a recording holds of the blocks of commands. Pure. */
function ranOf(blocks: readonly AddressedBlock[], recorded: ReadonlySet<string>, skips: Skips): Ran {
  const commands = blocks.filter(({ kind }) => kind === 'commands');
  const lacked = LACKS.find((reason) => commands.some(({ at }) => (skips[at] ?? skips['*']) === reason));
  return {
    blocks: commands.filter(({ at }) => recorded.has(at)).length,
    of: commands.length,
    ...(lacked ? { lacked: REASONS[lacked] } : {}),
  };
}

/** A title that tells the reader that lines are left out; then they may be, everywhere. */
export const IN_PART = /\btitle="[^"]*\b(?:in part|shortened|events at the end)\b/i;

const ORDINALS: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2 };

/** The one run that the title of an output names, `docker ps prints`; else all runs of the block before it. */
function titled(block: AddressedBlock, runs: readonly Run[] | undefined): readonly Run[] | undefined {
  const title = (/\btitle="([^"]*)"/.exec(block.meta)?.[1] ?? '').replace(/`/g, '');
  const [, place, two] = /\bthe (first|second|third|last)( two)?\b/i.exec(title) ?? [];
  if (place && runs && runs.length > 1)
    return place.toLowerCase() === 'last'
      ? runs.slice(two ? -2 : -1)
      : runs.slice(ORDINALS[place.toLowerCase()] ?? 0, (ORDINALS[place.toLowerCase()] ?? 0) + (two ? 2 : 1));
  const named = title.replace(/[,;:] .*$/, '').replace(/ prints\b.*$/, '');
  const exact = runs?.filter(({ run }) => run === named);
  const found = exact?.length
    ? exact
    : /^[a-z]/.test(named) && named.includes(' ')
      ? runs?.filter(({ run }) => run.startsWith(named))
      : undefined;
  return found && found.length > 0 ? found : runs;
}

/** Whether runs printed what an output block shows. */
export const fits = (block: AddressedBlock, runs: readonly Run[]): boolean =>
  compare(block.code.split('\n'), titled(block, runs) ?? [], IN_PART.test(block.meta)) === undefined;

/** Holds each output block of a note to what the commands before it printed. */
export function checkOutputs(
  file: string,
  blocks: readonly NoteBlock[],
  recording: Recording | undefined,
  skips: Skips = {},
): Checked {
  const findings: Finding[] = [];
  const evidence = new Map<number, Evidence>();
  const used = new Map<number, readonly Run[]>();
  const recorded = new Map((recording?.blocks ?? []).map((block) => [block.at, block.runs]));
  const addressed = addressBlocks(blocks);
  let before: AddressedBlock | undefined;
  for (const block of addressed) {
    if (block.kind === 'commands') before = block;
    if (block.kind !== 'output') continue;
    const reason = skips[block.at] ?? (before && skips[before.at]) ?? skips['*'];
    const runs = reason ? undefined : (recorded.get(block.at) ?? titled(block, before && recorded.get(before.at)));
    if (!runs || !recording) {
      evidence.set(block.line, { evidence: 'typed', reason: reason ? REASONS[reason] : 'not recorded yet' });
      continue;
    }
    evidence.set(block.line, { evidence: 'recorded', day: recording.day, versions: recording.versions });
    used.set(block.line, runs);
    const difference = compare(block.code.split('\n'), runs, IN_PART.test(block.meta));
    if (difference)
      findings.push({
        file,
        line: block.line + difference.index,
        found:
          difference.line === ''
            ? `the output ends here, but the machine printed more`
            : `"${difference.line.trim()}" ${difference.why === 'not printed' ? 'was not printed' : 'was printed, but not right behind the line before it'}`,
        allowed:
          difference.printed === undefined
            ? 'nothing more was printed'
            : `printed there: "${difference.printed.trim()}"`,
        fix: `take the line from lab/recordings/${recording.page}.yaml (${block.at}), or mark what is left out with a line "..."; after a change of the commands: npm run lab -- record ${recording.page}`,
      });
  }
  return { findings, evidence, runs: used, ran: ranOf(addressed, new Set(recorded.keys()), skips) };
}
