import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { markSetups } from '../../../lab/marks.ts';
import { callsTools, linesThatDiffer } from '../../../lab/pages.ts';
import { rowsOf } from '../../../lab/sheets.ts';
import { statementsOf } from '../../../lab/statements.ts';
import { buildArguments, programsOf, TOOLS } from '../../../lab/tools.ts';
import { loadCommands } from '../../../src/checks/commands/grammar.ts';
import { faultsOf } from '../../../src/recordings/marks.ts';
import { REASONS } from '../../../src/recordings/types.ts';

const parser = await loadCommands();

describe('statements of a block', () => {
  it.each([
    ['one a line', 'docker ps\ndocker ps --all', ['docker ps', 'docker ps --all']],
    ['over several lines', 'docker run \\\n  nginx:1.29\ndocker ps', ['docker run \\\n  nginx:1.29', 'docker ps']],
    [
      'placeholders at the end of a line',
      'docker stop <CONTAINER>\ndocker rm <CONTAINER>',
      ['docker stop <CONTAINER>', 'docker rm <CONTAINER>'],
    ],
    ['two on one line', 'docker run x; echo $?', ['docker run x; echo $?']],
    ['comments', '# look first\ndocker ps\n# then\ndocker rm x', ['docker ps', 'docker rm x']],
    ['loops', 'for n in 1 2; do\n  echo $n\ndone\ndocker ps', ['for n in 1 2; do\n  echo $n\ndone', 'docker ps']],
  ])('%s', (_, code, statements) => {
    expect(statementsOf(parser, code)).toEqual(statements);
  });
});

describe('blocks that call a tool', () => {
  it.each([
    ['docker ps', true],
    ['sudo ss -ltnp | grep dockerd', false],
    ['systemctl cat docker | grep ExecStart', false],
    ['time docker stop web', true],
    ['cat x |\n  kubectl apply -f -', true],
    ['ls /var/lib/docker', false],
    ['KUBECONFIG=x helm list', true],
  ])('%s: %s', (code, calls) => {
    expect(callsTools(code)).toBe(calls);
  });
});

describe('tools', () => {
  it.each(TOOLS.map((tool) => [tool.module, tool] as const))('%s is pinned with its sums', (module, tool) => {
    const folder = `lab/tools/${module}`;
    expect(existsSync(`${folder}/go.sum`)).toBe(true);
    const pinned = readFileSync(`${folder}/go.mod`, 'utf8');
    for (const path of tool.packages) expect(pinned).toContain(path.split('/').slice(0, 3).join('/'));
    expect(programsOf(tool).length).toBeGreaterThan(0);
    expect(buildArguments(tool, '/bin')).toContain('-o');
  });
});

describe('set-ups', () => {
  const files = readdirSync('content', { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.lab.yaml'));
  it.each(files)('%s belongs to a page, and its reasons are from the closed list', (name) => {
    expect(existsSync(`content/${name.replace('.lab.yaml', '.mdx')}`)).toBe(true);
    const setup = (parse(readFileSync(`content/${name}`, 'utf8')) ?? {}) as {
      skip?: string;
      provoke?: unknown;
      blocks?: Record<string, string | { skip?: string }>;
    };
    const blocks = Object.values(setup.blocks ?? {}).map((own) => (typeof own === 'string' ? own : own?.skip));
    const reasons = [setup.skip, typeof setup.provoke === 'string' ? setup.provoke : undefined, ...blocks];
    for (const reason of reasons) if (reason !== undefined) expect(Object.keys(REASONS)).toContain(reason);
  });
});

describe('rows of a sheet', () => {
  it('takes the command of each row', () => {
    expect(
      rowsOf(
        '| Task | Command | Remark |\n| --- | --- | --- |\n| Count | `docker ps \\| wc -l` | `--all` too |\n| File | `compose.yaml` | |',
      ),
    ).toEqual(['docker ps | wc -l']);
  });
});

describe('a mark', () => {
  const run = (exit: number, out = '') => ({ run: 'x', exit, out });
  it('is proved when the old form does what is said, and the new one works', () => {
    expect(faultsOf({ says: 'deprecated' }, { was: run(0, 'Flag is deprecated'), now: run(0) })).toEqual([]);
    expect(faultsOf({ fails: true }, { was: run(1), now: run(0) })).toEqual([]);
  });
  it.each([
    ['an old form that works', { fails: true }, run(0), run(0)],
    ['an old form that says nothing', { says: 'deprecated' }, run(0), run(0)],
    ['a new form that fails', {}, run(1), run(1)],
    ['a new form that prints something else', { shows: 'done' }, run(1), run(0, 'x')],
  ])('is not with %s', (_, setup, was, now) => {
    expect(faultsOf(setup, { was, now })).toHaveLength(1);
  });
  it('stands in lab/marks.yaml once for each change', () => {
    const changes = parse(readFileSync('content/changes.yaml', 'utf8')) as { id: string }[];
    expect(Object.keys(markSetups()).sort()).toEqual(changes.map(({ id }) => id).sort());
  });
});

describe('drift', () => {
  it('names lines and exit codes, values aside', () => {
    const before = { run: 'x', exit: 0, out: 'web Up 2 minutes\nold' };
    expect(linesThatDiffer(before, { run: 'x', exit: 0, out: 'web Up 3 seconds\nold' })).toEqual([]);
    expect(linesThatDiffer(before, { run: 'x', exit: 1, out: 'web Up 3 seconds\nnew' })).toEqual([
      '- exit 0',
      '+ exit 1',
      '- old',
      '+ new',
    ]);
  });
});
