import { describe, expect, it } from 'vitest';
import { checkAddresses } from '../../src/checks/addresses.ts';
import { checkCharacters } from '../../src/checks/characters.ts';
import { loadCommands } from '../../src/checks/commands/grammar.ts';
import { compileForms } from '../../src/checks/commands/obsolete.ts';
import { checkEnglish, LEDE_WORDS } from '../../src/checks/english.ts';
import { checkFileNames } from '../../src/checks/file-names.ts';
import { checkMarkup } from '../../src/checks/markup.ts';
import { checkPrivateData } from '../../src/checks/private-data.ts';
import { checkProse } from '../../src/checks/prose.ts';
import { checkNote } from '../../src/checks/site.ts';
import { checkTabs } from '../../src/checks/tabs.ts';
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

describe('tabs', () => {
  const text = (body: string) => told(checkTabs(note(body)));
  const tab = (name: string, body = 'So.') => `<Tab name="${name}">\n\n${body}\n\n</Tab>\n\n`;
  const tabs = (kind: string, ...own: string[]) => `<Tabs kind="${kind}">\n\n${own.join('')}</Tabs>\n`;
  it('known kinds and names pass, in a list too', () => {
    expect(text(tabs('tool', tab('Docker'), tab('Kubernetes')))).toBe('');
    const inStep = tabs('system', tab('Linux', '```sh\nls\n```'), tab('Windows', '```powershell\ndir\n```'));
    expect(text(`1. One.\n\n${inStep.replace(/^(?=.)/gm, '   ')}`)).toBe('');
    expect(text('```sh\nls\n```\n\nOr so:\n\n```cmd\ndir\n```\n')).toBe('');
  });
  it.each([
    ['an unknown kind', tabs('os', tab('Linux'), tab('macOS')), /^5: <Tabs kind="os"> \| name one of these kinds/],
    ['a kind that is misspelt', tabs('sytem', tab('Linux'), tab('macOS')), /did you mean system\?/],
    [
      'a name of another kind',
      tabs('tool', tab('Docker'), tab('Linux')),
      /13: <Tab name="Linux"> in <Tabs kind="tool">/,
    ],
    ['a name in other letters', tabs('shell', tab('Bash'), tab('PowerShell')), /7: .*did you mean bash\?/],
    ['one name twice', tabs('tool', tab('Docker'), tab('Docker')), /13: a second <Tab name="Docker">/],
    ['one tab', tabs('tool', tab('Docker')), /5: <Tabs> with one <Tab>/],
    ['none', '<Tabs kind="tool">\n</Tabs>\n', /5: <Tabs> with no <Tab>/],
    [
      'an empty tab',
      tabs('tool', tab('Docker'), '<Tab name="Swarm">\n</Tab>\n\n'),
      /13: <Tab name="Swarm"> that is empty/,
    ],
    [
      'a word beside the tabs',
      tabs('tool', 'Either:\n\n', tab('Docker'), tab('Swarm')),
      /7: <Tabs> with something beside/,
    ],
    ['a tab alone', tab('Docker'), /5: <Tab> outside of <Tabs>/],
    [
      'tabs in tabs',
      tabs('tool', tab('Docker', tabs('shell', tab('bash'), tab('PowerShell'))), tab('Swarm')),
      /9: <Tabs> inside/,
    ],
    ['a heading in a tab', tabs('tool', tab('Docker', '### A {#a}'), tab('Swarm')), /9: a heading inside of a <Tab>/],
    [
      'two shells in a row',
      '```sh\nls\n```\n\n```powershell\ndir\n```\n',
      /9: a block of PowerShell right after one of Shell/,
    ],
  ])('%s', (_, body, expected) => expect(text(body)).toMatch(expected));
});

describe('markup', () => {
  const text = (body: string) => told(checkMarkup(note(body)));
  it('comments, heading ids and known words pass', () => {
    expect(text('## A {#a}\n\n{/* why */}\n\n```yaml compose file="compose.yaml"\nservices: {}\n```\n')).toBe('');
  });
  it.each([
    ['braces in a sentence', 'The {name} of it.', /5: \{name\}, which MDX would run.*backticks/],
    [
      'a text that is still to be written',
      '{/* to write: The cause. */}',
      /5: still to be written: The cause\. \| write it/,
    ],
    ['a sum', '{1 + 1}', /5: \{1 \+ 1\}/],
    ['an import', "import A from './a.astro'", /5: an import or export/],
    ['a footnote', 'So it is.[^1]', /5: a footnote/],
    ['a prompt', '```sh\n$ docker ps\n```\n', /6: a prompt: \$ docker ps \| leave the prompt out/],
    ['a prompt of root', '```sh\n# docker ps\n```\n', /6: a command behind a #/],
    ['brackets of a manual', '```sh\ndocker cp web:/a [FILE]\n```\n', /6: \[FILE\], which is typed.*write <FILE>/],
    [
      'a line that no screen holds',
      `\`\`\`sh\ndocker run ${'--env A=b '.repeat(14)}nginx\n\`\`\`\n`,
      /6: a line of 156 characters/,
    ],
    [
      'lines joined the way of another shell',
      '```powershell\ndocker run \\\n  nginx\n```\n',
      /6: a backslash.*write ` for it/,
    ],
    ['and of cmd', '```cmd\ndocker run \\\n  nginx\n```\n', /6: a backslash.*write \^ for it/],
    ['a placeholder in a file', '```yaml compose\nimage: <IMAGE>\n```\n', /6: the placeholder <IMAGE> in a file/],
    ['a word that means nothing', '```sh wher="here"\nls\n```\n', /5: "wher" behind ```sh \| did you mean where/],
  ])('%s', (_, body, expected) => expect(text(body)).toMatch(expected));
});

describe('English', () => {
  const FIX = 'content/troubleshooting/a.mdx';
  const text = (body: string, matter = MATTER) => told(checkEnglish(readNote(FIX, matter + body)));
  const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');
  it('plain sentences, quoted messages, code and what a star stands for pass', () => {
    expect(
      text(
        `${words(LEDE_WORDS)}\n\nA star stands for all. It says "the mend stands"; run \`mend\`, amend it, a stand-alone program.\n\n1. If it is there, use it.\n2. Look at the list: it is short.\n`,
      ),
    ).toBe('');
  });
  it('a lede has 35 words at most, its code and its links counted', () => {
    expect(text(`${words(33)} \`docker ps\`\n`)).toBe('');
    expect(text(`${words(34)} \`docker ps\`\n`)).toMatch(/5: a lede of 36 words/);
    expect(text(`${words(34)} [a b](/docker/)\n`)).toMatch(/a lede of 36 words/);
    expect(text(`Short.\n\n${words(60)}\n`)).toBe('');
    expect(text(`## A {#a}\n\n${words(60)}\n`)).toBe('');
  });
  it.each([
    ['stands', 'a\nIt stands in the log.', /6: a turn that is not English: "It stands in the log\."/],
    ['lies', 'a\nThe file lies beside it.', /6: a turn/],
    ['the matter of', 'a\nThat is the matter of a scanner.', /6: a turn/],
    ['stood', 'Where it stood before.', /5: a turn/],
    ['mend', 'Mend the file.', /say "correct"/],
    ['be rid of', 'To be rid of it.', /say "remove"/],
    ['belongs into', 'It belongs into a Job.', /say "belongs in"/],
    ['an own', 'It has an own network.', /one of its own/],
    ['held against', 'It is held against a list.', /compared with/],
    ['its books', 'It clears its books.', /what is cleared/],
    ['speaks of', 'The message speaks of rights.', /say "mentions"/],
    ['is told in', 'That is told in [a](/docker/).', /the page/],
    ['by likelihood', 'By likelihood: a; b.', /most likely first/],
    ['anew', 'Create it anew.', /say "again"/],
    ['in a table', '| A | B |\n| --- | --- |\n| It stands there | b |\n', /7: a turn/],
    ['in a component', '<Danger title="It stands" lost="a" look="b" undo="c" />\n', /5: a turn/],
    ['in the front matter', 'a\n', /3: a turn/, '---\ntitle: A\ndescription: How it stands.\n---\n\n'],
  ])('%s', (_, body, expected, matter = MATTER) => expect(text(body, matter)).toMatch(expected));
  it('a condition of a step begins with If, in fixes', () => {
    expect(text('1. Look.\n2. It is there under another name: give that name.\n')).toMatch(
      /6: a condition that reads as a fact: "It is there under another name/,
    );
    expect(text('- a\n  1. There is none: create it.\n')).toMatch(/6: a condition/);
    expect(text('1. The selector is missing, in an old manifest: add it.\n')).toMatch(/5: a condition/);
    expect(text('1. `CapDrop` has `ALL`: give it back.\n2. Step 1 lists nothing: look there.\n')).toMatch(/5: .*\n6: /);
    expect(text('1. If it is there: use it.\n2. Make sure that nobody is at work: look.\n')).toBe('');
    expect(text('1. `a is not b`: the word for it.\n2. Catch it in the act: allow tracing.\n')).toBe('');
    expect(told(checkEnglish(note('1. It is there: use it.\n')))).toBe('');
  });
});

describe('sentences', () => {
  const forms = compileForms([{ id: 'compose-v1', now: '`docker compose up`', find: ['docker-compose up'] }]);
  const text = (body: string) => told(checkProse(note(body), forms));
  it('plain ones pass, and so do quoted messages, old forms in their mark and a container that has just ended', () => {
    expect(
      text(
        'It has just ended. It says "please wait!" and ends; see [a](/docker/).\n\nOnce <Was>docker-compose up</Was>.\n\n`a!`\n',
      ),
    ).toBe('');
  });
  it.each([
    ['simply', 'a\nYou simply run it.', /6: a word that says nothing: "You simply run it\."/],
    ['please', 'Please run it.', /5: a word that says nothing/],
    ['just, at the beginning', 'Stop it. Just run it.', /5: a word that makes light/],
    ['an exclamation mark', 'It works!', /5: an exclamation mark/],
    ['an emoji', 'It works \u{1F389} now.', /5: an emoji/],
    ['a link by reference without a target', 'See [shell][sh].', /5: a link by reference/],
    ['a footnote', 'a[^1]\n\n[^1]: b', /7: a footnote/],
    ['a question as a heading', '## How to leave? {#a}', /5: a question as a heading: How to leave\?/],
    ['an obsolete form without backticks', 'a\nThen docker-compose up.', /6: an obsolete form, "docker-compose up"/],
  ])('%s', (_, body, expected) => expect(text(body)).toMatch(expected));

  it('a form that names a group of its own again is found beside others with groups', () => {
    const both = compileForms([
      { id: 'a', now: '`x`', find: ['(old) form'] },
      { id: 'b', now: '`y`', find: ['(\\w+) \\1'] },
    ]);
    const found = (body: string) => told(checkProse(note(body), both));
    expect(found('It goes went went.')).toMatch(/an obsolete form, "went went"/);
    expect(found('The old form.')).toMatch(/an obsolete form, "old form"/);
    expect(found('Neither of them.')).toBe('');
  });
});

describe('what belongs to somebody', () => {
  const text = (body: string) => told(checkPrivateData(note(body)));
  it('examples, passwords in addresses and versions pass', () => {
    expect(
      text(
        'ada@example.com git@github.com left-pad@1.3.0 postgres://a:b@db.shop 192.0.2.1 10.0.0.1 127.0.0.1 8.8.8.8 v1.2.3.4',
      ),
    ).toBe('');
  });
  it.each([
    ['an e-mail address', 'Write to ada@acme.com.', /5: an e-mail address, ada@acme\.com/],
    ['a public address in a command', '```sh\nping 52.14.3.9\n```\n', /6: a public address, 52\.14\.3\.9/],
    ['a key', 'AKIAABCDEFGHIJKLMNOP', /5: what looks like a real key/],
  ])('%s', (_, body, expected) => expect(text(body)).toMatch(expected));
});

const parser = await loadCommands();
/** A site with nothing else in it. */
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

describe('a note that is no MDX', () => {
  const text = (body: string) => told(checkNote(note(body), context).findings);
  it.each([
    ['a component that is not closed is named with its line', 'a\n\n<Steps>\n\nx', /7: no valid MDX/],
    ['an id outside of a heading', '##More {#more}', /5: no valid MDX.*write a space behind ##/],
    ['an address in angle brackets', '<https://example.com>', /5: no valid MDX.*write an address as/],
    [
      'a fence that is not closed, and none of what follows from it',
      'a\n\n```sh\nls\n\n## B {#b}\n',
      /^7: a block that begins here is never closed \| write ```/,
    ],
    ['a comment of HTML', '<!-- a -->', /5: no valid MDX.*write a comment as \{\/\*/],
    ['marks of a merge', 'a\n<<<<<<< HEAD\nb', /6: the marks of a merge/],
  ])('%s', (_, body, expected) => expect(text(body)).toMatch(expected));
});

describe('files that do not begin with ---', () => {
  const text = (whole: string) => told(checkNote(readNote(FILE, whole), context).findings);
  it.each([
    ['an empty one', '', /^1: an empty file \| copy a template[^\n]*$/],
    ['an empty line first', '\n---\ntitle: A\n---\n', /^1: .* \| take out the empty lines above ---$/],
    ['a byte order mark', '\uFEFF---\ntitle: A\n---\n', /^1: a byte order mark[^\n]*$/],
  ])('%s is one finding', (_, whole, expected) => expect(text(whole)).toMatch(expected));
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
    ['a note without asks', 'docker/b.mdx', /a note without asks \| write three phrases/],
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
