/** Output blocks against their recording: findings for what was not printed, and the evidence that the page shows. Pure. */
import type { Finding } from '../lib/finding.ts';
import { compare } from './match.ts';
import { type Evidence, REASONS, type Reason, type Recording } from './types.ts';

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
    const kind = block.lang === 'output' ? 'output' : COMMANDS.has(block.lang) && !/\bfile=/.test(block.meta) ? 'commands' : 'other';
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
}

/** Holds each output block of a note to what the commands before it printed. */
export function checkOutputs(file: string, blocks: readonly NoteBlock[], recording: Recording | undefined, skips: Skips = {}): Checked {
  const findings: Finding[] = [];
  const evidence = new Map<number, Evidence>();
  const recorded = new Map((recording?.blocks ?? []).map((block) => [block.at, block.runs]));
  let before: AddressedBlock | undefined;
  for (const block of addressBlocks(blocks)) {
    if (block.kind === 'commands') before = block;
    if (block.kind !== 'output') continue;
    const reason = skips[block.at] ?? (before && skips[before.at]) ?? skips['*'];
    const runs = reason ? undefined : (recorded.get(block.at) ?? (before && recorded.get(before.at)));
    if (!runs || !recording) {
      evidence.set(block.line, { evidence: 'typed', reason: reason ? REASONS[reason] : 'not recorded yet' });
      continue;
    }
    evidence.set(block.line, { evidence: 'recorded', day: recording.day, versions: recording.versions });
    const difference = compare(block.code.split('\n'), runs);
    if (difference)
      findings.push({
        file,
        line: block.line + difference.index,
        found: difference.line === '' ? `the output ends here, but the machine printed more` : `"${difference.line.trim()}" ${difference.why === 'not printed' ? 'was not printed' : 'was printed, but not right behind the line before it'}`,
        allowed: difference.printed === undefined ? 'nothing more was printed' : `printed there: "${difference.printed.trim()}"`,
        fix: `take the line from lab/recordings/${recording.page}.yaml (${block.at}), or mark what is left out with a line "..."; after a change of the commands: npm run lab -- record ${recording.page}`,
      });
  }
  return { findings, evidence };
}
