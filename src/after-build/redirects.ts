/** Old addresses: checked against the built site, and the pages that stand at them. Pure. */

/** An entry of content/redirects.yaml. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** What is wrong with the entries, given every address (with and without #id) that the built site answers. */
export function checkRedirects(redirects: readonly Redirect[], answers: ReadonlySet<string>): string[] {
  const froms = new Set(redirects.map(({ from }) => from));
  return redirects.flatMap(({ from, to }, index) => {
    const problems: string[] = [];
    if (!/^\/([\w./-]+\/)?(#[\w-]+)?$/.test(from) || from === '/')
      problems.push(`${from} is no address of the form /old/page/ or /page/#old`);
    if (answers.has(from)) problems.push(`${from} still exists: remove the entry or the page`);
    if (froms.has(to)) problems.push(`${from} leads to ${to}, which is itself redirected: name the final address`);
    else if (!answers.has(to)) problems.push(`${from} leads to ${to}, which does not exist`);
    if (from === to) problems.push(`${from} leads to itself`);
    const previous = redirects[index - 1];
    if (previous && previous.from >= from)
      problems.push(
        previous.from === from ? `${from} stands twice` : `${from} stands after ${previous.from}: keep the list sorted`,
      );
    return problems;
  });
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

/** The page that stands at an old address: works without a script, keeps the fragment with one. */
export function forwardingPage(to: string, site: string, base = ''): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>This note has moved</title><meta name="robots" content="noindex"><link rel="canonical" href="${site}${to}"><script src="${base}/forward.js"></script><meta http-equiv="refresh" content="0; url=${base}${to}"></head>
<body><main><p>This note has moved to <a href="${base}${to}">${to}</a>.</p></main></body></html>
`;
}

/** Puts the old ids of a page's headings back into its HTML: before the heading, or as a pointer to the page that has it now. */
export function withOldIds(html: string, page: string, redirects: readonly Redirect[]): string {
  return redirects.reduce((text, { from, to }) => {
    const [path, old] = from.split('#');
    if (path !== page || !old) return text;
    const [target, id] = to.split('#');
    if (target !== page)
      return text.replace(
        '<nav class="turn"',
        `<p id="${old}" class="moved">A part of this note has moved to <a href="${to}">${to}</a>.</p><nav class="turn"`,
      );
    return text.replace(new RegExp(`(?=<h[23] id="${id}")`), `<span id="${old}"></span>`);
  }, html);
}
