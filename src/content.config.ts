import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { fixSchema, noteSchema } from './content/schema/front-matter.ts';

const files = (topic: string) => glob({ pattern: '*.mdx', base: `./content/${topic}` });

export const collections = {
  docker: defineCollection({ loader: files('docker'), schema: noteSchema('docker') }),
  dockerfile: defineCollection({ loader: files('dockerfile'), schema: noteSchema('dockerfile') }),
  swarm: defineCollection({ loader: files('swarm'), schema: noteSchema('swarm') }),
  k8s: defineCollection({ loader: files('k8s'), schema: noteSchema('k8s') }),
  helm: defineCollection({ loader: files('helm'), schema: noteSchema('helm') }),
  troubleshooting: defineCollection({ loader: files('troubleshooting'), schema: fixSchema }),
};
