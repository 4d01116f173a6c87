import { describe, expect, it } from 'vitest';
import { lackingOn, type Machine } from '../../../lab/lacking.ts';

const whole: Machine = { platform: 'linux', root: true, has: () => true, knows: () => true };

describe('what the lab lacks on a machine', () => {
  it('is nothing where all is there', () => {
    expect(lackingOn(whole)).toEqual([]);
  });
  it.each<[string, Partial<Machine>, RegExp]>([
    ['another system', { platform: 'darwin' }, /needs Linux.*--docker-host/],
    ['no rights', { root: false }, /needs root.*sudo npm run lab/],
    ['no Go', { has: (program) => program !== 'go' }, /^go is missing: nothing can be built: install Go/],
    ['no tini', { has: (program) => program !== 'tini-static' }, /--init cannot be recorded/],
    ['no overlay', { knows: (what) => what !== 'overlay' }, /modprobe overlay.*nothing can be recorded/],
    ['no bridge', { knows: (what) => what !== 'bridge' }, /modprobe bridge/],
  ])('%s: says so, and what cannot be recorded then', (_, missing, says) => {
    const said = lackingOn({ ...whole, ...missing });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(says);
  });
});
