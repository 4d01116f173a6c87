import { describe, expect, it } from 'vitest';
import type { RecordedTree } from '../../../src/checks/commands/tree.ts';
import { oneLine, parseHelp } from '../../../src/recorder/help.ts';
import { linesFor, usedIn } from '../../../src/recorder/lines.ts';
import { isHelpOf, isTaken, keepHidden, refusal, versionOf } from '../../../src/recorder/recording.ts';

const tree = (commands: RecordedTree['commands'], global = ['--debug']): RecordedTree => ({
  tool: 'docker',
  command: 'docker',
  version: '29.8.0',
  global,
  commands,
});
const usage = (words: string) => `Usage:  ${words}\n\nSays what it does\n`;

describe('the release of a tool', () => {
  it.each([
    ['docker', 'Docker version 29.9.3, build 9f2c', '29.9.3'],
    ['compose', 'Docker Compose version v5.6.0', '5.6.0'],
    ['buildx', 'github.com/docker/buildx v0.38.2 4a1c', '0.38.2'],
    ['kubectl', 'Client Version: v1.37.2\nKustomize Version: v5.8.1', '1.37.2'],
    ['helm', 'v4.3.1+g05fa379', '4.3.1'],
  ])('of %s is read from %s', (tool, text, version) => expect(versionOf(tool, text)).toBe(version));

  it('is never that of Go', () => {
    expect(versionOf('helm', 'v4.3\n')).toBeUndefined();
    expect(versionOf('helm', 'version.BuildInfo{Version:"v4.3", GoVersion:"go1.26.8"}')).toBeUndefined();
  });
});

describe('a help text', () => {
  it('belongs to the command that its usage names, and to no parent', () => {
    expect(isHelpOf(usage('docker run [OPTIONS] IMAGE'), 'docker run')).toBe(true);
    expect(isHelpOf(usage('docker [OPTIONS] COMMAND'), 'docker compose')).toBe(false);
    expect(isHelpOf(usage('docker buildx build [OPTIONS] PATH'), 'docker')).toBe(false);
    expect(isHelpOf('Usage:\n  kubectl wait ([-f FILENAME] | TYPE)', 'kubectl wait')).toBe(true);
  });

  it('of a plug-in that docker hands the command to counts, and so does the wrong kind of daemon', () => {
    expect(isTaken(usage('docker buildx build [OPTIONS] PATH'), 'docker build')).toBe(true);
    expect(isTaken('docker checkpoint is only supported on a Docker daemon with ...', 'docker checkpoint')).toBe(true);
    expect(isTaken(usage('docker [OPTIONS] COMMAND'), 'docker nope')).toBe(false);
    expect(isTaken('unknown flag: --nope\n', 'docker run')).toBe(false);
  });

  it('lists a management command with one space behind it, and no plug-in', () => {
    const text =
      'Usage:  docker compose bridge\n\nManagement Commands:\n  transformations Manage images\n  buildx*         Build\n';
    expect(parseHelp(text, 'compose', 'docker compose bridge').commands).toEqual(['transformations']);
  });
});

describe('a flag', () => {
  it('is not what the description above it names in its next line', () => {
    const text =
      'Usage:  docker compose up\n\nOptions:\n      --exit-code-from string   Return the exit code. Implies\n                                --abort-on-container-exit\n';
    expect(parseHelp(text, 'compose', 'docker compose up').flags).toEqual(['--exit-code-from=string']);
  });
});

describe('one line of help', () => {
  it.each([
    ['of several sentences the first', 'Follow it. Only with -d', 'Follow it'],
    ['no default', 'Number of lines (default "all")', 'Number of lines'],
    ['a capital', 'if set, wait', 'If set, wait'],
    ['but not for the name of a tool', 'kubectl controls it', 'kubectl controls it'],
    ['an abbreviation ends none', 'Show since (e.g. 42m) or later. Local time', 'Show since (e.g. 42m) or later'],
    ['no table of values', "Format: 'json': Print JSON 'table': Print a table", 'Format'],
    ['what is long is cut at a word', `A ${'word '.repeat(40)}`, `A ${'word '.repeat(27)}...`],
  ])('%s', (_, text, line) => expect(oneLine(text)).toBe(line));

  it('is read from docker, whose lines go on', () => {
    const text =
      'Usage:  docker run [OPTIONS] IMAGE\n\nCreate a container\n\nOptions:\n  -d, --detach            Run in the\n                          background\n      --rm                Remove it\n';
    expect(parseHelp(text, 'docker', 'docker run')).toMatchObject({
      says: 'Create a container',
      syntax: 'docker run [OPTIONS] IMAGE',
      flagLines: { '--detach': 'Run in the background', '--rm': 'Remove it' },
    });
  });

  it('is read from kubectl, which says it in the line below', () => {
    const text =
      "Display resources.\n\nOptions:\n    -o, --output='':\n\tOutput format. One of: (json, yaml)\n\n    --watch=false:\n\tWatch for changes\n\nUsage:\n  kubectl get TYPE [options]\n";
    expect(parseHelp(text, 'kubectl', 'kubectl get')).toMatchObject({
      says: 'Display resources',
      syntax: 'kubectl get TYPE [options]',
      flagLines: { '--output': 'Output format', '--watch': 'Watch for changes' },
    });
  });

  it('is kept for what notes use, sorted, in the words of the list above it', () => {
    const help = (text: string, path: string) => [path, parseHelp(text, 'docker', path)] as const;
    const helps = new Map([
      help('Usage:  docker [OPTIONS] COMMAND\n\nCommands:\n  run    Run a container\n  ps     List\n', 'docker'),
      help(
        'Usage:  docker run IMAGE\n\nA long text\n\nOptions:\n      --rm     Remove it\n      --init   Have an init\n      --tty    Terminal\n',
        'docker run',
      ),
    ]);
    const call = (flags: string[]) => ({
      tool: 'docker',
      version: '29.9.3',
      path: 'docker run',
      written: 'docker run',
      line: 0,
      flags: flags.map((name) => ({ name, value: undefined, line: 0, of: 'docker run' })),
      args: [],
      inner: [],
      dashes: false,
    });
    const used = usedIn('docker', [call(['--rm']), call(['--init', '--hidden'])]);
    expect(JSON.stringify(linesFor({ command: 'docker', version: '29.9.3' }, helps, used))).toBe(
      '{"version":"29.9.3","commands":{"docker run":{"says":"Run a container","syntax":"docker run IMAGE","flags":{"--init":"Have an init","--rm":"Remove it"}}}}',
    );
  });
});

describe('a recording', () => {
  const stored = tree({ 'docker run': { flags: ['-i --interactive'] }, 'docker ps': { flags: [] } });
  it.each([
    ['without a release', { ...stored, version: 'unknown' }, /which release/],
    ['with half of the commands gone', { ...stored, commands: {} }, /0 commands, the stored tree 2/],
    ['without global flags', { ...stored, global: [] }, /no global flags/],
  ])('%s is refused', (_, recorded, reason) => expect(refusal(stored, recorded)).toMatch(reason));
  it('that is whole is kept', () => expect(refusal(stored, stored)).toBeUndefined());

  it('keeps what help hides and the program still takes, and drops what it refuses', () => {
    const before = tree({
      'docker checkpoint': { flags: [] },
      'docker gone': { flags: [] },
      'docker run': { flags: ['--cpu-count=int64', '--squash', '-i --interactive'] },
    });
    const asked: string[] = [];
    const kept = keepHidden(
      before,
      { docker: { flags: [] }, 'docker run': { flags: ['-i --interactive'] } },
      (path, flag) => {
        asked.push([path, flag].filter(Boolean).join(' '));
        return path === 'docker checkpoint' || flag === '--cpu-count=1';
      },
    );
    expect(kept['docker run']?.flags).toEqual(['--cpu-count=int64', '-i --interactive']);
    expect(Object.keys(kept)).toEqual(['docker', 'docker run', 'docker checkpoint']);
    expect(asked).toContain('docker run --squash');
  });

  it('does not ask for a command that is an alias now', () => {
    const before = tree({ 'docker convert': { flags: [] } });
    const now = { docker: { flags: [] }, 'docker config': { aka: ['docker convert'], flags: [] } };
    expect(Object.keys(keepHidden(before, now, () => true))).toEqual(['docker', 'docker config']);
  });
});
