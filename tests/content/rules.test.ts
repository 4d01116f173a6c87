import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/checks/commands/grammar.ts';
import { checkSite } from '../../src/checks/site.ts';
import { readNote } from '../../src/content/read-note.ts';
import { formatFinding } from '../../src/lib/finding.ts';

const KNOWN = {
  sourceNotes: new Set(['training']),
  changes: new Set(['compose-v1']),
  examples: new Set(['docker/compose.yaml']),
  diagrams: new Set(['docker/layers.svg']),
};

const TASK = `---
title: Copy files in and out
description: Use docker cp in both directions, also with a stopped container.
type: task
section: containers
order: 10
reviewed: 2026-11-21
tools: [docker]
sources:
  notes: [training]
  upstream: []
---

A first paragraph with a [link](/docker/).

## Out of it {#out}

\`\`\`sh
docker cp web:/tmp/a .
\`\`\`

## Check {#check}

Look at the file.
`;

const FIX = `---
title: Port is already allocated
description: Another container holds the port; find it, then stop it or publish another.
type: fix
areas: [network]
errors:
  - 'Bind for {address} failed: port is already allocated'
holes: { address: 0.0.0.0 }
reviewed: 2026-11-21
tools: []
sources: { notes: [], upstream: [] }
---

In short: stop the other one; name it with \`sudo ss -ltnp\`.

## Fix {#fix}

## Check {#check}

## Symptom {#symptom}

## Cause {#cause}

## Prevent {#prevent}
`;

const knowledge = { parser: await loadCommands(), examples: new Map([['CONTAINER', 'web']]), forms: [] };
const checkFiles = (files: readonly { file: string; text: string }[]) =>
  checkSite({
    notes: files.map(({ file, text }) => readNote(file, text)),
    asks: [],
    files: files
      .flatMap(({ file }) => [file, file.replace(/\.mdx$/, '.asks.yaml')])
      .map((file) => file.slice('content/'.length)),
    moved: new Map([['/docker/cleanup/', '/docker/copy-files/']]),
    references: KNOWN,
    knowledge,
    recordingOf: () => ({ recording: undefined, skips: {} }),
  }).findings.map(formatFinding);
const check = (text: string, file = 'content/docker/copy-files.mdx') => checkFiles([{ file, text }]);
const checkFix = (text: string) => check(text, 'content/troubleshooting/port-is-already-allocated.mdx');

describe('a note that keeps the rules', () => {
  it('passes without a word', () => {
    expect(check(TASK)).toEqual([]);
    expect(checkFix(FIX)).toEqual([]);
  });
});

describe('front matter', () => {
  const cases: [string, string, string, RegExp][] = [
    [
      'an unknown key names its line and the nearest key',
      'order: 10',
      'ordr: 10\norder: 10',
      /copy-files\.mdx:6: unknown key "ordr"[\s\S]*allowed: [\s\S]*order[\s\S]*did you mean "order"/,
    ],
    [
      'a missing key is named',
      'description: Use docker cp in both directions, also with a stopped container.\n',
      '',
      /missing key "description"[\s\S]*add "description:"/,
    ],
    ['a wrong type names what is allowed', 'order: 10', 'order: ten', /:6: order: "ten"[\s\S]*number/],
    [
      'a section of another topic is refused',
      'section: containers',
      'section: releases',
      /:5: section: "releases"[\s\S]*containers/,
    ],
    [
      'a tool that is not recorded is refused',
      'tools: [docker]',
      'tools: [podman]',
      /:8: tools\.0: "podman"[\s\S]*kubectl/,
    ],
    [
      'a note that is not in sources.yaml is refused',
      'notes: [training]',
      'notes: [traning]',
      /:10: the note "traning"[\s\S]*did you mean "training"/,
    ],
    ['a day that is none is refused', 'reviewed: 2026-11-21', 'reviewed: soon', /:7: reviewed: "soon"/],
    [
      'broken YAML names its line',
      'tools: [docker]',
      'tools: [docker',
      /copy-files\.mdx:\d+: front matter that is no valid YAML/,
    ],
    [
      'a description too short for a list is refused',
      'description: Use docker cp in both directions, also with a stopped container.',
      'description: Copy.',
      /:3: description: "Copy\."\n {4}allowed: at least 50 characters; it has 5/,
    ],
    [
      'a day is told by an example',
      'reviewed: 2026-11-21',
      'reviewed: 21.11.2026',
      /:7: reviewed: "21\.11\.2026"\n {4}allowed: a day such as 2026-11-21/,
    ],
    ['nobody has read a page in years to come', 'reviewed: 2026-11-21', 'reviewed: 2931-01-01', /:7: .*still to come/],
    [
      'a list is told as one',
      'tools: [docker]',
      'tools: docker',
      /:8: tools: "docker"\n {4}allowed: a list: \[one, two\]/,
    ],
    [
      'a fix outside of troubleshooting',
      'type: task',
      'type: fix',
      /:4: a fix in content\/docker\/[\s\S]*move the file to content\/troubleshooting/,
    ],
  ];
  it.each(cases)('%s', (_, from, to, expected) => {
    expect(check(TASK.replace(from, to)).join('\n')).toMatch(expected);
  });

  it('a file without front matter is refused', () => {
    expect(check('Only text.\n').join('\n')).toMatch(/does not begin with front matter/);
  });

  it('two pages may not share a title or a place', () => {
    const files = ['content/docker/a.mdx', 'content/docker/b.mdx'].map((file) => ({ file, text: TASK }));
    const found = checkFiles(files).join('\n');
    expect(found).toMatch(
      /content\/docker\/b\.mdx:2: title "Copy files in and out", and content\/docker\/a\.mdx:2 has it too/,
    );
    expect(found).toMatch(/order 10 in section containers/);
  });

  it('a hole without an example and an example without a hole are refused', () => {
    expect(checkFix(FIX.replace('holes: { address: 0.0.0.0 }', 'holes: { adress: x }')).join('\n')).toMatch(
      /\{address\} in errors has no example[\s\S]*holes\.adress is in none of the errors[\s\S]*did you mean "address"/,
    );
  });

  it('a hole is closed', () => {
    expect(checkFix(FIX.replace('{address} failed', '{address failed')).join('\n')).toMatch(
      /:7: the hole \{address is not closed[\s\S]*write \{address\}/,
    );
  });

  it('an exit code is one, and a fix is not related to itself', () => {
    expect(checkFix(FIX.replace('reviewed:', 'exitCode: 4000\nreviewed:')).join()).toMatch(
      /exitCode: 4000\n.*at most 255/,
    );
    expect(checkFix(FIX.replace('reviewed:', 'related: [port-is-already-allocated]\nreviewed:')).join()).toMatch(
      /a fix that is related to itself/,
    );
  });

  it('a status a letter off that of other fixes is named', () => {
    const fixes = ['CrashLoopBackOff', 'CrashLoopBackOff', 'CrashLoopBackof', 'Evicted'].map((status, index) => ({
      file: `content/troubleshooting/f${index}.mdx`,
      text: FIX.replace('allocated\ndesc', `allocated ${index}\ndesc`).replace(
        'reviewed:',
        `status: ${status}\nreviewed:`,
      ),
    }));
    expect(checkFiles(fixes)).toEqual([
      expect.stringMatching(/f2\.mdx:9: the pod status CrashLoopBackof[\s\S]*did you mean CrashLoopBackOff\?/),
    ]);
  });

  it('a related fix has to exist', () => {
    expect(checkFix(FIX.replace('reviewed:', 'related: [no-such-fix]\nreviewed:')).join('\n')).toMatch(
      /the related fix "no-such-fix", which does not exist/,
    );
  });
});

describe('headings', () => {
  it.each([
    [
      'a heading needs an id',
      '## Out of it {#out}',
      '## Out of it',
      /:16: heading "Out of it" without an id[\s\S]*\{#out-of-it\}/,
    ],
    ['an id has one form', '{#out}', '{#Out_Of}', /heading id "Out_Of"[\s\S]*\{#out-of\}/],
    ['an id stands once', '{#out}', '{#check}', /heading id "check" a second time; the first is in line 16/],
    ['the ids of the frame are taken', '{#out}', '{#sources}', /frame uses itself/],
    ['an h1 is refused', '## Out of it {#out}', '# Out of it {#out}', /a heading of level 1/],
    ['a comment in a fence is no heading', 'docker cp web', '# Copy\ndocker cp web', /^$/],
  ])('%s', (_, from, to, expected) => {
    expect(check(TASK.replace(from, to)).join('\n')).toMatch(expected);
  });
});

describe('shapes', () => {
  it('a task shows a command and how to check it', () => {
    expect(check(TASK.replace('{#check}', '{#look}')).join()).toMatch(/a task without a section \{#check\}/);
    expect(check(TASK.replace('```sh', '```text')).join()).toMatch(/a task without a command or a file/);
  });
  it('a concept has two sections, a reference a table', () => {
    expect(check(TASK.replace('type: task', 'type: concept').replace('## Check {#check}\n', '')).join()).toMatch(
      /a concept with fewer than two sections/,
    );
    expect(check(TASK.replace('type: task', 'type: reference')).join()).toMatch(/a reference without a table/);
  });
  it('a fix keeps its sections in order', () => {
    expect(checkFix(FIX.replace('## Cause {#cause}\n', '')).join()).toMatch(
      /the sections fix, check, symptom, prevent/,
    );
  });
  it('a short answer ends in a command, not in a program, a key of a file or more words', () => {
    for (const code of ['', 'docker', 'ports: 8080:80', 'docker ps` shows it, as in `--all'])
      expect(checkFix(FIX.replace('sudo ss -ltnp', code)).join()).toMatch(
        /a short answer that does not end in a command/,
      );
  });
});

describe('links', () => {
  it.each([
    [
      'a dead link names the nearest page',
      '/docker/copy-file/',
      /:14: a link to \/docker\/copy-file\/[\s\S]*did you mean \/docker\/copy-files\/\?/,
    ],
    [
      'a dead fragment lists the ids',
      '/docker/copy-files/#ot',
      /an id of \/docker\/copy-files\/: [\s\S]*out[\s\S]*did you mean #out\?/,
    ],
    ['a link needs its trailing slash', '/docker', /absolute address with a trailing slash[\s\S]*write \/docker\//],
    [
      'a page that moved is named with its new address',
      '/docker/cleanup/#out',
      /it moved: write \/docker\/copy-files\/#out/,
    ],
    ['a relative link is refused', '../docker/', /absolute address/],
  ])('%s', (_, url, expected) => {
    expect(check(TASK.replace('(/docker/)', `(${url})`)).join('\n')).toMatch(expected);
  });
});

describe('components', () => {
  it.each([
    ['an unknown component is refused', '<Video src="x" />', /:14: <Video>[\s\S]*Steps/],
    ['an element of HTML is refused', 'Press <kbd>a</kbd>', /:14: <kbd>/],
    ['a component in lower case is refused', '<aside title="x">y</aside>', /:14: <aside>/],
    ['a break is refused', 'a<br/>b', /:14: <br>/],
    ['a kind that there is not', '<Aside kind="warning" title="x">y</Aside>', /:14: <Aside kind="warning">/],
    [
      'an attribute that there is not',
      '<Aside knid="caution" title="x">y</Aside>',
      /<Aside knid>[\s\S]*did you mean kind\?/,
    ],
    ['steps are a list', '<Steps>\n\nText\n\n</Steps>\n\nA', /:14: <Steps> without a numbered list/],
    [
      'and nothing beside the list',
      '<Steps>\n\n1. Look.\n\nIf so, go on.\n\n</Steps>\n\nA',
      /:14: <Steps> with something beside its list/,
    ],
    ['a caution says all three things', '<Danger title="x" lost="y" />', /<Danger> without look, undo/],
    ['an entry of changes.yaml has to exist', '<Changed id="compose-1" />', /did you mean "compose-v1"\?/],
    [
      'an example has to exist',
      '<Example file="docker/compose.yml" />',
      /the example "docker\/compose\.yml"[\s\S]*did you mean "docker\/compose\.yaml"/,
    ],
    [
      'a diagram has to exist',
      '<Figure file="docker/layer.svg" title="x">y</Figure>',
      /the diagram "docker\/layer\.svg"/,
    ],
  ])('%s', (_, component, expected) => {
    expect(check(TASK.replace('A first paragraph', component)).join('\n')).toMatch(expected);
  });
  it('a file name is lower-case words and hyphens', () => {
    expect(check(TASK, 'content/docker/Copy_Files.mdx').join()).toMatch(/the file name Copy_Files\.mdx/);
  });
});
