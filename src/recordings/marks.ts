/** Whether a recording proves a mark of "was, now": the old form does what the mark says, the new one works. Pure. */
import type { Reason, Run } from './types.ts';

/** An entry of lab/marks.yaml. */
export interface MarkSetup {
  readonly on?: 'docker' | 'kube';
  readonly prepare?: string;
  readonly was?: string;
  readonly fails?: boolean;
  readonly says?: string;
  readonly now?: string;
  readonly shows?: string;
  readonly reason?: Reason;
}

export interface MarkRecording {
  readonly was: Run;
  readonly now: Run;
}

/** What is wrong with the proof of a mark; nothing when it is proved. */
export function faultsOf(setup: MarkSetup, recording: MarkRecording): string[] {
  const says = (run: Run, pattern: string | undefined): boolean =>
    pattern === undefined || new RegExp(pattern, 'm').test(`${run.out ?? ''}\n${run.err ?? ''}`);
  const { was, now } = recording;
  return [
    ...(setup.fails === true && was.exit === 0 ? ['the old form works'] : []),
    ...(says(was, setup.says) ? [] : [`the old form does not say "${setup.says}"`]),
    ...(now.exit === 0 ? [] : [`the new form ends with ${now.exit}`]),
    ...(says(now, setup.shows) ? [] : [`the new form does not print "${setup.shows}"`]),
  ];
}
