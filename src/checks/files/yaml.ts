/** YAML with lines. Pure. */
import { type Document, isCollection, isMap, LineCounter, parseAllDocuments } from 'yaml';
import type { Problem } from '../../lib/finding.ts';

export interface YamlDocument {
  readonly value: unknown;
  /** 0-based line of a path's key, or of the nearest parent that is there. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

export type Path = readonly (string | number)[];

/** The documents of a YAML text, or what stops it from being one. Empty documents are left out. */
export function readYaml(text: string): { documents: YamlDocument[]; problems: Problem[] } {
  const lineCounter = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter, uniqueKeys: true });
  const all = Array.isArray(parsed) ? parsed : [];
  const problems = all.flatMap((document) =>
    document.errors.map((error) => ({
      line: lineCounter.linePos(error.pos[0]).line - 1,
      found: `no valid YAML: ${error.message.split('\n')[0]?.replace(/ at line.*$/, '')}`,
      allowed: 'YAML 1.2',
      fix: 'mend indentation, quotes or the key that stands twice',
    })),
  );
  if (problems.length > 0) return { documents: [], problems };
  const documents = all
    .filter(({ contents }) => contents !== null)
    .map((document) => ({
      value: document.toJS() as unknown,
      lineOf: (path: Path) => lineOf(document as Document, lineCounter, path),
    }));
  return { documents, problems };
}

function lineOf(document: Document, counter: LineCounter, path: Path): number {
  let node: unknown = document.contents;
  let offset = rangeOf(node) ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => String((item.key as { value?: unknown } | null)?.value ?? item.key) === String(key),
      );
      if (!pair) break;
      offset = rangeOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isCollection(node)) {
      node = node.items[Number(key)];
      offset = rangeOf(node) ?? offset;
    } else break;
  }
  return counter.linePos(offset).line - 1;
}

const rangeOf = (node: unknown): number | undefined => (node as { range?: readonly number[] } | null)?.range?.[0];
