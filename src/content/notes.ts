/** The only module that asks astro:content. Hands out plain Note objects, sorted as a reader meets them. */
import { type CollectionEntry, getCollection, render } from 'astro:content';
import { TOPIC_IDS, TOPICS, type TopicId } from '../topics.ts';
import { noteAt } from './files.ts';
import { matterOf } from './front-matter.ts';
import type { ParsedNote } from './read-note.ts';
import type { FixData } from './schema/front-matter.ts';

export interface Note {
  readonly id: string;
  readonly topic: TopicId;
  /** Site-relative, with leading and trailing slash. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'concept' | 'task' | 'reference' | 'fix';
  /** Its section; for a fix its first area. */
  readonly section: string;
  readonly order: number;
  /** ISO day. */
  readonly reviewed: string;
  readonly tools: readonly string[];
  readonly sources: FixData['sources'];
  /** Only for fixes. */
  readonly fix: FixData | undefined;
  /** The file, taken apart. */
  readonly parsed: ParsedNote;
}

type Entry = CollectionEntry<TopicId>;
const entries = new Map<string, Entry>();

let all: Promise<readonly Note[]> | undefined;

/** All notes of the site by topic, section and order; fixes by area and title. A build sorts them once. */
export function getNotes(): Promise<readonly Note[]> {
  if (import.meta.env.DEV) return sortedNotes();
  all ??= sortedNotes();
  return all;
}

async function sortedNotes(): Promise<Note[]> {
  const notes: Note[] = [];
  for (const topic of TOPIC_IDS) {
    for (const entry of await getCollection(topic)) notes.push(...toNote(topic, entry));
  }
  return notes.sort((a, b) => rank(a) - rank(b) || a.order - b.order || a.title.localeCompare(b.title, 'en'));
}

/** The notes of one topic, sorted. */
export async function getTopicNotes(topic: TopicId): Promise<Note[]> {
  return (await getNotes()).filter((note) => note.topic === topic);
}

/** The compiled content of a note and its headings. */
export async function renderNote(note: Note) {
  const entry = entries.get(note.url);
  if (!entry) throw new Error(`${note.url} was not handed out by getNotes()`);
  return render(entry);
}

/** The note of an entry; none if its front matter breaks a rule, of which the checks tell the writer. */
function toNote(topic: TopicId, entry: Entry): Note[] {
  const parsed = noteAt(`${topic}/${entry.id}.mdx`);
  const data = matterOf(parsed.matter, topic);
  if (!data) return [];
  entries.set(parsed.url, entry);
  return [
    {
      id: parsed.id,
      topic,
      url: parsed.url,
      title: data.title,
      description: data.description,
      type: data.type,
      section: data.type === 'fix' ? (data.areas[0] ?? 'run') : data.section,
      order: data.type === 'fix' ? 0 : data.order,
      reviewed: data.reviewed,
      tools: data.tools,
      sources: data.sources,
      fix: data.type === 'fix' ? data : undefined,
      parsed,
    },
  ];
}

function rank(note: Note): number {
  const topic = TOPICS.findIndex(({ id }) => id === note.topic);
  return topic * 100 + (TOPICS[topic]?.sections.findIndex(({ id }) => id === note.section) ?? 0);
}
