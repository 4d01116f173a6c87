import type { Call } from './call.ts';
import type { Problem } from './problem.ts';

/** Go templates and jsonpath in the flags of calls. */
export function checkTemplates(_calls: readonly Call[]): Problem[] {
  return [];
}
