import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { claim } from '../../../lab/twin.ts';

const share = mkdtempSync(join(tmpdir(), 'share-'));
afterAll(() => rmSync(share, { recursive: true }));

describe('two labs that share pages', () => {
  it('each page goes to whoever asks first', () => {
    expect(claim(share, 'k8s/pods')).toBe(true);
    expect(claim(share, 'k8s/pods')).toBe(false);
    expect(claim(share, 'docker/pods')).toBe(true);
  });
  it('a lab alone replays all', () => {
    expect(claim(undefined, 'k8s/pods')).toBe(true);
    expect(claim(undefined, 'k8s/pods')).toBe(true);
  });
});
