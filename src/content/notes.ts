/** All notes as plain objects, sorted as a reader meets them. Build-time only; Astro has no part in it. */
import { TOPIC_IDS, TOPICS, type TopicId } from '../topics.ts';
import { parsedNotes, whileHeld } from './files.ts';
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

/** All notes of the site by topic, section and order; fixes by area and title. */
export const getNotes = (): readonly Note[] =>
  whileHeld('sorted notes', () =>
    parsedNotes()
      .flatMap(toNote)
      .sort((a, b) => rank(a) - rank(b) || a.order - b.order || a.title.localeCompare(b.title, 'en')),
  );

/** The notes of one topic, sorted. */
export const getTopicNotes = (topic: TopicId): readonly Note[] => getNotes().filter((note) => note.topic === topic);

/** The note of a file; none if its front matter breaks a rule, of which the checks tell the writer. */
function toNote(parsed: ParsedNote): Note[] {
  const topic = TOPIC_IDS.find((id) => id === parsed.topic);
  const data = topic && matterOf(parsed.matter, topic);
  if (!data) return [];
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
