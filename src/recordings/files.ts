/** Recordings and set-ups as they are committed. Build-time only: the one file of this folder that opens files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { whileHeld } from '../content/files.ts';
import { readYaml } from '../lib/yaml.ts';
import type { Skips } from './check.ts';
import type { Reason, Recording } from './types.ts';

/** Every command runs in the project's root. */
const ROOT = process.cwd();

/** Where the recording of a page, `topic/slug`, lies. */
export const recordingPath = (page: string): string => join(ROOT, 'lab', 'recordings', `${page}.yaml`);

/** What a lab recorded of a page; undefined when it was never recorded. */
export const readRecording = (page: string): Recording | undefined =>
  whileHeld(`recording ${page}`, () => {
    const path = recordingPath(page);
    return existsSync(path) ? (readYaml(readFileSync(path, 'utf8')) as Recording) : undefined;
  });

/** The set-up beside a page, as YAML says it; lab/setup.ts knows all its keys. */
export const readSetupFile = (page: string): unknown =>
  whileHeld(`set-up ${page}`, () => {
    const path = join(ROOT, 'content', `${page}.lab.yaml`);
    return existsSync(path) ? (readYaml(readFileSync(path, 'utf8')) ?? {}) : {};
  });

/** The files beside a page as they are written, for whoever asks whether anything has changed. */
export const besideTexts = (page: string): string[] =>
  [recordingPath(page), join(ROOT, 'content', `${page}.lab.yaml`)].map((path) =>
    existsSync(path) ? readFileSync(path, 'utf8') : '',
  );

/** Why blocks of a page are not run, as its set-up says; `*` stands for all of them. */
export function skipsOf(page: string): Skips {
  const setup = readSetupFile(page) as {
    readonly skip?: Reason;
    readonly blocks?: Readonly<Record<string, Reason | { readonly skip?: Reason } | null>>;
  };
  const blocks = Object.entries(setup.blocks ?? {}).flatMap(([at, own]) => {
    const reason = typeof own === 'string' ? own : own?.skip;
    return reason ? [[at, reason] as const] : [];
  });
  return { ...(setup.skip ? { '*': setup.skip } : {}), ...Object.fromEntries(blocks) };
}
