/** The YAML between the two lines of --- at the head of a note, with the line of every key. Pure. */
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import { readYaml } from '../lib/yaml.ts';
import { TOPIC_IDS, type TopicId } from '../topics.ts';
import { type FixData, type NoteData, schemaFor } from './schema/front-matter.ts';

export interface FrontMatter {
  /** What the YAML says, before the schema has seen it; undefined where it is none. */
  readonly data: unknown;
  /** Why it cannot be read; `line` is 1-based in the file. */
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
  /** 1-based line in the file at which a key or the item of a list stands; 1 for a missing one. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/** Reads the front matter of a file's text. */
export function readFrontMatter(text: string): FrontMatter {
  const yaml = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(text)?.[1];
  const read = readerOf(yaml ?? '');
  return {
    ...(yaml === undefined ? NONE : dataOf(yaml, read)),
    lineOf: (path) => {
      const { document, lineAt } = read();
      const offset = offsetOf(document, path);
      return offset === undefined ? 1 : lineAt(offset);
    },
  };
}

const NONE = {
  data: undefined,
  faults: [{ line: 1, reason: 'the file does not begin with front matter between two lines of ---' }],
};

function dataOf(yaml: string, read: () => Read): Pick<FrontMatter, 'data' | 'faults'> {
  try {
    return { data: readYaml(yaml), faults: [] };
  } catch {
    const { document, lineAt } = read();
    const { errors } = document;
    return {
      data: errors.length > 0 ? undefined : document.toJS(),
      faults: errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), reason: message.split('\n')[0] ?? '' })),
    };
  }
}

interface Read {
  readonly document: Document.Parsed;
  readonly lineAt: (offset: number) => number;
}

/** The YAML with its places, for who asks for a line: it may go between, for it weighs ten times its text. */
function readerOf(yaml: string): () => Read {
  let held: WeakRef<Read> | undefined;
  return () => {
    const before = held?.deref();
    if (before) return before;
    const counter = new LineCounter();
    const document = parseDocument(yaml, { lineCounter: counter });
    // The YAML begins in the second line of the file.
    const read = { document, lineAt: (offset: number) => counter.linePos(offset).line + 1 };
    held = new WeakRef(read);
    return read;
  };
}

/** What the schema of a topic makes of a front matter. */
export type Checked = ReturnType<ReturnType<typeof schemaFor>['safeParse']>;
const checked = new WeakMap<FrontMatter, Checked>();

/** Holds front matter against the schema of its topic; once for each file, whoever asks. Undefined for no topic of ours. */
export function checkedMatter(matter: FrontMatter, topic: string): Checked | undefined {
  if (!(TOPIC_IDS as readonly string[]).includes(topic)) return undefined;
  const result = checked.get(matter) ?? schemaFor(topic as TopicId).safeParse(matter.data);
  checked.set(matter, result);
  return result;
}

/** Front matter that meets its schema; undefined for one that does not. */
export function matterOf(matter: FrontMatter, topic: string): FixData | NoteData | undefined {
  const result = checkedMatter(matter, topic);
  return result?.success ? (result.data as FixData | NoteData) : undefined;
}

function offsetOf(document: Document, path: readonly (string | number)[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    const key = path[length - 1];
    const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(key)) : undefined;
    const node = (pair?.key ?? document.getIn(path.slice(0, length), true)) as { range?: number[] } | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}
