import { describe, expect, it } from 'vitest';
import { namesFirst, proofOf } from '../../../src/recordings/provoked.ts';
import type { RecordedBlock, Recording } from '../../../src/recordings/types.ts';

const at = (name: string, exit: number, out = '', err = ''): RecordedBlock => ({
  at: name,
  runs: [{ run: name, exit, out, err }],
});
const recording = (...blocks: RecordedBlock[]): Recording => ({ page: 'p', day: '2026-11-26', versions: {}, blocks });

describe('a proof', () => {
  it('is a message, a check that fails, and one that holds', () => {
    expect(
      proofOf(recording(at('fault', 1, '', 'boom'), at('check:before', 1), at('cure', 0), at('check', 0))),
    ).toEqual({ message: 'boom', copied: '$ fault\nboom', failedBefore: true, holdsAfter: true });
  });
  it('holds the check to the output that the page shows', () => {
    const both = recording(at('fault', 1), at('check:before', 0, '1.3'), at('cure', 0), at('check', 0, '1.4'));
    expect(proofOf(both)).toMatchObject({ failedBefore: false });
    expect(proofOf(both, (runs) => runs[0]?.out === '1.4')).toMatchObject({ failedBefore: true, holdsAfter: true });
  });
  it('takes the wrong and the right command where the fault is in what was typed', () => {
    expect(proofOf(recording(at('fault', 1, '', 'usage'), at('cure', 0)))).toEqual({
      message: 'usage',
      copied: '$ fault\nusage',
      failedBefore: true,
      holdsAfter: true,
      afterwards: '',
    });
  });
  it('is none without a fault', () => {
    expect(proofOf(recording(at('check', 0)))).toBeUndefined();
    expect(proofOf(undefined)).toBeUndefined();
  });
  it('fails when the check fails afterwards', () => {
    expect(proofOf(recording(at('fault', 1), at('check:before', 1), at('check', 1)))).toMatchObject({
      holdsAfter: false,
    });
  });
});

describe('namesFirst', () => {
  it('looks at the first match alone', () => {
    expect(namesFirst('a', [{ id: 'a' }, { id: 'b' }])).toBe(true);
    expect(namesFirst('a', [{ id: 'b' }, { id: 'a' }])).toBe(false);
    expect(namesFirst('a', [])).toBe(false);
  });
});
