/** What the page of each note shows of the others. Pure. */
import { TOPICS, type Topic } from '../topics.ts';
import { groupBySection } from './group-by-section.ts';
import { near } from './near.ts';
import type { Note } from './notes.ts';
import { pathsOf } from './paths.ts';
import { linkMapOf, type Related, relatedOf } from './related.ts';

/** All that a page may read of another note; a change of anything else in that note leaves the page as it is. */
export type Listed = Pick<Note, 'url' | 'title'>;
/** A relative of a fix is told with a sentence. */
export type Described = Listed & Pick<Note, 'description'>;

/** A section as the sidebar shows it: how many notes it has, and those around the page's own, so that no page grows with the site. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  /** None where the page is in another section. */
  readonly shown: readonly Listed[];
}

export interface NotePage {
  readonly note: Note;
  readonly topic: Topic;
  /** What it shows of other notes. */
  readonly others: {
    /** The sections of the topic. */
    readonly groups: readonly Group[];
    readonly previous: Listed | undefined;
    readonly next: Listed | undefined;
    /** A fix names its relatives. */
    readonly related: readonly Described[];
    /** What belongs to a note is read from the links. */
    readonly beside: Related<Listed> | undefined;
    /** The learning paths that it is a step of. */
    readonly paths: readonly { readonly path: Listed; readonly at: number; readonly steps: readonly Listed[] }[];
  };
}

const listed = ({ url, title }: Note): Listed => ({ url, title });
const maybe = (note: Note | undefined): Listed | undefined => note && listed(note);

/** The sections of a topic, with the notes around the one whose page it is, if any. */
export const sidebarOf = (
  groups: readonly { readonly id: string; readonly title: string; readonly notes: readonly Note[] }[],
  current?: Note,
): Group[] =>
  groups.map(({ id, title, notes }) => ({
    id,
    title,
    count: notes.length,
    shown: current?.section === id ? near(notes, (note) => note === current).map(listed) : [],
  }));

/** The pages of all notes, topic by topic. */
export function notePages(notes: readonly Note[]): NotePage[] {
  const paths = pathsOf(notes);
  const links = linkMapOf(notes);
  return TOPICS.flatMap((topic) => {
    const own = notes.filter((note) => note.topic === topic.id);
    const groups = groupBySection(topic, own);
    const byId = new Map(own.map((note) => [note.id, note]));
    return own.map((note, index): NotePage => {
      const { fixes, notes: linked } = note.fix ? { fixes: [], notes: [] } : relatedOf(note, links);
      return {
        note,
        topic,
        others: {
          groups: sidebarOf(groups, note),
          previous: maybe(own[index - 1]),
          next: maybe(own[index + 1]),
          related: (note.fix?.related ?? [])
            .flatMap((id) => byId.get(id) ?? [])
            .map((other) => ({ ...listed(other), description: other.description })),
          beside: note.fix ? undefined : { fixes: fixes.map(listed), notes: linked.map(listed) },
          paths: paths.flatMap(({ path, steps }) =>
            steps.includes(note) ? [{ path: listed(path), at: steps.indexOf(note), steps: steps.map(listed) }] : [],
          ),
        },
      };
    });
  });
}
