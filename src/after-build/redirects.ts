/** Old addresses: the pages that stand at them, and old ids put back into pages. Pure. */
import type { Redirect } from '../content/data.ts';
import { META_POLICY } from '../lib/headers.ts';
import { withBase } from '../lib/site-address.ts';

/** Entries that the built site contradicts: the checks before the build do not know the ids of pages that are made from data. */
export function brokenRedirects(redirects: readonly Redirect[], answers: ReadonlySet<string>): string[] {
  return redirects.flatMap(({ from, to }) => [
    ...(answers.has(from) ? [`${from} still answers: remove the entry, or the page or id`] : []),
    ...(answers.has(to) ? [] : [`${from} leads to ${to}, which does not exist`]),
  ]);
}

/** Addresses once published that neither a page nor a redirect answers any more. */
export function lostPermalinks(
  published: readonly string[],
  answers: ReadonlySet<string>,
  redirects: readonly Redirect[],
): string[] {
  const froms = new Set(redirects.map(({ from }) => from));
  // A heading of a page that moved as a whole goes where the page went: the forwarding page keeps the fragment.
  return published.filter(
    (address) => !answers.has(address) && !froms.has(address) && !froms.has(address.replace(/#.*$/, '')),
  );
}

/** The page that stands at an old address: works without a script, keeps the fragment with one. `full` is where it leads, with the host if one is known. */
export function forwardingPage(to: string, base: string, full: string): string {
  const address = withBase(base, to);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${META_POLICY}"><title>This note has moved</title><meta name="robots" content="noindex"><link rel="canonical" href="${full}"><script src="${withBase(base, '/forward.js')}"></script><meta http-equiv="refresh" content="0; url=${address}"></head>
<body><main><p>This note has moved to <a href="${address}">${address}</a>.</p></main></body></html>
`;
}

/**
 * Puts the old ids of a page's parts back into its HTML: before the part that has the id now, or at the end of the page with
 * a pointer to the page that has it now. Throws if there is no place for one.
 */
export function withOldIds(html: string, page: string, redirects: readonly Redirect[], base: string): string {
  return redirects.reduce((text, { from, to }) => {
    const [path, old] = from.split('#');
    if (path !== page || !old) return text;
    const [target, id] = to.split('#');
    const moved = `<p id="${old}" class="moved">A part of this note has moved to <a href="${withBase(base, to)}">${withBase(base, to)}</a>.</p>`;
    const place =
      target !== page || id === undefined
        ? /(?=<nav class="turn"|<\/main>)/
        : new RegExp(`(?=<[a-z][^>]*\\sid="${id}")`);
    if (!place.test(text)) throw new Error(`content/redirects.yaml: ${from}: ${page} has no place for it`);
    return text.replace(place, target !== page || id === undefined ? moved : `<span id="${old}"></span>`);
  }, html);
}
