import { z } from 'astro/zod';
import { TABLE_IDS } from '../../error-matcher/tables.ts';
import { type TOPIC_IDS, TOPICS } from '../../topics.ts';

/** The command-line tools whose calls a page may claim to have been checked. */
export const TOOLS = ['docker', 'compose', 'buildx', 'kubectl', 'helm'] as const;

/** The areas of troubleshooting: the sections of that topic. */
export const AREAS = sectionIds('troubleshooting');

const day = z
  .union([z.date(), z.iso.date()])
  .transform((value) => (typeof value === 'string' ? value : value.toISOString().slice(0, 10)));

const upstream = z.strictObject({
  /** What the document is, in words. */
  title: z.string().min(3),
  url: z.url({ protocol: /^https?$/ }),
});

const common = {
  /** Unique on the whole site; the page's h1. */
  title: z.string().min(3).max(90),
  /** What the reader gets; shown in lists and by search engines. */
  description: z.string().min(50).max(170),
  /** The day on which a person last read the page from top to bottom. */
  reviewed: day,
  /** Tools whose commands stand on the page; the checker refuses more or fewer. */
  tools: z.array(z.enum(TOOLS)),
  sources: z.strictObject({
    /** Ids of content/sources.yaml. */
    notes: z.array(z.string()),
    upstream: z.array(upstream),
  }),
};

/**
 * A message as it is printed, with {holes}. `note` names the release or the place that prints it; `beside` lists words of which a log
 * must hold one before this message counts: for messages that other programs print too; `within` names the fields (outer/inner) of which
 * it must lie in one.
 */
const message = z.union([
  z.string().min(5),
  z.strictObject({
    text: z.string().min(5),
    note: z.string().min(3).optional(),
    beside: z.array(z.string().regex(/^[a-z0-9]+$/)).optional(),
    within: z.array(z.string().regex(/^[A-Za-z][A-Za-z ]*(\/[A-Za-z][A-Za-z ]*)*$/)).optional(),
  }),
]);

/** A row of a table as a tool prints it: its command, and the cells that say the fault, by column, with {holes}. */
const row = z.object({ table: z.enum(TABLE_IDS) }).catchall(z.string().min(1));

const exitCode = z.number().int().min(0).max(255);

/** Front matter of a fix: one fault, one file. */
export const fixSchema = z.strictObject({
  ...common,
  type: z.literal('fix'),
  /** Areas that the fault belongs to; the first one is its home. */
  areas: z.array(z.enum(AREAS)).min(1),
  errors: z.array(message).default([]),
  /** Rows of tables (kubectl get pods ...) that say it; a fix has a message or a row. */
  rows: z.array(row).default([]),
  /** An example value for each {hole}. */
  holes: z.record(z.string(), z.coerce.string()).default({}),
  /** Ids of neighbouring fixes. */
  related: z.array(z.string()).default([]),
  /** Ids of faults that this one only reports, or `any`: in a log that holds both the other one comes first. */
  wraps: z.array(z.string()).default([]),
  /** Whether its messages are warnings: what failed in the same log failed for another reason. */
  warning: z.boolean().default(false),
  /** Exit codes that go with the fault, for the index by code. */
  exitCode: z.union([exitCode, z.array(exitCode)]).optional(),
  /** Pod states that go with the fault, for the index by status. */
  status: z.union([z.string(), z.array(z.string())]).optional(),
});

/** Front matter of a concept, task or reference page of one topic. */
export function noteSchema(topic: (typeof TOPIC_IDS)[number]) {
  return z.strictObject({
    ...common,
    type: z.enum(['concept', 'task', 'reference']),
    section: z.enum(sectionIds(topic)),
    /** Place within its section; unique there. */
    order: z.number().int(),
  });
}

/** The schema that a file of this topic has to meet. */
export function schemaFor(topic: (typeof TOPIC_IDS)[number]) {
  return topic === 'troubleshooting' ? fixSchema : noteSchema(topic);
}

export type FixData = z.infer<typeof fixSchema>;
export type NoteData = z.infer<ReturnType<typeof noteSchema>>;

function sectionIds(topic: string): [string, ...string[]] {
  return TOPICS.find(({ id }) => id === topic)?.sections.map(({ id }) => id) as [string, ...string[]];
}
