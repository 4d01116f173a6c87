import { describe, expect, it } from 'vitest';
import { addressBlocks, checkOutputs, type NoteBlock } from '../../../src/recordings/check.ts';
import type { Recording, Run } from '../../../src/recordings/types.ts';

const block = (lang: string, code: string, line: number, meta = '', section = 'start'): NoteBlock => ({
  lang,
  meta,
  code,
  line,
  section,
});
const recording = (...runs: Run[]): Recording => ({
  page: 'docker/x',
  day: '2026-11-26',
  versions: { docker: '29.9.3' },
  blocks: [{ at: 'start', runs }],
});
const check = (output: string, runs: readonly Run[], meta = '') =>
  checkOutputs(
    'content/docker/x.mdx',
    [block('sh', 'docker ps', 3), block('output', output, 7, meta)],
    recording(...runs),
  );
const ps: Run = {
  run: 'docker ps',
  exit: 0,
  out: 'CONTAINER ID   IMAGE        NAMES\n9c1f0e2b7a54   nginx:1.29   web\n81d6c4e20fa7   nginx:1.29   api',
};

describe('addresses', () => {
  it('counts blocks under their heading, outputs and files apart', () => {
    expect(
      addressBlocks([
        block('sh', '', 1),
        block('output', '', 2),
        block('sh', '', 3),
        block('yaml', '', 4),
        block('sh', '', 5, 'file="x.sh"'),
      ]).map(({ at }) => at),
    ).toEqual(['start', 'out:start', 'start.2', 'file:start', 'file:start.2']);
  });
});

describe('an output block', () => {
  it('holds when each line was printed, ids aside', () => {
    const { findings, evidence } = check(
      'CONTAINER ID   IMAGE   NAMES\n000f0e2b7a54   nginx:1.29   web\n11d6c4e20fa7   nginx:1.29   api',
      [ps],
    );
    expect(findings).toEqual([]);
    expect(evidence.get(7)).toEqual({ evidence: 'recorded', day: '2026-11-26', versions: { docker: '29.9.3' } });
  });
  it.each([
    [
      'a word that was not printed',
      'CONTAINER ID   IMAGE   NAMES\n9c1f0e2b7a54   nginx:1.30   web\n81d6c4e20fa7   nginx:1.29   api',
    ],
    [
      'a line too many',
      'CONTAINER ID   IMAGE   NAMES\n9c1f0e2b7a54   nginx:1.29   web\n81d6c4e20fa7   nginx:1.29   api\nmore',
    ],
    [
      'lines out of order',
      'CONTAINER ID   IMAGE   NAMES\n81d6c4e20fa7   nginx:1.29   api\n9c1f0e2b7a54   nginx:1.29   web',
    ],
    ['a line left out unmarked', 'CONTAINER ID   IMAGE   NAMES\n81d6c4e20fa7   nginx:1.29   api'],
    ['an end left out unmarked', 'CONTAINER ID   IMAGE   NAMES\n9c1f0e2b7a54   nginx:1.29   web'],
  ])('is found with %s', (_, output) => {
    const { findings } = check(output, [ps]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.file).toBe('content/docker/x.mdx');
    expect(findings[0]?.line).toBeGreaterThanOrEqual(7);
  });
  it('names both texts', () => {
    expect(check('NAMES', [ps]).findings[0]).toMatchObject({
      line: 7,
      found: '"NAMES" was not printed',
      allowed: 'printed there: "CONTAINER ID   IMAGE        NAMES"',
    });
  });
  it.each([
    ['in a line of its own', 'CONTAINER ID   IMAGE   NAMES\n...\n81d6c4e20fa7   nginx:1.29   api'],
    ['at the end', 'CONTAINER ID   IMAGE   NAMES\n...'],
    ['within a line', 'CONTAINER ID ...\n9c1f...   web\n…   nginx:1.29   api'],
  ])('may be cut %s', (_, output) => {
    expect(check(output, [ps]).findings).toEqual([]);
  });
  it('may leave lines out when its title says so', () => {
    expect(check('81d6c4e20fa7   nginx:1.29   api', [ps], 'title="Prints, in part"').findings).toEqual([]);
    expect(check('81d6c4e20fa7   nginx:1.30   api', [ps], 'title="Prints, in part"').findings).toHaveLength(1);
  });
  it('is held to the run that its title names', () => {
    const runs: Run[] = [
      { run: 'docker version', exit: 0, out: 'x' },
      { run: 'docker ps', exit: 0, out: 'y' },
    ];
    expect(check('y', runs, 'title="docker ps prints"').findings).toEqual([]);
    expect(check('y', runs, 'title="The second prints"').findings).toEqual([]);
    expect(check('y', runs, 'title="The first prints"').findings).toHaveLength(1);
  });
  it('takes error lines before or behind the others', () => {
    const run: Run = { run: 'x', exit: 1, out: 'status: 125', err: 'docker: no' };
    expect(check('docker: no\nstatus: 125', [run]).findings).toEqual([]);
    expect(check('status: 125\ndocker: no', [run]).findings).toEqual([]);
  });
  it('without a recording is typed, with the reason from the set-up', () => {
    const blocks = [block('sh', 'docker ps', 3), block('output', 'x', 7)];
    expect(checkOutputs('f', blocks, undefined).evidence.get(7)).toEqual({
      evidence: 'typed',
      reason: 'not recorded yet',
    });
    expect(checkOutputs('f', blocks, undefined, { start: 'desktop' }).evidence.get(7)).toEqual({
      evidence: 'typed',
      reason: 'needs Docker Desktop',
    });
    expect(checkOutputs('f', blocks, recording(ps), { '*': 'cloud' }).findings).toEqual([]);
  });
});

describe('what was run of a page', () => {
  const blocks = [block('sh', 'docker ps', 3), block('sh', 'aws', 5), block('sh', 'x', 7, 'file="x.sh"')];
  it('is counted by blocks of commands, files aside', () => {
    expect(checkOutputs('f', blocks, recording(ps)).ran).toEqual({ blocks: 1, of: 2 });
    expect(checkOutputs('f', blocks, undefined).ran).toEqual({ blocks: 0, of: 2 });
  });
  it('names what the lab lacks, and not what lies in the block', () => {
    expect(checkOutputs('f', blocks, recording(ps), { 'start.2': 'cloud' }).ran.lacked).toBe('needs a cloud');
    expect(checkOutputs('f', blocks, undefined, { '*': 'program' }).ran.lacked).toBe(
      'needs a program that the lab lacks',
    );
    expect(checkOutputs('f', blocks, recording(ps), { 'start.2': 'terminal' }).ran.lacked).toBeUndefined();
  });
});
