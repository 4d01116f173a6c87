/**
 * A piece of Pagefind's index (`index/*.pf_index`): words in their order, each with its records and the places of the word in
 * them. Pagefind 1.6 keeps numbers of records and places as differences; a negative number among the places is the weight of
 * those that follow. The site's own pieces, which `../../index/merge.ts` makes of Pagefind's, leave out what nobody reads:
 * weights, and places in metadata. Pure.
 */
import type { Hit } from '../../query/features.ts';
import { type Cbor, decodeCbor } from './cbor.ts';

/** The version whose pieces are read here; the build refuses any other. */
export const PAGEFIND = '1.6.0';

type Places = readonly number[];
type Piece = readonly [
  words: readonly (readonly [word: string, records: readonly [record: number, places: Places][]])[],
];

/** The words of a piece with their hits. */
export function readPiece(bytes: Uint8Array): Map<string, Hit[]> {
  const [words] = decodeCbor(bytes) as Cbor as unknown as Piece;
  return new Map(
    words.map(([word, records]) => {
      let record = 0;
      return [
        word,
        records.map(([step, places]) => {
          record += step;
          return { record, places: placesOf(places) };
        }),
      ];
    }),
  );
}

function placesOf(steps: Places): number[] {
  const places: number[] = [];
  let place = 0;
  for (const step of steps) {
    if (step < 0) continue;
    place += step;
    places.push(place);
  }
  return places;
}

/** Number of the piece that holds a word: the last one that begins with it or before it; -1 before the first. */
export function pieceOf(word: string, starts: readonly string[]): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
