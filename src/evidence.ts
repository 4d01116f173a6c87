/** What the check has proved of a block, for the quiet mark beside it: taken from the check's own result. Build-time only. */

import { allProofs, type Provoked } from '../lab/proofs.ts';
import type { CheckedFence } from './checks/code.ts';
import { readBlock } from './checks/commands/block.ts';
import type { Call } from './checks/commands/call.ts';
import { destroys } from './checks/commands/destructive.ts';
import { flagsOf, type ToldFlag } from './checks/commands/help-lines.ts';
import { fillPlaceholders } from './checks/commands/placeholders.ts';
import { ROOTS } from './checks/commands/tools.ts';
import { checkExample } from './checks/files/examples.ts';
import { checkedNote, knowledge } from './checks/integration.ts';
import { SHELLS } from './content/fence-meta.ts';
import { getTopicNotes } from './content/notes.ts';
import { keptOrFound } from './kept.ts';
import type { Finding } from './lib/finding.ts';
import type { Ran } from './recordings/check.ts';
import { besideTexts, readRecording } from './recordings/files.ts';
import type { Evidence as Printed, Recording } from './recordings/types.ts';
import { type PageFlag, pageFlags } from './tool-help/of-page.ts';

/** A program and the release that something was held against. */
export interface Release {
  readonly tool: string;
  readonly version: string;
}

export interface Evidence {
  /** Empty where nothing was checked, or something is wrong. */
  readonly releases: readonly Release[];
  readonly destructive: boolean;
  /** What is wrong, for the writer in dev; a build with any of it does not end. */
  readonly faults: readonly string[];
  /** The single commands of a shell block. */
  readonly statements: readonly string[];
  /** Of a block of output: where it was printed, or why it was typed. */
  readonly printed?: Printed | undefined;
  /** The flags of its calls that a tool's help explains. */
  readonly flags: readonly ToldFlag[];
}

const NOTHING: Evidence = { releases: [], destructive: false, faults: [], statements: [], flags: [] };

/** What a kind of file is held against, where that has a version. */
const FILE_RELEASES: Readonly<Record<string, Release>> = {
  Kubernetes: { tool: 'Kubernetes', version: ROOTS.get('kubectl')?.version ?? '' },
  Compose: { tool: 'compose', version: ROOTS.get('docker')?.children.get('compose')?.version ?? '' },
};

/** The evidence of a fence on the page at a site-relative address. */
export async function evidenceOfFence(
  url: string,
  { lang, meta, code }: { readonly lang: string; readonly meta: string; readonly code: string },
): Promise<Evidence> {
  const note = await checkedNote(url);
  const same = note?.code.fences.filter(
    ({ fence }) => fence.lang === lang && fence.meta === meta && fence.code === code,
  );
  const [first] = same ?? [];
  // Nobody has checked it, so nothing is said of it.
  if (!first || !same) return NOTHING;
  const faults = same.flatMap(({ findings }) => findings.map(({ found }) => found));
  return { ...evidenceOf(first, faults), printed: note?.outputs.evidence.get(first.fence.line) };
}

function evidenceOf({ calls, kind, statements }: CheckedFence, faults: readonly string[]): Evidence {
  const ofFile = kind === undefined ? undefined : FILE_RELEASES[kind];
  return {
    releases: faults.length > 0 ? [] : calls.length > 0 ? releasesOf(calls) : ofFile ? [ofFile] : [],
    destructive: calls.some((call) => destroys(call)),
    faults,
    statements,
    flags: calls.flatMap(flagsOf).filter(({ says }) => says !== undefined),
  };
}

/** The evidence of a command that stands outside of the notes. */
export async function evidenceOfCommand(code: string): Promise<Evidence> {
  const { parser, examples } = await knowledge();
  const { calls, problems } = readBlock(parser, fillPlaceholders(code, examples), 'sh');
  return {
    ...NOTHING,
    releases: problems.length > 0 ? [] : releasesOf(calls),
    faults: problems.map(({ found }) => found),
  };
}

/** The evidence of a whole file of content/examples, by its path there. */
export async function evidenceOfExample(path: string, code: string): Promise<Evidence> {
  const { kind, calls, problems } = checkExample(path, code, await knowledge());
  return evidenceOf(
    { calls, kind, statements: [], findings: [], fence: { lang: '', meta: '', code, line: 1, section: 0 } },
    problems.map(({ found }) => found),
  );
}

/** What is wrong with the note at an address, for its writer. */
export const findingsOfPage = async (url: string): Promise<readonly Finding[]> =>
  (await checkedNote(url))?.findings ?? [];

/** How many calls of recorded tools the shell blocks of a page hold, and the releases they were checked against. */
export async function evidenceOfPage(url: string): Promise<{ calls: number; releases: readonly Release[] }> {
  const blocks = (await checkedNote(url))?.code.fences.filter(({ fence }) => SHELLS[fence.lang]) ?? [];
  const calls = blocks.filter(({ findings }) => findings.length === 0).flatMap(({ calls: own }) => own);
  return { calls: calls.length, releases: releasesOf(calls) };
}

/** The flags that the commands of a page use, with what the tools say of them. */
export async function flagsOfPage(url: string): Promise<PageFlag[]> {
  return pageFlags(((await checkedNote(url))?.code.calls ?? []).map(({ call }) => call));
}

function releasesOf(calls: readonly Call[]): Release[] {
  return [...new Map(calls.map(({ tool, version }) => [tool, version]))].map(([tool, version]) => ({ tool, version }));
}

/** How many blocks of commands of a note were run in the lab, and on what; `topic/slug`. */
export async function ranOfPage(url: string, page: string): Promise<Ran & Partial<Pick<Recording, 'versions'>>> {
  const ran = (await checkedNote(url))?.outputs.ran ?? { blocks: 0, of: 0 };
  const recording = ran.blocks > 0 ? readRecording(page) : undefined;
  return { ...ran, ...(recording ? { versions: recording.versions } : {}) };
}

let proofs: ReadonlyMap<string, Provoked> | undefined;

/** Every fix with its proof; asked of the recordings again where a fix, its set-up or its recording has changed. */
const proofsOfSite = (): Provoked[] =>
  keptOrFound(
    'proofs',
    getTopicNotes('troubleshooting').flatMap(({ id, parsed }) => [
      parsed.text,
      ...besideTexts(`troubleshooting/${id}`),
    ]),
    allProofs,
  );

/** Where the fault of a fix was provoked: its message printed, its check failing before and holding after (lab/README.md); else why not, in words. */
export function provokedOf(id: string): (Pick<Recording, 'versions'> & { usage: boolean }) | string | undefined {
  proofs ??= new Map(proofsOfSite().map((proof) => [proof.id, proof]));
  const proof = proofs.get(id);
  if (proof?.state === 'not provoked') return proof.why;
  const recording = proof?.state === 'proved' ? readRecording(`troubleshooting/${id}`) : undefined;
  return proof?.state === 'proved' && recording ? { versions: recording.versions, usage: proof.usage } : undefined;
}
