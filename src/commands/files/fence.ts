import type { PageFence } from '../page.ts';
import type { Problem } from '../problem.ts';

/** The check of a fence that is a file. */
export function checkFile(fence: PageFence): { kind: string | undefined; problems: Problem[] } {
  return { kind: fence.lang, problems: [] };
}
