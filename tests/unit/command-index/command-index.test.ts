import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../src/checks/code.ts';
import { loadCommands } from '../../../src/checks/commands/grammar.ts';
import { indexCommands } from '../../../src/command-index/entries.ts';
import { groupsOf, idOf, verbsByLetter } from '../../../src/command-index/pages.ts';
import { readNote } from '../../../src/content/read-note.ts';

const SOURCE = `---
title: A note
tools: [docker]
exitCode: 143
---

Before, \`DOCKER_HOST\` and \`/etc/docker/daemon.json\`.

## Look {#look}

\`\`\`sh
docker ps --all
docker ps -a
\`\`\`

It ends with exit code 137 after SIGKILL.

## Build {#build}

\`\`\`dockerfile part
RUN a \\
  && b
COPY . .
\`\`\`

\`\`\`yaml k8s
apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  containers:
    - name: a
      image: a:1
\`\`\`

\`\`\`yaml compose
services:
  web:
    image: a:1
    depends_on:
      db: { condition: service_healthy }
\`\`\`

Once <Was>docker-compose ps</Was>. <Example file="docker/x.yaml" />
`;
const known = { parser: await loadCommands(), examples: new Map<string, string>(), forms: [] };
const note = readNote('content/docker/a-note.mdx', SOURCE);
const entries = indexCommands([
  {
    title: 'A note',
    checked: {
      note,
      findings: [],
      code: checkCode(note, known),
      outputs: { findings: [], evidence: new Map(), runs: new Map(), ran: { blocks: 0, of: 0 } },
    },
    example: () => 'apiVersion: v1\nkind: Secret\nstringData: { a: b }\n',
  },
]);
const find = (kind: string, name: string) => entries.find((entry) => entry.kind === kind && entry.name === name);

describe('the index', () => {
  it('leads from a command and its flag to the section, each once', () => {
    expect(find('command', 'docker ps')?.places).toEqual([{ url: '/docker/a-note/#look', title: 'A note: Look' }]);
    expect(find('flag', '--all')).toMatchObject({
      of: 'docker ps',
      tool: 'docker',
      places: [{ url: '/docker/a-note/#look' }],
    });
  });
  it('holds instructions, kinds, fields, also those of shown files', () => {
    expect(['RUN', 'COPY'].map((name) => find('instruction', name)?.places[0]?.url)).toEqual([
      '/docker/a-note/#build',
      '/docker/a-note/#build',
    ]);
    expect(find('manifest-kind', 'Pod')).toBeDefined();
    expect(find('manifest-kind', 'Secret')).toBeDefined();
    expect(find('field', 'spec.containers.image')?.of).toBe('Pod');
    expect(find('field', 'services.<NAME>.depends_on.<NAME>.condition')?.tool).toBe('compose');
  });
  it('holds variables, paths, exit codes and signals', () => {
    expect(find('variable', 'DOCKER_HOST')?.places).toEqual([{ url: '/docker/a-note/', title: 'A note' }]);
    expect(find('path', '/etc/docker/daemon.json')).toBeDefined();
    expect(find('exit-code', '137')?.places[0]?.url).toBe('/docker/a-note/#look');
    expect(find('exit-code', '143')?.places[0]?.url).toBe('/docker/a-note/');
    expect(find('signal', 'SIGKILL')).toBeDefined();
  });
  it('is cut into pages whose groups have ids of their own', () => {
    const docker = groupsOf('docker', entries);
    expect(docker.map(({ id, parts }) => [id, parts.map(({ name }) => name)])).toEqual([['docker-ps', ['--all']]]);
    const words = groupsOf('words', entries).map(({ id }) => id);
    expect(new Set(words).size).toBe(words.length);
    expect(idOf(find('exit-code', '137')!)).toBe('exit-137');
  });
  it('lists commands by their verb', () => {
    expect(verbsByLetter(entries).map(({ letter, verbs }) => [letter, verbs.map(({ word }) => word)])).toEqual([
      ['a', ['--all']],
      ['p', ['ps']],
    ]);
  });
});
