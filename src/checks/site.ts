/** All checks on the content, over what is handed in: each note with the evidence of its blocks, and what lies beside notes. Pure. */
import type { ContentFile } from '../content/files.ts';
import { type NoteOutline, OPEN_FENCE, type ParsedNote } from '../content/read-note.ts';
import type { Finding } from '../lib/finding.ts';
import { type Checked as CheckedOutputs, checkOutputs, type Skips } from '../recordings/check.ts';
import type { Recording } from '../recordings/types.ts';
import { checkAsks } from './asks.ts';
import { checkCharacters } from './characters.ts';
import { type CheckedCode, checkCode, type Knowledge } from './code.ts';
import { checkEnglish } from './english.ts';
import { checkFileNames } from './file-names.ts';
import { checkDuplicates, checkFrontMatter, checkStatuses, hasMatter } from './front-matter.ts';
import { checkHeadings } from './headings.ts';
import { checkLinks } from './links.ts';
import { checkMarkup } from './markup.ts';
import { checkPrivateData } from './private-data.ts';
import { checkProse } from './prose.ts';
import { checkReferences, type References } from './references.ts';
import { checkShape } from './shapes.ts';
import { type SiteMap, siteMapOf } from './site-map.ts';
import { checkTabs } from './tabs.ts';

/** What a note is held against besides itself. */
export interface Context {
  readonly site: SiteMap;
  readonly references: References;
  readonly knowledge: Knowledge;
  readonly recordingOf: RecordingOf;
  /** Where pages and headings that are gone went: content/redirects.yaml. */
  readonly moved?: ReadonlyMap<string, string> | undefined;
  /** What follows from a note by itself, where it is known already. */
  readonly ownOf?: OwnOf | undefined;
}

type OwnOf = (note: ParsedNote) => OwnResult;

/** What follows from a note, its recording and the data files alone: neither from other notes nor from the day. */
export interface OwnResult {
  readonly text: readonly Finding[];
  readonly rules: readonly Finding[];
  readonly code: CheckedCode;
  readonly outputs: CheckedOutputs;
}

/** What a lab recorded of a page, `topic/slug`, and why blocks of it were not run. */
export type RecordingOf = (page: string) => { readonly recording: Recording | undefined; readonly skips: Skips };

/** A note with all that was found. */
export interface CheckedNote {
  readonly note: ParsedNote;
  readonly findings: readonly Finding[];
  readonly code: CheckedCode;
  /** What was printed, for each block of output. */
  readonly outputs: CheckedOutputs;
}

const NO_CODE: CheckedCode = { findings: [], calls: [], fences: [] };
const NO_OUTPUTS: CheckedOutputs = { findings: [], evidence: new Map(), runs: new Map(), ran: { blocks: 0, of: 0 } };

/** Checks one note by itself: its text, its code, its outputs. */
export function checkOwn(
  note: ParsedNote,
  { knowledge, recordingOf }: Pick<Context, 'knowledge' | 'recordingOf'>,
): OwnResult {
  const text = checkCharacters(note);
  // What follows from a file that cannot be read would only hide its fault.
  if (isUnreadable(note, text) || note.faults.length > 0 || !hasMatter(note.text))
    return { text, rules: [], code: NO_CODE, outputs: NO_OUTPUTS };
  return {
    text,
    rules: [
      ...checkHeadings(note),
      ...checkShape(note),
      ...checkMarkup(note),
      ...checkTabs(note),
      ...checkProse(note, knowledge.forms),
      ...checkEnglish(note),
      ...checkPrivateData(note),
    ],
    code: checkCode(note, knowledge),
    outputs: outputsOf(note, recordingOf),
  };
}

/** Checks one note: by itself, and its front matter, references and links, which the day and other files can break. */
export function checkNote(note: ParsedNote, context: Context): CheckedNote {
  const { site, references, moved } = context;
  const { text, rules, code, outputs } = context.ownOf?.(note) ?? checkOwn(note, context);
  if (isUnreadable(note, text)) return { note, findings: text, code, outputs };
  if (note.faults.length > 0 || !hasMatter(note.text))
    return { note, findings: [...text, ...faultsOf(note), ...checkFrontMatter(note)], code, outputs };
  return {
    note,
    findings: [
      ...text,
      ...checkFrontMatter(note),
      ...rules,
      ...checkReferences(note, references),
      ...checkLinks(note, site, moved),
      ...code.findings,
      ...outputs.findings,
    ],
    code,
    outputs,
  };
}

const isUnreadable = ({ text }: ParsedNote, findings: readonly Finding[]): boolean =>
  text.startsWith('\uFEFF') || text.includes('\r\n') || isInConflict(findings);

function outputsOf({ file, topic, id, fences, sections }: ParsedNote, recordingOf: RecordingOf): CheckedOutputs {
  const { recording, skips } = recordingOf(`${topic}/${id}`);
  const blocks = fences.map((fence) => ({ ...fence, section: sections[fence.section]?.id ?? '' }));
  return checkOutputs(file, blocks, recording, skips);
}

/** What the whole content is made of, as far as the checks of notes ask. */
export interface Content {
  readonly notes: readonly ParsedNote[];
  readonly asks: readonly ContentFile[];
  /** Questions that judge the search. */
  readonly judged?: readonly string[];
  /** Paths of all files below content/. */
  readonly files: readonly string[];
  readonly references: Omit<References, 'fixes'>;
  readonly knowledge: Knowledge;
  readonly recordingOf: RecordingOf;
  readonly moved?: ReadonlyMap<string, string> | undefined;
  readonly ownOf?: OwnOf | undefined;
}

/** Checks every note, and what no note alone can break: names, duplicates, asks. */
export function checkSite(content: Content): { notes: CheckedNote[]; findings: Finding[] } {
  const { notes, asks, judged, files } = content;
  const context = contextOf(content);
  const checked = notes.map((note) => checkNote(note, context));
  return {
    notes: checked,
    findings: [
      ...checked.flatMap(({ findings }) => findings),
      ...checkFileNames(files),
      ...checkDuplicates(notes),
      ...checkStatuses(notes),
      ...checkAsks(asks, context.site, judged),
    ],
  };
}

/** What single files are held against: of the other notes the outlines, of asks only what is needed. */
export interface Around extends Omit<Content, 'notes' | 'asks'> {
  readonly outlines: readonly NoteOutline[];
  readonly asks: () => readonly ContentFile[];
}

/**
 * Checks some files alone, as they are named in findings. They come last among their kind: what two files claim is said of the one
 * that was asked for, where the check of the whole site says it of the second by name.
 */
export function checkSome(wanted: ReadonlySet<string>, notes: readonly ParsedNote[], around: Around): Finding[] {
  const { outlines, asks, judged, files } = around;
  const ordered = wantedLast(outlines, wanted);
  const context = contextOf({ ...around, notes: ordered });
  const phrases = [...wanted].some((file) => file.endsWith('.asks.yaml'))
    ? checkAsks(wantedLast(asks(), wanted), context.site, judged)
    : [];
  return [
    ...notes.flatMap((note) => checkNote(note, context).findings),
    ...checkFileNames(files),
    ...checkDuplicates(ordered),
    ...checkStatuses(ordered),
    ...phrases,
  ].filter(({ file }) => wanted.has(file));
}

const wantedLast = <F extends { readonly file: string }>(files: readonly F[], wanted: ReadonlySet<string>): F[] => [
  ...files.filter(({ file }) => !wanted.has(file)),
  ...files.filter(({ file }) => wanted.has(file)),
];

/** What each note of the content is held against. */
export function contextOf({
  notes,
  references,
  knowledge,
  recordingOf,
  moved,
  ownOf,
}: Omit<Content, 'notes' | 'asks' | 'judged' | 'files'> & { readonly notes: readonly NoteOutline[] }): Context {
  const fixes = notes.filter(({ topic }) => topic === 'troubleshooting').map(({ id }) => id);
  return {
    site: siteMapOf(notes),
    references: { ...references, fixes: new Set(fixes) },
    knowledge,
    recordingOf,
    moved,
    ownOf,
  };
}

const isInConflict = (findings: readonly Finding[]): boolean =>
  findings.some(({ found }) => found.startsWith('the marks of a merge'));

function faultsOf({ file, faults, text }: ParsedNote): Finding[] {
  return faults.map(({ line, reason }) =>
    reason === OPEN_FENCE
      ? { file, line, found: reason, allowed: '``` above and below', fix: 'write ``` below its last line' }
      : mdxFault(file, line, reason, text),
  );
}

function mdxFault(file: string, line: number, reason: string, text: string): Finding {
  const written = text.split('\n')[line - 1] ?? '';
  return {
    file,
    line: lineIn(reason) ?? line,
    found: `no valid MDX: ${reason}`,
    allowed: 'Markdown; < and { outside of backticks start code',
    fix: /<!--/.test(written)
      ? 'write a comment as {/* ... */}'
      : /https?:/.test(written)
        ? 'write an address as [words](https://...), and put code in backticks'
        : /\{#[^}]*\}/.test(written)
          ? 'write a space behind ##: {#id} stands at the end of a heading'
          : 'put code in backticks, and close every component',
  };
}

/** The place that the parser's sentence names, such as `for <Steps> (104:1)`; it is nearer to the fault than the end of the file. */
function lineIn(reason: string): number | undefined {
  const line = /\((\d+):\d+/.exec(reason)?.[1];
  return line === undefined ? undefined : Number(line);
}
