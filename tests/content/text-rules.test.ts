import { describe, expect, it } from 'vitest';
import { checkAddresses } from '../../src/checks/addresses.ts';
import { checkCharacters } from '../../src/checks/characters.ts';
import { loadCommands } from '../../src/checks/commands/grammar.ts';
import { checkFileNames } from '../../src/checks/file-names.ts';
import { checkMarkup } from '../../src/checks/markup.ts';
import { checkNote } from '../../src/checks/site.ts';
import { readNote } from '../../src/content/read-note.ts';

const FILE = 'content/docker/a.mdx';
const MATTER = '---\ntitle: A\n---\n\n';
const note = (body: string) => readNote(FILE, MATTER + body);
const told = (findings: readonly { line: number; found: string; fix: string }[]) =>
  findings.map(({ line, found, fix }) => `${line}: ${found} | ${fix}`).join('\n');

describe('characters that nobody sees', () => {
  const text = (body: string) => told(checkCharacters(note(body)));
  it('a plain text passes, quotes and dashes in sentences too', () => {
    expect(text('It’s “so” – a sentence.\n\n```sh\ndocker ps --all\n```\n')).toBe('');
  });
  it.each([
    ['a no-break space in a command', '```sh\ndocker\u00A0ps\n```\n', /6: a no-break space.*docker.ps/],
    ['one in inline code', 'Run `docker\u00A0ps`.', /5: a no-break space/],
    ['a space without width', 'A\u200Bb', /5: a character without width/],
    ['a sign that was lost', 'caf\uFFFD', /5: a replacement character.*UTF-8/],
    ['a turn of direction', 'a\u202Eb', /5: a character that turns/],
    ['curly quotes in a command', '```sh\necho “a”\n```\n', /6: curly quotes/],
    ['a dash for two', '`docker ps –all`', /5: a dash where an option begins/],
  ])('%s', (_, body, expected) => expect(text(body)).toMatch(expected));
  it('line ends of Windows and a byte order mark are named as what they are', () => {
    expect(told(checkCharacters(readNote(FILE, '---\r\ntitle: A\r\n---\r\n')))).toMatch(/1: line ends of Windows/);
    expect(told(checkCharacters(readNote(FILE, '\uFEFF---\ntitle: A\n---\n')))).toMatch(/1: a byte order mark/);
  });
});

describe('markup', () => {
  const text = (body: string) => told(checkMarkup(note(body)));
  it('comments, heading ids and known words pass', () => {
    expect(text('## A {#a}\n\n{/* why */}\n\n```yaml compose file="compose.yaml"\nservices: {}\n```\n')).toBe('');
  });
  it.each([
    ['braces in a sentence', 'The {name} of it.', /5: \{name\}, which MDX would run.*backticks/],
    ['a sum', '{1 + 1}', /5: \{1 \+ 1\}/],
    ['an id outside of a heading', '##More {#more}', /5: \{#more\} outside of a heading \| write a space behind ##/],
    ['an import', "import A from './a.astro'", /5: an import or export/],
    ['a footnote', 'So it is.[^1]', /5: a footnote/],
    ['a prompt', '```sh\n$ docker ps\n```\n', /6: a prompt: \$ docker ps \| leave the prompt out/],
    ['a word that means nothing', '```sh wher="here"\nls\n```\n', /5: "wher" behind ```sh \| did you mean where/],
  ])('%s', (_, body, expected) => expect(text(body)).toMatch(expected));
});

const parser = await loadCommands();

describe('a note that is no MDX', () => {
  const context = {
    site: new Map(),
    references: {
      sourceNotes: new Set(''),
      changes: new Set(''),
      fixes: new Set(''),
      examples: new Set(''),
      diagrams: new Set(''),
    },
    knowledge: { parser, examples: new Map(), forms: [] },
    recordingOf: () => ({ recording: undefined, skips: {} }),
  };
  const text = (body: string) => told(checkNote(note(body), context).findings);
  it.each([
    ['a component that is not closed is named with its line', 'a\n\n<Steps>\n\nx', /7: no valid MDX/],
    ['an address in angle brackets', '<https://example.com>', /5: no valid MDX.*write an address as/],
    ['marks of a merge', 'a\n<<<<<<< HEAD\nb', /6: the marks of a merge/],
  ])('%s', (_, body, expected) => expect(text(body)).toMatch(expected));
});

describe('file names', () => {
  const text = (...files: string[]) => told(checkFileNames(files));
  it('notes, what lies beside them, and data pass', () => {
    expect(text('docker/a.mdx', 'docker/a.asks.yaml', 'values.yaml', 'examples/x/y.md', 'permalinks.txt')).toBe('');
  });
  it.each([
    ['a note that is no .mdx', 'docker/a.md', /a file that nothing reads \| let its name end in \.mdx/],
    ['a note outside of a topic', 'note.mdx', /a file that nothing reads/],
    ['an unknown topic', 'podman/note.mdx', /a file that nothing reads/],
    ['a name with capitals', 'docker/A-Note.mdx', /rename it to a-note\.mdx/],
    ['a name with an accent', 'docker/café.mdx', /rename it to cafe\.mdx/],
    ['asks without their note', 'docker/b.asks.yaml', /a file beside no note/],
  ])('%s', (_, file, expected) => expect(text(file)).toMatch(expected));
});

describe('addresses', () => {
  const notes = [note('## One {#one}\n')];
  const check = (entries: readonly { from: string; to: string }[], published: readonly string[] = []) =>
    told(
      checkAddresses({
        notes,
        entries,
        published,
        redirects: {
          file: 'content/redirects.yaml',
          text: entries.map(({ from, to }) => `- { from: ${from}, to: ${to} }\n`).join(''),
        },
      }),
    );
  it('a good list passes', () => {
    expect(
      check(
        [
          { from: '/docker/a/#old', to: '/docker/a/#one' },
          { from: '/docker/b/', to: '/docker/a/' },
        ],
        ['/docker/a/#one', '/docker/a/#old', '/docker/b/#x'],
      ),
    ).toBe('');
  });
  it.each([
    [
      'one that leads to no id',
      { from: '/docker/a/#old', to: '/docker/a/#ona' },
      /does not exist \| did you mean \/docker\/a\/#one/,
    ],
    ['one that leads to no page', { from: '/docker/b/', to: '/docker/aa/' }, /does not exist/],
    ['one on a page that is there', { from: '/docker/a/', to: '/docker/' }, /still answers/],
    ['one on an id that is there', { from: '/docker/a/#one', to: '/docker/' }, /still answers/],
    [
      'one for a heading of a page that is gone',
      { from: '/docker/b/#x', to: '/docker/a/' },
      /redirect \/docker\/b\/ as a whole/,
    ],
    ['one to itself', { from: '/docker/b/', to: '/docker/b/' }, /leads to itself/],
  ])('%s', (_, entry, expected) => expect(check([entry])).toMatch(expected));
  it('entries are sorted, and lead there in one step', () => {
    expect(
      check([
        { from: '/y/', to: '/docker/a/' },
        { from: '/x/', to: '/y/' },
      ]),
    ).toMatch(/2: \/x\/ leads to \/y\/, which is itself redirected[\s\S]*2: \/x\/ stands behind \/y\//);
  });
  it('what was published and is lost is named', () => {
    expect(check([], ['/docker/a/', '/docker/a/#gone'])).toMatch(/2: \/docker\/a\/#gone was published/);
  });
});
