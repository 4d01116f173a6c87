import { describe, expect, it } from 'vitest';
import { destroys } from '../../../src/checks/commands/destructive.ts';
import { fillPlaceholders } from '../../../src/checks/commands/placeholders.ts';
import { isUnknownFlag, ROOTS, TREES } from '../../../src/checks/commands/tools.ts';
import { buildTree, flagMap, parseFlag } from '../../../src/checks/commands/tree.ts';
import { splitWords } from '../../../src/checks/commands/words.ts';
import { read } from './read.ts';

describe('a recorded tree', () => {
  it('knows flags by long and short name, with values, and with values that may be left out', () => {
    expect(parseFlag('-t --tag=list')).toEqual({ name: '--tag', short: '-t', takes: 'list', optional: false });
    expect(parseFlag('--wait[=WaitStrategy]')).toEqual({
      name: '--wait',
      short: undefined,
      takes: 'WaitStrategy',
      optional: true,
    });
    expect(parseFlag('--no-trunc')).toEqual({
      name: '--no-trunc',
      short: undefined,
      takes: undefined,
      optional: false,
    });
    expect(() => parseFlag('tag')).toThrow(/not a recorded flag/);
    expect([...flagMap(['-a --all']).keys()]).toEqual(['--all', '-a']);
  });

  it('reaches every command by its path and its aliases', () => {
    const root = buildTree({
      tool: 'x',
      command: 'x',
      version: '1',
      global: ['--g'],
      commands: { x: { flags: [] }, 'x list': { aka: ['x ls'], flags: ['-a --all'] } },
    });
    expect(root.children.get('ls')).toBe(root.children.get('list'));
    expect(root.children.get('ls')?.flags.has('--g')).toBe(true);
  });

  it('holds each flag of a command once', () => {
    for (const { tool, commands } of Object.values(TREES)) {
      for (const [path, { flags }] of Object.entries(commands)) {
        const names = flags.map((flag) => parseFlag(flag).name);
        expect(new Set(names).size, `${tool}: ${path}`).toBe(names.length);
      }
    }
  });

  // No release is written down here: a new recording must not need an edit of this test.
  it('is of five tools, each with the release that was recorded', () => {
    expect(Object.values(TREES).map(({ tool }) => tool)).toEqual(['docker', 'compose', 'buildx', 'kubectl', 'helm']);
    for (const { tool, version } of Object.values(TREES)) expect(version, tool).toMatch(/^\d+\.\d+\.\d+$/);
    expect(ROOTS.get('docker')?.children.get('compose')?.version).toBe(TREES['compose']?.version);
    expect(ROOTS.get('docker')?.children.get('build')?.path).toBe('docker buildx build');
  });

  it('tells a flag that no tool has', () => {
    expect(isUnknownFlag('--server-dry-run')).toBe(true);
    expect(isUnknownFlag('--all')).toBe(false);
    expect(isUnknownFlag('server')).toBe(false);
  });
});

describe('what a call destroys', () => {
  it.each([
    'docker system prune',
    'docker volume prune --all',
    'docker rm --force web',
    'docker rm -v web',
    'docker rmi a',
    'docker image rm a',
    'docker volume rm a',
    'docker builder prune',
    'docker compose down -v',
    'docker compose down --rmi local',
    'docker swarm leave --force',
    'docker stack rm shop',
    'docker stack down shop',
    'docker service rm web',
    'docker secret rm a',
    'kubectl delete pod web',
    'kubectl drain node-1',
    'kubectl replace --force -f a.yaml',
    'helm uninstall shop',
  ])('%s', (code) => {
    expect(destroys(read(code).calls[0]!)).toBeTruthy();
  });
  it.each([
    'docker rm web',
    'docker compose down',
    'docker stop web',
    'docker swarm leave',
    'kubectl delete pod web --dry-run=client',
    'helm uninstall shop --dry-run',
    'docker system df',
    'docker rm --help',
    'kubectl cordon node-1',
  ])('%s destroys nothing', (code) => {
    expect(destroys(read(code).calls[0]!)).toBeUndefined();
  });
});

describe('words and placeholders', () => {
  it('are cut as a shell cuts them', () => {
    expect(splitWords(`docker run --name "a b" 'c d' e\\ f`).map(({ text }) => text)).toEqual([
      'docker',
      'run',
      '--name',
      'a b',
      'c d',
      'e f',
    ]);
    expect(splitWords('a\nb')[1]).toEqual({ text: 'b', line: 1 });
  });
  it('become their example, in one word', () => {
    expect(fillPlaceholders('docker logs <CONTAINER> <MORE>', new Map([['CONTAINER', 'my web']]))).toBe(
      'docker logs my_web more',
    );
  });
});
