/** What belongs to a note, by the links that writers have set: the fixes and the notes that are one step away. Pure. */

interface Linked {
  readonly url: string;
  readonly section: string;
  readonly topic: string;
  readonly fix?: unknown;
  readonly parsed: { readonly links: readonly { readonly url: string }[] };
}

export interface Related<N> {
  readonly fixes: readonly N[];
  readonly notes: readonly N[];
}

/** At most this many of each: a list that is longer is not read. */
const MOST = 6;

/** The fixes and notes that link to a note, or that it links to; who links both ways comes first, then who stands in its section. */
export function relatedOf<N extends Linked>(note: N, all: readonly N[]): Related<N> {
  const out = new Set(note.parsed.links.map(({ url }) => pageOf(url)));
  const scored = all
    .filter(({ url }) => url !== note.url)
    .map((other) => {
      const leadsHere = other.parsed.links.some(({ url }) => pageOf(url) === note.url);
      const links = Number(leadsHere) * 2 + Number(out.has(other.url));
      return {
        other,
        score: links && links * 2 + Number(other.topic === note.topic && other.section === note.section),
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ other }) => other);
  return {
    fixes: scored.filter(({ fix }) => fix !== undefined).slice(0, MOST),
    notes: scored.filter(({ fix }) => fix === undefined).slice(0, MOST),
  };
}

const pageOf = (url: string): string => url.replace(/#.*$/, '');
