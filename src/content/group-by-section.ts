import type { Topic } from '../topics.ts';

/** Notes by the sections of their topic, in order; sections without notes are left out. */
export function groupBySection<N extends { section: string }>(
  topic: Topic,
  notes: readonly N[],
): { id: string; title: string; notes: N[] }[] {
  return topic.sections
    .map(({ id, title }) => ({ id, title, notes: notes.filter((note) => note.section === id) }))
    .filter((group) => group.notes.length > 0);
}
