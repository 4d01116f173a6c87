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

/** The links between notes, both ways. */
export interface LinkMap<N> {
  /** The pages that a note links to, by its address. */
  readonly from: ReadonlyMap<string, ReadonlySet<string>>;
  /** The notes that link to a page, by its address. */
  readonly to: ReadonlyMap<string, readonly N[]>;
  /** The place of a note in the order of all. */
  readonly order: ReadonlyMap<N, number>;
  readonly byUrl: ReadonlyMap<string, N>;
}

/** Reads all links once, so that what is related costs a note its own links only. */
export function linkMapOf<N extends Linked>(all: readonly N[]): LinkMap<N> {
  const from = new Map(all.map(({ url, parsed }) => [url, new Set(parsed.links.map((link) => pageOf(link.url)))]));
  const to = new Map<string, N[]>();
  for (const note of all)
    for (const target of from.get(note.url) ?? []) {
      const known = to.get(target);
      if (known) known.push(note);
      else to.set(target, [note]);
    }
  return {
    from,
    to,
    order: new Map(all.map((note, index) => [note, index])),
    byUrl: new Map(all.map((note) => [note.url, note])),
  };
}

/** The fixes and notes that link to a note, or that it links to; who links both ways comes first, then who stands in its section. */
export function relatedOf<N extends Linked>(note: N, { from, to, order, byUrl }: LinkMap<N>): Related<N> {
  const out = from.get(note.url) ?? new Set();
  const near = new Set([...(to.get(note.url) ?? []), ...[...out].flatMap((url) => byUrl.get(url) ?? [])]);
  const scored = [...near]
    .filter(({ url }) => url !== note.url)
    .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    .map((other) => {
      const leadsHere = from.get(other.url)?.has(note.url) ?? false;
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
