/** A note's file taken apart once, for all rules: front matter with its lines, headings, links, components. Pure. */
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import { type Fence, fencesOf } from './fences.ts';

export interface SourceHeading {
  readonly depth: number;
  readonly text: string;
  readonly id: string | undefined;
  readonly line: number;
}

export interface SourceLink {
  readonly url: string;
  readonly line: number;
}

export interface SourceComponent {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

export interface SourceFile {
  /** Path from the project's root, e.g. content/docker/clean-up.mdx. */
  readonly file: string;
  readonly topic: string;
  readonly id: string;
  readonly data: unknown;
  readonly yamlErrors: readonly { line: number; message: string }[];
  /** 1-based line in the file at which a front-matter key stands; 1 for a missing one. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
  readonly headings: readonly SourceHeading[];
  readonly links: readonly SourceLink[];
  readonly components: readonly SourceComponent[];
  readonly fences: readonly Fence[];
  readonly hasTable: boolean;
}

/** Takes the text of content/<topic>/<id>.mdx apart. */
export function readSource(file: string, text: string): SourceFile {
  const [, topic = '', id = ''] = /content\/([^/]+)\/(.+)\.mdx$/.exec(file) ?? [];
  const matter = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const counter = new LineCounter();
  const document = parseDocument(matter?.[1] ?? '', { lineCounter: counter });
  const bodyStart = (matter?.[0] ?? '').split('\n').length;
  const body = text.slice(matter?.[0].length ?? 0);
  const lines = withoutCode(body).split('\n');
  const at = (index: number) => index + bodyStart;
  return {
    file,
    topic,
    id,
    data: document.errors.length > 0 || !matter ? undefined : document.toJS(),
    yamlErrors: matter
      ? document.errors.map((error) => ({
          line: counter.linePos(error.pos[0]).line + 1,
          message: error.message.split('\n')[0] ?? '',
        }))
      : [{ line: 1, message: 'the file does not begin with front matter between two lines of ---' }],
    lineOf: (path) => lineOf(document, counter, path),
    headings: lines.flatMap((line, index) => heading(line, at(index))),
    links: lines.flatMap((line, index) =>
      [...line.matchAll(/\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)/g)].map((match) => ({
        url: match[1] ?? '',
        line: at(index),
      })),
    ),
    components: lines.flatMap((line, index) => components(line, at(index))),
    fences: fencesOf(body).map((fence) => ({ ...fence, line: at(fence.line - 1) })),
    hasTable: lines.some((line) => /^\|[\s:|-]+\|\s*$/.test(line)),
  };
}

function heading(line: string, at: number): SourceHeading[] {
  const match = /^(#{1,6})\s+(.*?)\s*(?:\{#([^}]*)\})?\s*$/.exec(line);
  return match ? [{ depth: match[1]?.length ?? 0, text: match[2] ?? '', id: match[3], line: at }] : [];
}

function components(line: string, at: number): SourceComponent[] {
  return [...line.matchAll(/<([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)\b((?:[^>"]|"[^"]*")*)>/g)].map((match) => ({
    name: match[1] ?? '',
    attributes: Object.fromEntries(
      [...(match[2] ?? '').matchAll(/([\w-]+)="([^"]*)"/g)].map((pair) => [pair[1] ?? '', pair[2] ?? '']),
    ),
    line: at,
  }));
}

/** Blanks fences and inline code, keeping the lines. */
function withoutCode(body: string): string {
  return body
    .replace(/^([ \t]*)(`{3,}|~{3,})[\s\S]*?^\s*\2\s*$/gm, (block) => block.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, (code) => `\`${' '.repeat(code.length - 2)}\``);
}

function lineOf(document: Document, counter: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    const key = path[length - 1];
    const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(key)) : undefined;
    const node = (pair?.key ?? document.getIn(path.slice(0, length), true)) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return counter.linePos(node.range[0]).line + 1;
  }
  return 1;
}
