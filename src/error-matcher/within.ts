/** Where a line stands in the fields of `kubectl describe`, YAML or JSON, by indentation. */

/** Lines read upwards at most. */
const LINES = 400;

/** Whether a place lies in a field that lies in another one, as in "Init Containers/State": names from the outside in, as they are printed. */
export function liesWithin(text: string, at: number, path: string): boolean {
  const wanted = path.split('/');
  let from = text.lastIndexOf('\n', at - 1) + 1;
  let depth = depthOf(text, from);
  for (let line = 0; line < LINES && from > 0 && depth > 0; line++) {
    const end = from - 1;
    from = text.lastIndexOf('\n', end - 1) + 1;
    if (text.slice(from, end).trim() === '') continue;
    const own = depthOf(text, from);
    if (own >= depth) continue;
    depth = own;
    if (names(text, from, end, wanted[wanted.length - 1] as string)) wanted.pop();
    if (wanted.length === 0) return true;
  }
  return false;
}

/** The indentation of a line. What begins with a dash lies deeper than its list's name, which YAML need not indent less. */
function depthOf(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - from + (text[at] === '-' ? 0.5 : 0);
}

/** Whether a line begins with this name and a colon: bare, in quotes, or behind the dash of a list. */
function names(text: string, from: number, end: number, name: string): boolean {
  const line = text.slice(from, Math.min(end, from + 200)).replace(/^[\s-]*"?/, '');
  return line.startsWith(name) && /^"?:/.test(line.slice(name.length));
}
