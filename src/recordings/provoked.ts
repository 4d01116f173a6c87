/** Whether a recording proves a fix: the message leads to it, its check fails before the cure and holds after. Pure. */
import type { Recording, Run } from './types.ts';

export interface Proof {
  /** What the fault printed, both streams. */
  readonly message: string;
  /** The same below the command, as one copies it from a terminal. */
  readonly copied: string;
  readonly failedBefore: boolean;
  readonly holdsAfter: boolean;
  /** What the right command printed, where the fault is in what was typed: the message must be gone from it. */
  readonly afterwards?: string;
}

/** Reads the proof out of a recording; undefined when the fix was not provoked. `shown`: whether runs printed what the page shows of its check. */
export function proofOf(
  recording: Recording | undefined,
  shown?: (runs: readonly Run[]) => boolean,
): Proof | undefined {
  const runs = (at: string): readonly Run[] | undefined => recording?.blocks.find((block) => block.at === at)?.runs;
  const [fault, cure] = [runs('fault'), runs('cure')];
  // Where the fault is in what was typed, the wrong command is the check before, the right one the check after.
  const typed = !runs('check:before');
  const before = runs('check:before') ?? fault;
  const after = typed ? cure : (runs('check:after') ?? runs('check') ?? cure);
  if (!fault || !before || !after) return undefined;
  const text = (ran: readonly Run[]): string =>
    ran.map(({ out = '', err = '' }) => [err, out].filter(Boolean).join('\n')).join('\n');
  const message = text(fault);
  const good = (ran: readonly Run[]): boolean =>
    ran.length > 0 &&
    ran.every(({ exit, stopped }) => exit === 0 || stopped === true) &&
    (!shown || ran === cure || ran === fault || shown(ran));
  return {
    message,
    copied: `${fault.map(({ run }) => `$ ${run}`).join('\n')}\n${message}`,
    failedBefore: !good(before),
    holdsAfter: good(after),
    ...(typed ? { afterwards: text(after) } : {}),
  };
}

/** Whether the matcher names a fix first for what its fault printed. */
export const namesFirst = (id: string, matches: readonly { readonly id: string }[]): boolean => matches[0]?.id === id;
