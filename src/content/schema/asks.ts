import { z } from 'astro/zod';

const phrases = z.array(z.string().min(1)).min(1);

/** A `<note>.asks.yaml`: phrases by the id of a heading, `page` for the opening. `content/asks.ts` reads it, and knows the lines. */
export const asksSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), phrases);

/** content/pages.asks.yaml: phrases by address. */
export const pageAsksSchema = z.record(z.string().regex(/^\//), phrases);
