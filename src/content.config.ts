import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { TOPIC_IDS, type TopicId } from './topics.ts';

// Without a schema here: front matter is held against it once, by the checks (content/front-matter.ts).
const notesOf = (topic: TopicId) =>
  defineCollection({ loader: glob({ pattern: '*.mdx', base: `./content/${topic}`, retainBody: false }) });

export const collections = Object.fromEntries(TOPIC_IDS.map((topic) => [topic, notesOf(topic)])) as Record<
  TopicId,
  ReturnType<typeof notesOf>
>;
