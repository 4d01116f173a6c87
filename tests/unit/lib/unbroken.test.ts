import { describe, expect, it } from 'vitest';
import { unbroken } from '../../../src/lib/unbroken.ts';

describe('inline code breaks at its spaces only', () => {
  it('what has no dash is left to the browser', () => {
    expect(unbroken('docker ps')).toBeUndefined();
    expect(unbroken('web')).toBeUndefined();
  });
  it('a flag is one word', () => {
    expect(unbroken('docker ps --all')).toEqual([
      { text: 'docker ', long: false },
      { text: 'ps ', long: false },
      { text: '--all', long: false },
    ]);
  });
  it('a word longer than a line of a phone may break, so that no page scrolls sideways', () => {
    expect(unbroken('--horizontal-pod-autoscaler-sync-period')).toEqual([
      { text: '--horizontal-pod-autoscaler-sync-period', long: true },
    ]);
  });
  it('a long word breaks behind its signs first', () => {
    expect(unbroken('--mount=type=secret,id=npm_token')).toEqual(
      ['--mount=', 'type=', 'secret,', 'id=', 'npm_token'].map((text) => ({ text, long: false })),
    );
  });
  it('a word is as long as what a reader sees of it', () => {
    const shown = (word: string) => word.replace('<REGISTRY>', 'registry.example.com');
    expect(unbroken('https://<REGISTRY>/v2/', shown)?.map(({ text }) => text)).toEqual([
      'https://',
      '<REGISTRY>/',
      'v2/',
    ]);
    expect(unbroken('https://<REGISTRY>/v2/')?.map(({ text }) => text)).toEqual(['https://<REGISTRY>/v2/']);
  });
  it('nothing is lost', () => {
    const code = 'kubectl get pods  -o jsonpath={.items[*].metadata.name} | xargs -n 1';
    expect(
      unbroken(code)
        ?.map(({ text }) => text)
        .join(''),
    ).toBe(code);
  });
});
