/** Which line of a record to show, and which of its words to mark. Pure. */
import type { Line } from '../../built-site/record.ts';
import { tokenise } from './tokens.ts';

/** A piece of a line; `code` for inline code, `mark` for a word that was asked for. */
export interface Piece {
  readonly text: string;
  readonly mark: boolean;
  readonly code: boolean;
}

/** Characters of a line of text that a result shows. */
const WIDTH = 210;

/** Start and end of the words of a text whose key is asked for. */
export function spansOf(text: string, keys: ReadonlySet<string>): [number, number][] {
  const spans: [number, number][] = [];
  for (const { key, start, end } of tokenise(text)) {
    if (!keys.has(key)) continue;
    const last = spans.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
}

/** The line that holds most of what was asked for; of equals a command, then the first. */
export function bestLine(lines: readonly Line[], keys: ReadonlySet<string>): Line | undefined {
  let best: Line | undefined;
  let most = -1;
  for (const line of lines) {
    const tokens = tokenise(line.text).filter(({ key }) => keys.has(key));
    const value =
      new Set(tokens.map(({ key }) => key)).size +
      (line.kind === 'code' ? 0.5 : line.kind === 'output' ? -0.5 : 0) +
      Math.min(0.4, line.text.length / 400);
    if (value > most) [best, most] = [line, value];
  }
  return best;
}

/** A line cut around its first marked words, in pieces. */
export function piecesOf(line: Line, keys: ReadonlySet<string>): Piece[] {
  const spans = spansOf(line.text, keys);
  let from = 0;
  let to = line.text.length;
  if (to > WIDTH) {
    from = Math.max(0, (spans[0]?.[0] ?? 0) - 50);
    if (from > 0) from = line.text.indexOf(' ', from) + 1;
    const cut = line.text.lastIndexOf(' ', from + WIDTH);
    to = from + WIDTH >= line.text.length ? line.text.length : cut > from ? cut : from + WIDTH;
  }
  let code = (line.text.slice(0, from).split('`').length - 1) % 2 === 1;
  const pieces: Piece[] = [];
  const add = (text: string, mark: boolean) => {
    for (const [index, part] of text.split('`').entries()) {
      if (index > 0) code = !code;
      if (part !== '') pieces.push({ text: part, mark, code: code && line.kind === 'text' });
    }
  };
  if (from > 0) add('… ', false);
  let at = from;
  for (const [start, end] of spans) {
    if (start < from || end > to) continue;
    add(line.text.slice(at, start), false);
    add(line.text.slice(start, end), true);
    at = end;
  }
  add(line.text.slice(at, to), false);
  if (to < line.text.length) add(' …', false);
  return pieces;
}
