import type { Line } from '../../built-site/record.ts';
import { unbroken } from '../../lib/unbroken.ts';
import { type Piece, piecesOf, spansOf } from '../query/excerpt.ts';
import { el } from './dom.ts';

type Keys = ReadonlySet<string>;

/** A line of a record with its found words marked and its code in code type. */
export function lineNodes(line: Line, keys: Keys): Node[] {
  const nodes: Node[] = [];
  let code: { element: HTMLElement; open: boolean } | undefined;
  for (const piece of piecesOf(line, keys)) {
    if (!piece.code) {
      code = undefined;
      nodes.push(pieceNode(piece));
      continue;
    }
    if (!code) {
      code = { element: el('code'), open: true };
      nodes.push(code.element);
    }
    code.element.append(pieceNode(piece));
  }
  return nodes;
}

/** A heading with its found words marked. */
export function markedText(text: string, keys: Keys): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const [start, end] of spansOf(text, keys)) {
    if (start > at) nodes.push(document.createTextNode(text.slice(at, start)));
    nodes.push(el('mark', {}, text.slice(start, end)));
    at = end;
  }
  if (at < text.length) nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}

/** Prose with `code`. */
export function proseNodes(text: string): Node[] {
  return text.split(/`([^`]+)`/).map((piece, i) => (i % 2 === 1 ? inlineCode(piece) : document.createTextNode(piece)));
}

/** A piece of code that ends a line at its spaces only, as on pages. */
function inlineCode(text: string): HTMLElement {
  const words = unbroken(text);
  if (!words) return el('code', {}, text);
  const pieces = words.map((word) => (word.long ? el('span', { class: 'long' }, word.text) : word.text));
  return el('code', { class: 'nb' }, ...pieces.flatMap((piece, i) => (i > 0 ? [el('wbr'), piece] : [piece])));
}

const pieceNode = ({ text, mark }: Piece): Node => (mark ? el('mark', {}, text) : document.createTextNode(text));
