import type { Hit } from './rank.ts';
import type { Tokens } from './tokens.ts';

/** Longest line shown whole. */
const LONGEST = 1600;

/** The line that holds most of a match, and the pieces of it that were found. */
export function describeLine(
  text: string,
  tokens: Tokens,
  { found, signature }: Hit,
): { line: number; lineText: string; spans: [number, number][] } {
  const weights = new Map<number, number>();
  for (const [word, token] of found.at) {
    const line = tokens.lines[token] ?? 0;
    weights.set(line, (weights.get(line) ?? 0) + (signature.weights[word] ?? 0));
  }
  const [line] = [...weights].reduce((a, b) => (b[1] > a[1] ? b : a), [0, -1] as [number, number]);
  const own = found.at.filter(([, token]) => tokens.lines[token] === line);
  const first = tokens.starts[own[0]?.[1] ?? 0] ?? 0;
  let from = text.lastIndexOf('\n', first - 1) + 1;
  const end = text.indexOf('\n', first);
  let to = end < 0 ? text.length : end;
  if (text[to - 1] === '\r') to--;
  if (to - from > LONGEST) {
    from = Math.max(from, first - 200);
    to = Math.min(to, from + LONGEST);
  }
  const spans: [number, number][] = [];
  own.forEach(([word, token], i) => {
    const start = (tokens.starts[token] ?? 0) - from;
    const stop = Math.min(tokens.ends[token] ?? 0, to) - from;
    const last = spans[spans.length - 1];
    const prior = own[i - 1];
    const joined =
      prior && prior[0] === word - 1 && prior[1] === token - 1 && !signature.pattern.gaps[word]?.holes.length;
    if (start >= to - from) return;
    if (last && joined) last[1] = stop;
    else spans.push([start, stop]);
  });
  return { line: line + 1, lineText: text.slice(from, to), spans };
}
