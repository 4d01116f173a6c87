import { z } from 'astro/zod';

/** The tools by which /changes/ is sorted. */
export const CHANGE_TOOLS = [
  'docker',
  'compose',
  'dockerfile',
  'swarm',
  'kubectl',
  'kubernetes',
  'helm',
  'desktop',
] as const;

const pattern = z.string().min(3).refine(compiles, 'no regular expression of JavaScript');

/** One obsolete habit of content/changes.yaml. */
export const changeSchema = z
  .strictObject({
    /** Stands in addresses (/changes/#id): never rename it. */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
    tool: z.enum(CHANGE_TOOLS),
    /** Markdown with `code`, as `now` and `why`. */
    was: z.string().min(3),
    now: z.string().min(3),
    /** The version or date from which "now" holds. */
    since: z.coerce.string().min(2),
    why: z.string().min(20),
    source: z.url({ protocol: /^https?$/ }),
    /** Regular expressions of the old form; one that matches outside a mark stops the build. */
    find: z.array(pattern).min(1).optional(),
  })
  .refine(
    ({ now, find = [] }) =>
      !codeOf(now).some((code) => find.filter(compiles).some((text) => new RegExp(text, 'm').test(code))),
    '`find` matches the new form',
  );

const codeOf = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

function compiles(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'm'));
  } catch {
    return false;
  }
}
