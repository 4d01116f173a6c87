import { z } from 'astro/zod';

/** One placeholder of content/values.yaml. */
export const valueSchema = z
  .strictObject({
    /** The word between the brackets. */
    name: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'upper-case letters, digits and underscores'),
    /** What the form calls it. */
    label: z.string().min(2).max(40),
    /** Shown until the reader types a value. */
    example: z.coerce.string().min(1),
    /** A regular expression of what it may look like, without anchors. */
    matches: z.string().min(1),
  })
  .refine(({ example, matches }) => fits(example, matches), 'the example does not match `matches`');

/** With the flag that the browser uses, see client/values.ts. */
function fits(example: string, matches: string): boolean {
  try {
    return new RegExp(`^(?:${matches})$`, 'u').test(example);
  } catch {
    return false;
  }
}
