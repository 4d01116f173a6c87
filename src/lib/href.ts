import { withBase, withoutBase } from './site-address.ts';

/** The base path of the build, as Astro and Vite know it: empty, or such as `/notes`. */
const base = (): string => import.meta.env.BASE_URL.replace(/\/$/, '');

/** A site-relative address under the base path: every link of a template goes through here. */
export const href = (path: string): string => withBase(base(), path);

/** The way back: the path of a page as notes and checks name it. */
export const pathOf = (pathname: string): string => withoutBase(base(), pathname);
