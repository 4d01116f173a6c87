/** Reads content/ and runs all checks: for the command line, at the start of a build, on every save in dev, and for the marks. */
import { join } from 'node:path';
import { setImmediate as afterTurn } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import { type AskFile, knowAsks, readAsks } from '../content/asks.ts';
import { changes, permalinks, redirects, sourceNotes, values } from '../content/data.ts';
import {
  askFiles,
  CONTENT,
  type ContentFile,
  contentFile,
  contentFiles,
  fileOf,
  holdContent,
  noteAt,
  noteFiles,
  parsedNotes,
  whileHeld,
} from '../content/files.ts';
import {
  isRead,
  type KeptNote,
  type ParsedNote,
  partsOf,
  readNote,
  readOutline,
  recallNote,
} from '../content/read-note.ts';
import { keep, keptOrFound, keyOf, recall } from '../kept.ts';
import { ContentError, type Finding, formatFindings } from '../lib/finding.ts';
import { besideTexts, readRecording, skipsOf } from '../recordings/files.ts';
import { judgedQuestions } from '../search/learn/judge.ts';
import { knowPhrase, wordingOf } from '../search/query/field-slots.ts';
import { checkAddresses } from './addresses.ts';
import type { Knowledge } from './code.ts';
import { loadCommands } from './commands/grammar.ts';
import { compileForms } from './commands/obsolete.ts';
import { checkChangesAgainstTools, checkDataFile, DATA_FILES } from './data-files.ts';
import { checkExample } from './files/examples.ts';
import { checkMessages } from './messages.ts';
import {
  type CheckedNote,
  checkNote,
  checkOwn,
  checkSite,
  checkSome,
  contextOf,
  type OwnResult,
  type RecordingOf,
} from './site.ts';

let compiled: { from: readonly unknown[]; knowledge: Promise<Knowledge> } | undefined;

/** What the checks of code need besides the notes: the grammar, the placeholders and the obsolete forms. */
export function knowledge(): Promise<Knowledge> {
  const from = [values(), changes()];
  if (!compiled || from.some((data, index) => data !== compiled?.from[index]))
    compiled = {
      from,
      knowledge: loadCommands().then((parser) => ({
        parser,
        examples: new Map(values().map(({ name, example }) => [name, String(example)])),
        forms: compileForms(changes()),
      })),
    };
  return compiled.knowledge;
}

/** A note with what follows from it alone, as it is kept. */
interface Kept {
  readonly parts: KeptNote;
  readonly own: OwnResult;
}

const owns = new WeakMap<ParsedNote, { readonly key: string; readonly own: OwnResult }>();

/** What all notes follow from besides themselves. */
const dataKey = (): string =>
  whileHeld('data key', () => ['values.yaml', 'changes.yaml'].map((name) => contentFile(name).text).join('\0'));

/** Everything that the own result of a note follows from. */
const ownKey = (file: string, text: string): string =>
  whileHeld(`own key of ${file}`, () =>
    keyOf([file, text, dataKey(), ...besideTexts(file.slice('content/'.length, -'.mdx'.length))]),
  );

/** What follows from a note alone: from memory, from the disk, or found now. */
const ownOf =
  (known: Knowledge) =>
  (note: ParsedNote): OwnResult => {
    const key = ownKey(note.file, note.text);
    const before = owns.get(note);
    if (before?.key === key) return before.own;
    const own = checkOwn(note, { knowledge: known, recordingOf });
    owns.set(note, { key, own });
    keep(note.file, key, { parts: partsOf(note), own } satisfies Kept);
    return own;
  };

/** Notes taken in one turn of the event loop. */
const AT_ONCE = 32;

/**
 * Every note, read and checked by itself: brought back where it has not changed, and found where it has. It takes turns: what a
 * WeakRef gave is held until the turn ends, so all trees of a large site would stand side by side, and in dev a page would wait.
 */
async function readNotes(known: Knowledge): Promise<readonly ParsedNote[]> {
  recallNotes();
  const find = ownOf(known);
  for (const [at, path] of noteFiles().entries()) {
    find(noteAt(path));
    if (at % AT_ONCE === AT_ONCE - 1) await afterTurn();
  }
  return parsedNotes();
}

/** Brings back all notes, and all phrases of readers, that have not changed since they were last checked. */
function recallNotes(): void {
  for (const source of askFiles()) knowAsks(source, () => recallAsks(source));
  for (const path of noteFiles()) {
    const { file, text } = contentFile(path);
    const key = ownKey(file, text);
    if (isRead(file, text)) continue;
    const kept = recall<Kept>(file, key);
    if (kept) owns.set(recallNote(file, text, kept.parts), { key, own: kept.own });
  }
}

/** The phrases of a file; the words of each come back with them, since finding them takes longer than reading them. */
function recallAsks(source: ContentFile): AskFile {
  const { read, wordings } = keptOrFound(`asks/${source.file}`, [source.file, source.text], () => {
    const found = readAsks(source);
    return { read: found, wordings: found.asks.map(({ phrase }) => wordingOf(phrase)) };
  });
  for (const [at, { phrase }] of read.asks.entries()) knowPhrase(phrase, wordings[at]!);
  return read;
}

const recordingOf: RecordingOf = (page) => ({ recording: readRecording(page), skips: skipsOf(page) });

const moved = () => new Map(redirects().map(({ from, to }) => [from, to]));

function references() {
  const files = contentFiles();
  const below = (folder: string) =>
    new Set(files.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)));
  return {
    sourceNotes: new Set(sourceNotes().map(({ id }) => id)),
    changes: new Set(changes().map(({ id }) => id)),
    examples: below('examples'),
    diagrams: below('diagrams'),
  };
}

/** Everything that is wrong with the content as it stands on the disk. */
export async function checkContent(): Promise<Finding[]> {
  const data = DATA_FILES.flatMap((name) => checkDataFile(contentFile(name)));
  // Without its data files nothing else can be judged.
  if (data.length > 0) return data;
  const known = await knowledge();
  const notes = await readNotes(known);
  const site = checkSite({
    notes,
    asks: askFiles(),
    ...surroundings(known),
  });
  for (const checked of site.notes) results.set(checked.note.url, checked);
  return [
    ...site.findings,
    ...keptOrFound('messages', headsOfFixes(notes), () => checkMessages(notes)),
    ...checkChangesAgainstTools(changes(), contentFile('changes.yaml'), known),
    ...checkAddresses({
      notes,
      redirects: contentFile('redirects.yaml'),
      entries: redirects(),
      published: permalinks(),
    }),
    ...keptOrFound('examples', [dataKey(), ...examples().flatMap((path) => [path, contentFile(path).text])], () =>
      exampleFindings(known),
    ),
  ];
}

/** All that the messages of fixes follow from: names and front matter, before the fixes are asked for their lines. */
const headsOfFixes = (notes: readonly ParsedNote[]): string[] =>
  notes
    .filter(({ topic }) => topic === 'troubleshooting')
    .flatMap(({ file, text }) => [file, text.slice(0, text.indexOf('\n---', 3))]);

/** What notes are held to beside each other. */
const surroundings = (known: Knowledge) => ({
  judged: judgedQuestions().map(({ q }) => q),
  files: contentFiles(),
  references: references(),
  knowledge: known,
  recordingOf,
  moved: moved(),
  ownOf: ownOf(known),
});

/**
 * What is wrong with some files, named from the root of the project. Of the other notes only the outlines are read, and phrases,
 * messages and addresses are compared only if a file asks for it: two seconds where the whole content takes six.
 */
export async function checkFiles(files: readonly string[]): Promise<Finding[]> {
  const data = DATA_FILES.flatMap((name) => checkDataFile(contentFile(name)));
  if (data.length > 0) return data;
  const wanted = new Set(files);
  const paths = noteFiles();
  const known = await knowledge();
  const outlines = paths.map(contentFile).map(({ file, text }) => readOutline(file, text));
  const notes = outlines.filter(({ file }) => wanted.has(file)).map(({ file, text }) => readNote(file, text));
  const around = {
    outlines,
    asks: askFiles,
    ...surroundings(known),
  };
  const beside = [
    ...(notes.some(({ topic }) => topic === 'troubleshooting') ? checkMessages(outlines) : []),
    ...(wanted.has('content/changes.yaml')
      ? checkChangesAgainstTools(changes(), contentFile('changes.yaml'), known)
      : []),
    ...(wanted.has('content/redirects.yaml') || wanted.has('content/permalinks.txt')
      ? checkAddresses({
          notes: outlines,
          redirects: contentFile('redirects.yaml'),
          entries: redirects(),
          published: permalinks(),
        })
      : []),
    ...exampleFindings(known, wanted),
  ];
  return [...checkSome(wanted, notes, around), ...beside.filter(({ file }) => wanted.has(file))];
}

/** Example files, by their path below content/. */
const examples = (): string[] => contentFiles().filter((path) => path.startsWith('examples/'));

function exampleFindings(known: Knowledge, wanted?: ReadonlySet<string>): Finding[] {
  return examples()
    .filter((path) => wanted?.has(fileOf(path)) ?? true)
    .flatMap((path) =>
      checkExample(path.slice('examples/'.length), contentFile(path).text, known).problems.map(
        ({ line, ...problem }) => ({
          file: fileOf(path),
          line: line + 1,
          ...problem,
        }),
      ),
    );
}

/** The last result for each page; a page whose file has changed since is checked again. */
const results = new Map<string, CheckedNote>();

/** The check's result for the note at an address; undefined where no note is. */
export async function checkedNote(url: string): Promise<CheckedNote | undefined> {
  const path = `${url.replace(/^\/|\/$/g, '')}.mdx`;
  if (!results.has(url) && !noteFiles().includes(path)) return undefined;
  const { file, text } = contentFile(path);
  const note = readNote(file, text);
  const known = await knowledge();
  return resultOf(note, () => whileHeld('context', () => contextOf({ notes: parsedNotes(), ...surroundings(known) })));
}

/** What was found of a note before, or what a check finds now. */
function resultOf(note: ParsedNote, context: () => ReturnType<typeof contextOf>): CheckedNote {
  const before = results.get(note.url);
  if (before?.note === note) return before;
  const checked = checkNote(note, context());
  results.set(note.url, checked);
  return checked;
}

/** Every note with its result, in the order of topics and names. */
export async function checkedNotes(): Promise<CheckedNote[]> {
  const known = await knowledge();
  const notes = await readNotes(known);
  // Once for all: outside of a build nothing is held.
  const context = contextOf({ notes, ...surroundings(known) });
  return notes.map((note) => resultOf(note, () => context));
}

/** What is wrong with a data file hides everything else, so it is told whatever was saved. */
const isData = (file: string): boolean => /^content\/[a-z]+\.yaml$/.test(file);

/** Milliseconds after a save, in which the browser has asked for its page. */
const AFTER_SAVE = 1500;

/** Where the files lie that are held. */
const HELD = [CONTENT, join(CONTENT, '../deploy'), join(CONTENT, '../lab')];

/** Stops a build in which anything is wrong; in dev it says what is wrong with each file as it is saved, and goes on. */
export function contentChecks(): AstroIntegration {
  return {
    name: 'content-checks',
    hooks: {
      'astro:build:start': async () => {
        holdContent();
        const findings = await checkContent();
        if (findings.length > 0) throw new ContentError(formatFindings(findings));
      },
      'astro:server:setup': ({ server, logger }) => {
        const say = async (wanted?: string) => {
          const findings = (await checkContent()).filter(
            ({ file }) => wanted === undefined || file === wanted || isData(file),
          );
          if (findings.length > 0) logger.warn(`\n${formatFindings(findings)}`);
        };
        holdContent();
        void say();
        let waiting: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_, path) => {
          if (!HELD.some((folder) => path.startsWith(folder))) return;
          holdContent();
          if (!path.startsWith(CONTENT)) return;
          // The page comes first: all the content is checked for what this change breaks, which takes longer than to show it.
          clearTimeout(waiting);
          waiting = setTimeout(
            () => void say(path.slice(join(CONTENT, '..').length + 1).replaceAll('\\', '/')),
            AFTER_SAVE,
          );
        });
      },
    },
  };
}
