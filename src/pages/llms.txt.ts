import type { APIRoute } from 'astro';
import { groupBySection } from '~/content/group-by-section.ts';
import { getNotes } from '~/content/notes.ts';
import { fullAddress, SITE } from '~/site.ts';
import { TOPICS } from '~/topics.ts';

/** What there is, for programs that read: each note with its address as Markdown. */
export const GET: APIRoute = async () => {
  const notes = getNotes();
  const parts = TOPICS.map((topic) => {
    const groups = groupBySection(
      topic,
      notes.filter((note) => note.topic === topic.id),
    );
    const lines = groups.flatMap(({ notes: own }) =>
      own.map(
        ({ title, url, description }) => `- [${title}](${fullAddress(url.replace(/\/$/, ''))}.md): ${description}`,
      ),
    );
    return `## ${topic.title}\n\n${lines.join('\n')}\n`;
  });
  return new Response(`# ${SITE.name}\n\n> ${SITE.description}\n\n${parts.join('\n')}`);
};
