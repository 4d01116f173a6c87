import { z } from 'astro/zod';

const ADDRESS = /^\/([\w.-]+\/)*(#[\w-]+)?$/;
const address = z.string().regex(ADDRESS, 'an address such as /docker/clean-up/ or /docker/clean-up/#volumes');

/** One note of content/sources.yaml. */
export const sourceSchema = z.strictObject({
  /** Stands in front matter and in addresses (/sources/#id): never rename it. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  title: z.string().min(3),
  about: z.string().min(20),
});

/** One entry of content/redirects.yaml. */
export const redirectSchema = z.strictObject({
  /** An address that was published and is gone. */
  from: address,
  /** The address that answers for it. */
  to: address,
});
