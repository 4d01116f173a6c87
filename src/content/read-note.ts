/** The one reader of notes: a file's text to its parts, each with its line. Everything that looks into a note asks this. Pure. */
import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { mdxToMdast } from 'satteri';
import type { RowPattern } from '../error-matcher/rows.ts';
import { TABLE_IDS, type TableId } from '../error-matcher/tables.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';

/** A part of a page under a heading; the first one is what stands before the first heading, without id and title. */
export interface Section {
  readonly id: string | undefined;
  readonly title: string;
  /** 2 for ##, 0 for the opening. */
  readonly depth: number;
  readonly line: number;
}

/** Where in a note something stands: its 1-based line, and the number of its section. */
interface Placed {
  readonly line: number;
  readonly section: number;
}

export interface Fence extends Placed {
  /** `text` where none is given. */
  readonly lang: string;
  /** What stands behind the language, as it is written. */
  readonly meta: string;
  readonly code: string;
  /** Line of the first line of code; the fence itself stands one above. */
  readonly line: number;
}

export interface InlineCode extends Placed {
  readonly text: string;
  /** Inside <Was>: an obsolete form on purpose. */
  readonly was: boolean;
  readonly inTable: boolean;
}

export interface Link extends Placed {
  readonly url: string;
  readonly isImage: boolean;
}

export interface Component extends Placed {
  readonly name: string;
  /** Attributes that are strings; an attribute of another kind has the value undefined. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** Names of the kinds of node that stand directly inside. */
  readonly children: readonly string[];
}

export interface ParsedNote {
  /** Path from the project's root, e.g. content/docker/clean-up.mdx. */
  readonly file: string;
  readonly topic: string;
  readonly id: string;
  /** The address of its page. */
  readonly url: string;
  readonly text: string;
  readonly matter: FrontMatter;
  readonly sections: readonly Section[];
  readonly fences: readonly Fence[];
  readonly spans: readonly InlineCode[];
  readonly links: readonly Link[];
  readonly components: readonly Component[];
  /** `{...}` outside of code, imports and exports: what MDX would run as JavaScript. */
  readonly expressions: readonly (Placed & { readonly text: string })[];
  /** Sentences as they are written, code left out. */
  readonly prose: readonly (Placed & { readonly text: string })[];
  readonly hasTable: boolean;
  /** Why it is no MDX; the other parts are empty then. */
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
  /** The tree of the whole file. */
  readonly tree: Root;
}

/** What other pages ask of a note: its address, its front matter, its headings. */
export type NoteOutline = Pick<ParsedNote, 'file' | 'topic' | 'id' | 'url' | 'text' | 'matter' | 'sections' | 'faults'>;

type Element = MdxJsxFlowElement | MdxJsxTextElement;
const isElement = (node: Nodes): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const known = new Map<string, ParsedNote>();

/** Takes content/<topic>/<id>.mdx apart. The same text of the same file is read once. */
export function readNote(file: string, text: string): ParsedNote {
  const before = known.get(file);
  if (before?.text === text) return before;
  const note = parse(file, text);
  taken += 1;
  known.set(file, note);
  return note;
}

let taken = 0;
/** How many notes were taken apart: what was kept is not. */
export const readings = (): number => taken;

/** Whether this text of a file was taken apart already. */
export const isRead = (file: string, text: string): boolean => known.get(file)?.text === text;

/** A note without what its file says: all that has to be kept so that it need not be taken apart again. */
export type KeptNote = Omit<ParsedNote, 'file' | 'topic' | 'id' | 'url' | 'text' | 'matter' | 'tree'> & {
  readonly matter: Pick<FrontMatter, 'data' | 'faults'>;
};

/** The parts of a note that are kept; its tree is found anew for who asks, since few do. */
export function partsOf({
  file: _,
  topic: __,
  id: ___,
  url: ____,
  text: _____,
  tree: ______,
  matter,
  ...parts
}: ParsedNote): KeptNote {
  return { ...parts, matter: { data: matter.data, faults: matter.faults } };
}

/** The note of a file from its kept parts; from now on the file's text gives this one. */
export function recallNote(file: string, text: string, { matter, ...parts }: KeptNote): ParsedNote {
  let read: FrontMatter | undefined;
  const tree = treeOf(text);
  const note: ParsedNote = {
    ...placeOf(file),
    text,
    ...parts,
    matter: {
      ...matter,
      lineOf: (path) => {
        read ??= readFrontMatter(text);
        return read.lineOf(path);
      },
    },
    get tree() {
      return tree();
    },
  };
  known.set(file, note);
  return note;
}

function placeOf(file: string) {
  const [, topic = '', id = ''] = /content\/([^/]+)\/(.+)\.mdx$/.exec(file) ?? [];
  return { file, topic, id, url: `/${topic}/${id}/` };
}

const frameOf = (file: string, text: string) => ({ ...placeOf(file), text, matter: readFrontMatter(text) });

/**
 * A note without its tree, a tenth of the work: enough to know where links may lead and which titles are taken. The ids are those
 * of a full reading; whether the rest is MDX is not asked.
 */
export function readOutline(file: string, text: string): NoteOutline {
  const sections = [...withoutFences(text).matchAll(HEADING)].map(([, marks = '', title = '', id]) => ({
    id,
    title,
    depth: marks.length,
    line: 0,
  }));
  return { ...frameOf(file, text), sections: [NO_PARTS.sections[0], ...sections], faults: [] };
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*(?:\{#([^}\n]*)\})?[ \t]*$/gm;

/** A text whose blocks of code are gone: a comment of a shell looks like a heading. */
const withoutFences = (text: string): string =>
  text.replace(/^([ \t>]*)(`{3,}|~{3,})[\s\S]*?^[ \t>]*\2`*[ \t]*$/gm, '');

function parse(file: string, text: string): ParsedNote {
  const frame = frameOf(file, text);
  const parts = {
    sections: [{ id: undefined, title: '', depth: 0, line: 1 }] as Section[],
    fences: [] as Fence[],
    spans: [] as InlineCode[],
    links: [] as Link[],
    components: [] as Component[],
    expressions: [] as (Placed & { text: string })[],
    prose: [] as (Placed & { text: string })[],
    hasTable: false,
  };
  const tree = treeOf(text);
  try {
    tree();
  } catch (error) {
    return { ...frame, ...NO_PARTS, faults: [faultOf(error)], tree: { type: 'root', children: [] } };
  }
  const lines = text.split('\n');
  const visit = (node: Nodes, was: boolean, inTable: boolean): void => {
    if (node.type === 'heading') parts.sections.push(sectionOf(node, lines));
    const place = { line: node.position?.start.line ?? 1, section: parts.sections.length - 1 };
    if (node.type === 'code')
      parts.fences.push({
        lang: node.lang ?? 'text',
        meta: node.meta ?? '',
        code: node.value,
        ...place,
        line: place.line + 1,
      });
    else if (node.type === 'inlineCode') parts.spans.push({ text: node.value, ...place, was, inTable });
    else if (node.type === 'text') parts.prose.push({ text: node.value, ...place });
    else if (node.type === 'table') parts.hasTable = true;
    else if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      parts.links.push({ url: node.url, isImage: node.type === 'image', ...place });
    else if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression' || node.type === 'mdxjsEsm')
      parts.expressions.push({ text: node.value, ...place });
    else if (isElement(node)) readElement(node, text, place, inTable, parts);
    const isWas = was || (isElement(node) && node.name === 'Was');
    if ('children' in node)
      for (const child of node.children) visit(child as Nodes, isWas, inTable || node.type === 'table');
  };
  visit(tree(), false, false);
  const open = openFence(parts.fences, lines);
  if (open !== undefined)
    return {
      ...frame,
      ...NO_PARTS,
      faults: [{ line: open, reason: OPEN_FENCE }],
      tree: { type: 'root', children: [] },
    };
  return {
    ...frame,
    ...parts,
    faults: [],
    get tree() {
      return tree();
    },
  };
}

/** The fault of a block that runs to the end of the file. */
export const OPEN_FENCE = 'a block that begins here is never closed';

const NO_PARTS = {
  sections: [{ id: undefined, title: '', depth: 0, line: 1 }],
  fences: [],
  spans: [],
  links: [],
  components: [],
  expressions: [],
  prose: [],
  hasTable: false,
} as const;

/** The line of a fence without an end: Markdown takes the rest of the file for code, and says nothing. */
function openFence(fences: readonly Fence[], lines: readonly string[]): number | undefined {
  return fences
    .map(({ code, line }) => ({ line, end: line - 1 + (code === '' ? 0 : code.split('\n').length) }))
    .filter(({ line, end }) => ![end, line - 1].some((at) => /^[\s>]*(`{3,}|~{3,})\s*$/.test(lines[at] ?? '')))
    .map(({ line }) => line - 1)[0];
}

/** What of Markdown is read beside the standard, by checks and pages alike. */
export const FEATURES = { gfm: true, headingAttributes: true, smartPunctuation: false } as const;

/** The tree of an MDX file, by the parser that renders it; throws where it is no MDX. */
export const parseMdx = (text: string): Root => mdxToMdast(text, { features: FEATURES }) as Root;

/** The tree of a text for who asks; it may go between, for the trees of a large site would not fit. */
function treeOf(text: string): () => Root {
  let held: WeakRef<Root> | undefined;
  return () => {
    const tree = held?.deref() ?? parseMdx(text);
    held = new WeakRef(tree);
    return tree;
  };
}

/** Where and why a file is no MDX, of an error such as `26:13: Expected a closing tag for `<Aside>` (3:1) (mdx-jsx:...)`. */
function faultOf(error: unknown): { line: number; reason: string } {
  const [, line = '1', reason = String(error)] =
    /^(\d+):\d+: ([\s\S]*?)(?: \(mdx[\w:-]*\))?$/.exec(error instanceof Error ? error.message : '') ?? [];
  return {
    line: Number(line),
    reason: reason.replace('Could not parse expression with oxc', 'no JavaScript between { and }'),
  };
}

function readElement(
  node: Element,
  text: string,
  place: Placed,
  inTable: boolean,
  parts: { components: Component[]; spans: InlineCode[] },
): void {
  const attributes: Record<string, string | undefined> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    attributes[attribute.name] = typeof attribute.value === 'string' ? attribute.value : undefined;
    if (typeof attribute.value !== 'string') continue;
    const line = lineOfAttribute(attribute.name, node, text);
    for (const [, code = ''] of attribute.value.matchAll(/`([^`]+)`/g))
      parts.spans.push({ text: code, line, section: place.section, was: false, inTable: false });
  }
  parts.components.push({
    name: node.name ?? '',
    attributes,
    children: node.children.map(({ type }) => type),
    ...place,
  });
  if (node.name === 'Was' && node.children.every((child) => child.type === 'text'))
    parts.spans.push({ text: textOf(node), ...place, was: true, inTable });
}

/** The line of an attribute: the parser says only where its element begins. */
function lineOfAttribute(name: string, { position }: Element, text: string): number {
  const { start, end } = position!;
  const before = text.slice(start.offset, end.offset).split(new RegExp(`\\s${name}=`), 1)[0]!;
  return start.line + before.split('\n').length - 1;
}

function sectionOf(node: Extract<Nodes, { type: 'heading' }>, lines: readonly string[]): Section {
  const line = node.position?.start.line ?? 1;
  // As it is written: the parser takes `{#two words}` for an id and an attribute.
  const id = /\{#([^}]*)\}\s*$/.exec(lines[line - 1] ?? '')?.[1];
  return { id, title: textOf(node), depth: node.depth, line };
}

/** All text of a node, code included, as a reader sees it; `{words}` as they are written. */
function textOf(node: Nodes): string {
  if (node.type === 'mdxTextExpression') return `{${node.value}}`;
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}

/** A message of a fix with the line that holds it; none where the front matter lists none. */
export interface FixMessage {
  readonly text: string;
  /** The releases that print it. */
  readonly note: string | undefined;
  /** Words of which a log has to hold one for the message to count. */
  readonly beside: readonly string[] | undefined;
  /** Fields of which it has to lie in one to count. */
  readonly within: readonly string[] | undefined;
  readonly line: number;
}

/** The messages of a fix, in their order. */
export function messagesOf({ matter }: Pick<ParsedNote, 'matter'>): FixMessage[] {
  const errors = (matter.data as { errors?: unknown } | undefined)?.errors;
  return (Array.isArray(errors) ? errors : []).flatMap((error: unknown, index) => {
    const { text, note, beside, within } = typeof error === 'string' ? { text: error } : Object(error);
    if (typeof text !== 'string') return [];
    return [
      {
        text,
        note: typeof note === 'string' ? note : undefined,
        beside: Array.isArray(beside) ? beside.map(String) : undefined,
        within: Array.isArray(within) ? within.map(String) : undefined,
        get line() {
          return matter.lineOf(['errors', index]);
        },
      },
    ];
  });
}

/** The rows of tables that a fix names, each with the line that holds it. */
export function rowsOf({ matter }: Pick<ParsedNote, 'matter'>): (RowPattern & { readonly line: number })[] {
  const rows = (matter.data as { rows?: unknown } | undefined)?.rows;
  return (Array.isArray(rows) ? rows : []).flatMap((row: unknown, index) => {
    const { table, ...cells } = Object(row) as Record<string, unknown>;
    const isKnown =
      TABLE_IDS.includes(table as TableId) && Object.values(cells).every((cell) => typeof cell === 'string');
    if (!isKnown) return [];
    return [
      {
        table: table as TableId,
        cells: cells as Record<string, string>,
        get line() {
          return matter.lineOf(['rows', index]);
        },
      },
    ];
  });
}
