/** All checks on the content, over what is handed in: each note with the evidence of its blocks, and what lies beside notes. Pure. */
import type { ContentFile } from '../content/files.ts';
import type { ParsedNote } from '../content/read-note.ts';
import type { Finding } from '../lib/finding.ts';
import { type Checked as CheckedOutputs, checkOutputs, type Skips } from '../recordings/check.ts';
import type { Recording } from '../recordings/types.ts';
import { checkAsks } from './asks.ts';
import { checkCharacters } from './characters.ts';
import { type CheckedCode, checkCode, type Knowledge } from './code.ts';
import { checkFileNames } from './file-names.ts';
import { checkDuplicates, checkFrontMatter } from './front-matter.ts';
import { checkHeadings } from './headings.ts';
import { checkLinks } from './links.ts';
import { checkMarkup } from './markup.ts';
import { checkReferences, type References } from './references.ts';
import { checkShape } from './shapes.ts';
import { type SiteMap, siteMapOf } from './site-map.ts';

/** What a note is held against besides itself. */
export interface Context {
  readonly site: SiteMap;
  readonly references: References;
  readonly knowledge: Knowledge;
  readonly recordingOf: RecordingOf;
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
const NO_OUTPUTS: CheckedOutputs = { findings: [], evidence: new Map(), runs: new Map() };

/** Checks one note: its text, its links, its code. */
export function checkNote(note: ParsedNote, { site, references, knowledge, recordingOf }: Context): CheckedNote {
  const text = checkCharacters(note);
  if (note.faults.length > 0)
    return {
      note,
      findings: [...text, ...faultsOf(note), ...checkFrontMatter(note)],
      code: NO_CODE,
      outputs: NO_OUTPUTS,
    };
  const code = checkCode(note, knowledge);
  const outputs = outputsOf(note, recordingOf);
  const rules = [
    ...text,
    ...checkFrontMatter(note),
    ...checkHeadings(note),
    ...checkShape(note),
    ...checkMarkup(note),
    ...checkReferences(note, references),
    ...checkLinks(note, site),
  ];
  return { note, findings: [...rules, ...code.findings, ...outputs.findings], code, outputs };
}

function outputsOf({ file, topic, id, fences, sections }: ParsedNote, recordingOf: RecordingOf): CheckedOutputs {
  const { recording, skips } = recordingOf(`${topic}/${id}`);
  const blocks = fences.map((fence) => ({ ...fence, section: sections[fence.section]?.id ?? '' }));
  return checkOutputs(file, blocks, recording, skips);
}

/** What the whole content is made of, as far as the checks of notes ask. */
export interface Content {
  readonly notes: readonly ParsedNote[];
  readonly asks: readonly ContentFile[];
  /** Paths of all files below content/. */
  readonly files: readonly string[];
  readonly references: Omit<References, 'fixes'>;
  readonly knowledge: Knowledge;
  readonly recordingOf: RecordingOf;
}

/** Checks every note, and what no note alone can break: names, duplicates, asks. */
export function checkSite({ notes, asks, files, references, knowledge, recordingOf }: Content): {
  notes: CheckedNote[];
  findings: Finding[];
} {
  const context = contextOf({ notes, references, knowledge, recordingOf });
  const checked = notes.map((note) => checkNote(note, context));
  return {
    notes: checked,
    findings: [
      ...checked.flatMap(({ findings }) => findings),
      ...checkFileNames(files),
      ...checkDuplicates(notes),
      ...checkAsks(asks, context.site),
    ],
  };
}

/** What each note of the content is held against. */
export function contextOf({
  notes,
  references,
  knowledge,
  recordingOf,
}: Pick<Content, 'notes' | 'references' | 'knowledge' | 'recordingOf'>): Context {
  const fixes = notes.filter(({ topic }) => topic === 'troubleshooting').map(({ id }) => id);
  return { site: siteMapOf(notes), references: { ...references, fixes: new Set(fixes) }, knowledge, recordingOf };
}

function faultsOf({ file, faults, text }: ParsedNote): Finding[] {
  return faults.map(({ line, reason }) => ({
    file,
    line: lineIn(reason) ?? line,
    found: `no valid MDX: ${reason}`,
    allowed: 'Markdown; < and { outside of backticks start code',
    fix: /https?:/.test(text.split('\n')[line - 1] ?? '')
      ? 'write an address as [words](https://...), and put code in backticks'
      : 'put code in backticks, and close every component',
  }));
}

/** The place that micromark's sentence names, such as `for <Steps> (104:1-104:8)`; it is nearer to the fault than the end of the file. */
function lineIn(reason: string): number | undefined {
  const line = /\((\d+):\d+/.exec(reason)?.[1];
  return line === undefined ? undefined : Number(line);
}
