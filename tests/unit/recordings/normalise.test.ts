import { describe, expect, it } from 'vitest';
import { sameLine } from '../../../src/recordings/normalise.ts';

describe('lines that differ in values only', () => {
  it.each([
    ['ids', 'Deleted 9c1f0e2b7a54', 'Deleted 81d6c4e20fa7'],
    [
      'digests',
      'sha256:4b7ce07002c69e8f3d704a9c5d6fd3053be500b7f1c69fc0d80990c2ad8dd412',
      'sha256:c9c7ff30969ed106464b211fe0432a703a611974e0c3e1025c3118808d942a92',
    ],
    ['ids of a swarm', 'node t0zg29jjtwv3lnmxznl81f040', 'node 5q5tt9gzxc6rdf33k1m8v0q2x'],
    ['ages', 'web   Up 12 seconds', 'web   Up 2 minutes'],
    ['ages of objects', 'web   1/1   Running   0   33s', 'web   1/1   Running   0   2m5s'],
    ['days', '2026-11-21T09:40:12.402881365Z start', '2026-11-26T04:47:02.376934252Z start'],
    ['days of the week', 'Sat, 21 Nov 2026 09:14:02 +0000', 'Thu, 26 Nov 2026 04:14:02 +0000'],
    ['sizes', 'cache 148.3MB', 'cache 8.192kB'],
    ['shares', '78.28%', '0.52%'],
    ['addresses', 'db 172.18.0.2/16', 'db 172.21.0.3/16'],
    ['names of pods', 'pod/web-7d4b9c6f5-x2x8p', 'pod/web-6946db5785-dkbhs'],
    ['widths of columns', 'NAME   STATUS', 'NAME          STATUS'],
    ['versions of an object', '  resourceVersion: "17122"', '  resourceVersion: "918"'],
    ['tokens', 'join --token SWMTKN-1-aaa-bbb', 'join --token SWMTKN-1-ccc-ddd'],
  ])('%s', (_, page, printed) => {
    expect(sameLine(page, printed)).toBe(true);
  });
});

describe('lines that differ', () => {
  it.each([
    ['a word', 'web Running', 'web Pending'],
    ['a count', 'web 3/3', 'web 2/3'],
    ['an exit code', 'Exit Code: 1', 'Exit Code: 137'],
    ['a release', 'Docker version 29.9.3', 'Docker version 29.8.0'],
    ['a name', 'service/web created', 'service/api created'],
    ['a port', '80/tcp -> 0.0.0.0:8080', '80/tcp -> 0.0.0.0:9090'],
    ['one more word', 'Untagged: x', 'Untagged: x y'],
    ['a kind of value', 'Up 2 minutes', 'Up 2MB'],
  ])('in %s', (_, page, printed) => {
    expect(sameLine(page, printed)).toBe(false);
  });
});

describe('a cut within a line', () => {
  it.each([
    ['end', 'failed to create task...', 'failed to create task for container: x', true],
    ['middle', 'failed ... denied', 'failed to create task: permission denied', true],
    ['wrong end', 'failed ... denied', 'failed to create task: not found', false],
    ['wrong beginning', 'error: ...', 'failed: x', false],
  ])('%s', (_, page, printed, same) => {
    expect(sameLine(page, printed)).toBe(same);
  });
});
