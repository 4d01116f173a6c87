import { describe, expect, it } from 'vitest';
import type { RecordedTree } from '../../../src/checks/commands/tree.ts';
import { parseHelp } from '../../../src/recorder/help.ts';
import { diffTrees } from '../../../src/recorder/tree-diff.ts';

const DOCKER = `Usage:  docker container ls [OPTIONS]

List containers

Aliases:
  docker container ls, docker container list, docker ps

Management Commands:
  buildx*     Docker Buildx
  builder     Manage builds

Options:
  -a, --all             Show all containers
      --format string   Format output
      --rm              Remove
`;
const KUBECTL = `Create a thing.

Aliases:
deployment, deploy

Available Commands:
  configmap             Create a config map
  secret                Create a secret

Options:
    -A, --all-namespaces=false:
        If present, list across all namespaces.

    --dry-run='none':
        Must be "none", "server", or "client".

    -f, --filename=[]:
        Files.
`;
const HELM = `upgrade a release

Usage:
  helm upgrade [RELEASE] [CHART] [flags]

Flags:
      --dry-run string[="unset"]   simulates
  -n, --namespace string           namespace
      --wait WaitStrategy[=watcher]   waits

Global Flags:
      --debug   verbose
`;

describe('help texts', () => {
  it('of docker', () =>
    expect(parseHelp(DOCKER, 'docker', 'docker container ls')).toMatchObject({
      commands: ['builder'],
      flags: ['-a --all', '--format=string', '--rm'],
      aliases: ['docker container list', 'docker ps'],
    }));
  it('of kubectl', () =>
    expect(parseHelp(KUBECTL, 'kubectl', 'kubectl create deployment')).toMatchObject({
      commands: ['configmap', 'secret'],
      flags: ['-A --all-namespaces', '--dry-run[=value]', '-f --filename=value'],
      aliases: ['kubectl create deploy'],
    }));
  it('of helm', () =>
    expect(parseHelp(HELM, 'helm', 'helm upgrade').flags).toEqual([
      '--dry-run[=string]',
      '-n --namespace=string',
      '--wait[=WaitStrategy]',
      '--debug',
    ]));
});

describe('two recordings', () => {
  const tree = (commands: RecordedTree['commands']): RecordedTree => ({
    tool: 'x',
    command: 'x',
    version: '1',
    global: [],
    commands,
  });
  it('differ by commands and flags gone, new and changed', () => {
    const diff = diffTrees(
      tree({ 'x a': { flags: ['--b', '-c --cc=v', '--d'] }, 'x old': { flags: [] } }),
      tree({ 'x a': { flags: ['-c --cc', '--d', '--new'] }, 'x young': { flags: [] } }),
    );
    expect(diff).toEqual({
      goneCommands: ['x old'],
      newCommands: ['x young'],
      goneFlags: ['x a --b'],
      newFlags: ['x a --new'],
      changedFlags: ['x a --cc: was -c, a value, is -c, a switch'],
    });
  });
});
