import type { Alignment } from './align.ts';
import type { Gap } from './pattern.ts';
import type { Signature } from './signature.ts';
import type { Tokens } from './tokens.ts';

/** Longest value handed out. */
const LONGEST = 160;

/** What stands in the holes of a message, by name; the first value of a name stays. */
export function readHoles(
  text: string,
  tokens: Tokens,
  signature: Signature,
  { at }: Alignment,
): Record<string, string> {
  const values: Record<string, string> = {};
  const { gaps } = signature.pattern;
  const take = (gap: Gap | undefined, raw: string) => {
    if (!gap?.holes.length) return;
    const pieces = cut(inside(raw, gap), gap);
    gap.holes.forEach((hole, i) => {
      const value = trim(pieces[i] ?? '');
      const name = hole.toLowerCase();
      if (value && value.length <= LONGEST && values[name] === undefined) values[name] = value;
    });
  };
  at.forEach(([word, token], k) => {
    const prior = at[k - 1];
    const start = tokens.starts[token] ?? 0;
    if (prior && prior[0] === word - 1) take(gaps[word], text.slice(tokens.ends[prior[1]], start));
    if (!prior && word === 0)
      take(gaps[0], lastField(text.slice(text.lastIndexOf('\n', start - 1) + 1, start).slice(-LONGEST)));
  });
  const last = at[at.length - 1];
  if (last && last[0] === signature.ids.length - 1)
    take(gaps[signature.ids.length], rest(text, tokens.ends[last[1]] ?? 0));
  return values;
}

/** What stands between two words, without the literal text at both ends: `web` of `services.web:`, not `.web`. */
function inside(raw: string, { around, holes }: Gap): string {
  const [lead, tail] = [around[0] ?? '', around[holes.length] ?? ''];
  const from = lead !== '' && raw.startsWith(lead) ? lead.length : 0;
  const to = tail !== '' && raw.endsWith(tail) ? raw.length - tail.length : raw.length;
  return from < to ? raw.slice(from, to) : raw;
}

/** Cuts what stands between two words at the punctuation between its holes: the last `:` or `/`, but the first of anything longer. */
function cut(raw: string, gap: Gap): string[] {
  const pieces: string[] = [];
  let left = raw;
  for (let i = 1; i < gap.holes.length; i++) {
    const between = separator(left, gap.around[i] ?? '');
    const place =
      between.length === 1 && i === gap.holes.length - 1 ? left.lastIndexOf(between) : left.indexOf(between);
    if (place < 0) break;
    pieces.push(left.slice(0, place));
    left = left.slice(place + between.length);
  }
  pieces.push(left);
  return pieces;
}

function separator(text: string, around: string): string {
  return text.includes(around) && around ? around : around.trim() || ' ';
}

/** To the end of the line, or of the escaped line in JSON. */
function rest(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  const line = text.slice(from, Math.min(end < 0 ? text.length : end, from + 400));
  const escaped = line.indexOf('\\n');
  return escaped < 0 ? line : line.slice(0, escaped);
}

/** The word before the message: `web-1` of `time="..." web-1 exited with code 1`. */
function lastField(before: string): string {
  const fields = before.trim().split(/\s+/);
  return fields[fields.length - 1] ?? '';
}

function trim(raw: string): string {
  let from = 0;
  let to = raw.length;
  while (from < to && ' \t\r\n"\'`\\(,:;=[\u2018\u2019\u201c\u201d'.includes(raw[from] ?? '') && !keeps(raw, from))
    from++;
  while (to > from && ' \t\r\n"\'`\\),:;]}\u2018\u2019\u201c\u201d'.includes(raw[to - 1] ?? '')) to--;
  return unquote(raw.slice(from, to)).replace(/\s+/g, ' ').replace(/\.$/, '');
}

/** An address that begins with a bracket or a colon ([::]:80, :80) keeps it; a Windows pipe keeps its backslashes. */
function keeps(raw: string, at: number): boolean {
  return raw.startsWith('[::', at) || (raw[at] === ':' && /\d/.test(raw[at + 1] ?? '')) || raw.startsWith('\\\\.', at);
}

function unquote(raw: string): string {
  return raw.startsWith('&quot;') || raw.endsWith('&quot;') ? raw.replaceAll('&quot;', '') : raw;
}
