/** Reads content/ and runs the checks of its commands and files. Build-time only. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { type Entry, indexCommands } from '../command-index/entries.ts';
import { checkChangesFile } from '../content/schema/changes.ts';
import { checkValuesFile } from '../content/schema/values.ts';
import { type Finding, formatFindings } from '../lib/finding.ts';
import { TOPIC_IDS } from '../topics.ts';
import { type CheckedPage, checkPage, type Knowledge } from './check-code.ts';
import { loadCommands } from './commands/grammar.ts';
import { compileForms } from './commands/obsolete.ts';
import { type CheckedExample, checkExample } from './files/examples.ts';

const CONTENT = join(process.cwd(), 'content');

/** What the checks need besides the notes: the grammar, the placeholders and the obsolete forms. */
export async function loadKnowledge(): Promise<Knowledge> {
  const values = parse(readFileSync(join(CONTENT, 'values.yaml'), 'utf8')) as { name: string; example: unknown }[];
  const changes = parse(readFileSync(join(CONTENT, 'changes.yaml'), 'utf8')) as {
    id: string;
    now: string;
    find?: string[];
  }[];
  return {
    parser: await loadCommands(),
    examples: new Map(values.map(({ name, example }) => [name, String(example)])),
    forms: compileForms(changes),
  };
}

/** Every note by its path from the project's root, checked. */
export async function checkNotePages(): Promise<Map<string, CheckedPage>> {
  const known = await loadKnowledge();
  const files = TOPIC_IDS.flatMap((topic) =>
    readdirSync(join(CONTENT, topic))
      .filter((name) => name.endsWith('.mdx'))
      .sort()
      .map((name) => `content/${topic}/${name}`),
  );
  return new Map(files.map((file) => [file, checkPage(file, readFileSync(join(CONTENT, '..', file), 'utf8'), known)]));
}

let entries: Promise<Entry[]> | undefined;

/** The index of all pages, made once a build. `titles` gives a page's title by its address; a page without one is left out. */
export function commandIndex(titles: ReadonlyMap<string, string>): Promise<Entry[]> {
  entries ??= checkNotePages().then((pages) =>
    indexCommands(
      [...pages].flatMap(([file, checked]) => {
        const url = `${file.replace(/^content/, '').replace(/\.mdx$/, '')}/`;
        const title = titles.get(url);
        return title === undefined
          ? []
          : [
              {
                url,
                title,
                checked,
                source: readFileSync(join(CONTENT, '..', file), 'utf8'),
                example: (name: string) => readFileSync(join(CONTENT, 'examples', name), 'utf8'),
              },
            ];
      }),
    ),
  );
  return entries;
}

/** Every file of content/examples by its path there, checked. */
export async function checkExamples(): Promise<Map<string, CheckedExample>> {
  const known = await loadKnowledge();
  const folder = join(CONTENT, 'examples');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return new Map(files.map((file) => [file, checkExample(file, readFileSync(join(folder, file), 'utf8'), known)]));
}

/** All that is wrong with the commands and files of content/. */
export async function checkCommands(): Promise<Finding[]> {
  const pages = [...(await checkNotePages()).values()].flatMap(({ findings }) => findings);
  const examples = [...(await checkExamples())].flatMap(([file, { problems }]) =>
    problems.map(({ line, ...rest }) => ({ file: `content/examples/${file}`, line: line + 1, ...rest })),
  );
  return [...dataProblems(), ...pages, ...examples];
}

function dataProblems(): Finding[] {
  const read = (name: string) => ({ file: `content/${name}`, text: readFileSync(join(CONTENT, name), 'utf8') });
  return [...checkChangesFile(read('changes.yaml')), ...checkValuesFile(read('values.yaml'))];
}

/** Stops a build in which a command or a file is wrong; in dev it says so and goes on. */
export function checkContent(): AstroIntegration {
  return {
    name: 'check-commands',
    hooks: {
      'astro:build:start': async () => {
        const findings = await checkCommands();
        if (findings.length > 0) throw new Error(`\n${formatFindings(findings)}`);
      },
      'astro:server:start': async ({ logger }) => {
        const findings = await checkCommands();
        if (findings.length > 0) logger.warn(`\n${formatFindings(findings)}`);
      },
    },
  };
}
