/** `npm run check -- FILE`: files found by what was typed, the quick reading of other notes, and the same findings as the long way. */
import { describe, expect, it } from 'vitest';
import { wantedFiles } from '../../scripts/wanted-files.ts';
import { loadCommands } from '../../src/checks/commands/grammar.ts';
import { checkSite, checkSome } from '../../src/checks/site.ts';
import { siteMapOf } from '../../src/checks/site-map.ts';
import { parsedNotes } from '../../src/content/files.ts';
import { readNote, readOutline } from '../../src/content/read-note.ts';

const KNOWN = ['content/docker/copy-files.mdx', 'content/docker/copy-files.asks.yaml', 'content/values.yaml'];

describe('files by what was typed', () => {
  it.each([
    ['a path', 'content/docker/copy-files.mdx', ''],
    ['a page', 'docker/copy-files', ''],
    ['a page with its end', 'docker/copy-files.mdx', ''],
    ['a path from here', './copy-files.mdx', 'content/docker'],
    ['a path of Windows', 'content\\docker\\copy-files.mdx', ''],
  ])('%s', (_, word, from) => expect(wantedFiles([word], KNOWN, from).files).toEqual([KNOWN[0]]));
  it.each([
    ['a letter off', 'docker/copy-file', 'did you mean content/docker/copy-files.mdx?'],
    ['another topic', 'swarm/copy-files.mdx', 'did you mean content/docker/copy-files.mdx?'],
    ['a data file', 'content/value.yaml', 'did you mean content/values.yaml?'],
    ['nothing like it', 'helm/charts-from-a-registry', 'name a file below content/'],
  ])('%s is refused', (_, word, hint) => {
    const { files, faults } = wantedFiles([word], KNOWN);
    expect(files).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(/^there is no content\//)]);
    expect(faults[0]).toContain(hint);
  });
});

describe('an outline', () => {
  it('knows the ids that a full reading finds, in every note', () => {
    const notes = parsedNotes();
    const outlines = notes.map(({ file, text }) => readOutline(file, text));
    expect(siteMapOf(outlines)).toEqual(siteMapOf(notes));
  });
  it('takes no comment of a block for a heading', () => {
    const text =
      '---\ntitle: A\n---\n\n## A {#a}\n\n```sh\n## B {#b}\n```\n\n- x\n\n  ```sh\n  # C {#c}\n  ```\n\n### D {#d}\n';
    expect(readOutline('content/docker/a.mdx', text).sections.map(({ id }) => id)).toEqual([undefined, 'a', 'd']);
  });
});

const parser = await loadCommands();
const matter = (title: string, order: number) =>
  `---\ntitle: ${title}\ndescription: What this page gives to its reader, in fifty characters or more.\ntype: concept\nsection: containers\norder: ${order}\nreviewed: 2026-11-21\ntools: []\nsources: { notes: [], upstream: [] }\n---\n\nIt is short.\n\n## One {#one}\n\nSee ${order === 1 ? '[two](/docker/b/#too)' : '[one](/docker/a/#one)'}.\n\n## Two {#two}\n\nMore.\n`;
const NOTES = [
  readNote('content/docker/a.mdx', matter('The same title', 1)),
  readNote('content/docker/b.mdx', matter('The same title', 2)),
];
const asks = ['a', 'b'].map((id) => ({ file: `content/docker/${id}.asks.yaml`, text: 'page:\n  - copy the files\n' }));
const shared = {
  files: ['a', 'b'].flatMap((id) => [`docker/${id}.asks.yaml`, `docker/${id}.mdx`]),
  references: {
    sourceNotes: new Set<string>(),
    changes: new Set<string>(),
    examples: new Set<string>(),
    diagrams: new Set<string>(),
  },
  knowledge: { parser, examples: new Map<string, string>(), forms: [] },
  recordingOf: () => ({ recording: undefined, skips: {} }),
};
const some = (file: string) =>
  checkSome(
    new Set([file]),
    NOTES.filter((note) => note.file === file),
    { ...shared, outlines: NOTES.map((note) => readOutline(note.file, note.text)), asks: () => asks },
  );

describe('a file alone', () => {
  const whole = checkSite({ ...shared, notes: NOTES, asks }).findings;
  it('has the findings that the check of the whole site has for it', () => {
    expect(whole.length).toBeGreaterThan(2);
    for (const file of ['content/docker/b.mdx', 'content/docker/b.asks.yaml'])
      expect(some(file)).toEqual(whole.filter((finding) => finding.file === file));
  });
  it('is told of a link to a heading that another note lacks, and of a title that a later note has', () => {
    const found = some('content/docker/a.mdx').map((finding) => finding.found);
    expect(found).toContainEqual(expect.stringContaining('/docker/b/#too'));
    expect(found).toContainEqual(expect.stringContaining('content/docker/b.mdx:2 has it too'));
  });
  it('is told of phrases that a later file has, and of nobody else', () => {
    const found = some('content/docker/a.asks.yaml');
    expect(found).toMatchObject([
      { file: 'content/docker/a.asks.yaml', found: expect.stringContaining('says the same') },
    ]);
  });
});
