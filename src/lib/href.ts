/** A site-relative address under the base path: every link of a template goes through here. */
export function href(path: string): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return base + path;
}
