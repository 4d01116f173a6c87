import { beforeAll, describe, expect, it } from 'vitest';
import type { Parser } from 'web-tree-sitter';
import { readBlock } from '../../../src/checks/commands/block.ts';
import { loadCommands } from '../../../src/checks/commands/grammar.ts';
import { flagsOf, howToRecord, untold } from '../../../src/checks/commands/help-lines.ts';
import { linesFor } from '../../../src/client/flag-lines.ts';
import { tokenise } from '../../../src/markdown/highlight.ts';
import { flagMarker, flagsInSpan, linesBefore } from '../../../src/tool-help/mark.ts';
import { pageFlags } from '../../../src/tool-help/of-page.ts';

let parser: Parser;
beforeAll(async () => {
  parser = await loadCommands();
});
const callsIn = (code: string) => readBlock(parser, code, 'sh').calls;
/** The words of a block that are marked, beginning with a dash. */
function marked(code: string): string[] {
  const isFlag = flagMarker(callsIn(code).flatMap(flagsOf));
  return code
    .split('\n')
    .flatMap((text, line) => (text.match(/(?<=^|\s)-[^\s)]+/g) ?? []).filter((word) => isFlag(word, line)));
}

describe('a flag and its line', () => {
  it.each([
    ['docker run --detach nginx', 'docker run', 'docker run', '--detach', '-d'],
    ['docker builder prune --filter until=24h', 'docker buildx prune', 'docker builder prune', '--filter', undefined],
    ['docker --context prod ps', 'docker', 'docker', '--context', '-c'],
    ['docker compose --profile dev up', 'docker compose', 'docker compose', '--profile', undefined],
    ['docker build --tag a .', 'docker buildx build', 'docker build', '--tag', '-t'],
    ['kubectl get pods -o wide', 'kubectl get', 'kubectl get', '--output', '-o'],
    ['kubectl get pods --namespace shop', 'kubectl', 'kubectl', '--namespace', '-n'],
    ['helm list -n shop', 'helm', 'helm', '--namespace', '-n'],
  ])('%s: of %s', (code, owner, written, name, short) => {
    const [flag] = callsIn(code).flatMap(flagsOf);
    expect(flag).toMatchObject({ owner, written, name, short });
    expect(flag?.says).toMatch(/^[A-Z]/);
  });

  it('help and version are no flags of a command', () => {
    expect(callsIn('docker run --help').flatMap(flagsOf)).toEqual([]);
  });

  it('one that nobody has recorded is named, with what to run', () => {
    const missing = untold(callsIn('docker run --cpu-rt-period 5 nginx\ndocker compose up --no-color'));
    expect(missing.map(howToRecord)).toEqual([
      'docker compose up --no-color has no line of help: npm run record -- compose /path/to/docker --lines',
      'docker run --cpu-rt-period has no line of help: npm run record -- docker /path/to/docker --lines',
    ]);
  });
});

describe('the words that are flags', () => {
  it.each([
    ['docker ps --all | grep -v web', ['--all']],
    ['docker exec -it web ls -i', ['-it']],
    ['docker run --rm \\\n  --name=web nginx -v', ['--rm', '--name=web']],
    ['docker rm -f $(docker ps -q)', ['-f', '-q']],
    ['kubectl exec web -- ls -n', []],
    ['curl --fail --silent localhost', []],
    ['ls -a\ndocker ps -a', ['-a']],
  ])('%s', (code, flags) => expect(marked(code)).toEqual(flags));

  it.each([
    ['powershell', 'docker run -it `\n  --network=host nginx ls -l | Select-String -Pattern a', ['-it', '--network']],
    ['cmd', 'docker ps --all ^\n  --filter "name=--quiet"\nrem docker ps -q', ['--all', '--filter']],
  ])('in a block of %s they are words of their own', async (lang, code, flags) => {
    const isFlag = flagMarker(readBlock(parser, code, lang).calls.flatMap(flagsOf));
    let line = 0;
    const found = (await tokenise(code, lang)).flatMap(({ text, kind }) => {
      const isTold = kind === 't-f' && isFlag(text, line);
      line += text.split('\n').length - 1;
      return isTold ? [text] : [];
    });
    expect(found).toEqual(flags);
  });

  it('in a table too, with the placeholders of a sheet', () => {
    expect(flagsInSpan(parser, 'kubectl get pods --namespace <NAMESPACE>').map(({ name }) => name)).toEqual([
      '--namespace',
    ]);
    expect(flagsInSpan(parser, '--namespace')).toEqual([]);
  });

  it('begin with a dash', () => {
    const isFlag = flagMarker(callsIn('docker info -f x').flatMap(flagsOf));
    expect(['docker', 'info', '-f', 'x'].filter((word) => isFlag(word, 0))).toEqual(['-f']);
  });

  it('lie in the line where their command begins in the block', () => {
    const code = '# first\ndocker ps\n\n\ndocker ps \\\n  --all\ndocker ps';
    expect(linesBefore(code, ['# first\ndocker ps', 'docker ps \\\n  --all', 'docker ps'])).toEqual([0, 4, 6]);
  });
});

describe('the list of a page', () => {
  it('has each meaning once, by name, with the commands that share it', () => {
    const list = pageFlags(
      callsIn(
        'docker run --rm -it nginx\ndocker run --rm nginx\ndocker container prune --force\ndocker image prune --force\ndocker logs --follow web',
      ),
    );
    expect(list.map(({ names, commands }) => [names, ...commands])).toEqual([
      ['-f, --follow', 'docker logs'],
      ['-f, --force', 'docker container prune', 'docker image prune'],
      ['-i, --interactive', 'docker run'],
      ['--rm', 'docker run'],
      ['-t, --tty', 'docker run'],
    ]);
  });
});

describe('the entry that a word means', () => {
  const list = [
    { names: '-f, --follow', says: 'follow', commands: ['docker compose logs', 'docker logs'] },
    { names: '-f, --file', says: 'file', commands: ['docker compose'] },
    { names: '-f, --force', says: 'force', commands: ['docker rm'] },
    { names: '-i, --interactive', says: 'stdin', commands: ['docker run'] },
    { names: '-t, --tty', says: 'tty', commands: ['docker run'] },
    { names: '-n, --namespace', says: 'namespace', commands: ['kubectl'] },
  ];
  it.each([
    ['-f', 'docker logs ', ['follow']],
    ['-f', 'docker compose ', ['file']],
    ['-f', 'docker compose -f a.yaml logs ', ['follow']],
    ['-f', 'docker logs web\ndocker rm ', ['force']],
    ['-f', 'docker logs web | docker rm ', ['force']],
    ['-it', 'docker run --rm ', ['stdin', 'tty']],
    ['-n', 'kubectl ', ['namespace']],
    ['-n', 'kubectl get pods ', ['namespace']],
    ['--follow=true', 'docker logs ', ['follow']],
    ['--none', 'docker logs ', []],
    ['-f', 'tail ', []],
  ])('%s behind %s', (word, before, says) =>
    expect(linesFor(word, before, list).map((told) => told.says)).toEqual(says),
  );
});
