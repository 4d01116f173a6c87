import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/lib/edit-distance.ts';
import { completions, nearestWord, packWords, unpackWords } from '../../../src/search/query/vocabulary.ts';

const words = ['container', 'contain', 'volume', 'kubernetes', 'liveness', 'entrypoint'].map((text, rank) => ({
  text,
  key: text,
  rank,
}));

describe('vocabulary', () => {
  it('words survive packing, with their ranks', () => {
    const list = [
      { text: 'contain', rank: 0 },
      { text: 'container', rank: 9 },
      { text: 'volume', rank: 3 },
      { text: 'livenessprobe', rank: 12 },
    ];
    expect(unpackWords(packWords(list))).toEqual([...list].sort((a, b) => (a.text < b.text ? -1 : 1)));
  });
  it('distance counts changes, and swaps as one', () => {
    expect(editDistance('moutn', 'mount', 2)).toBe(1);
    expect(editDistance('entrypont', 'entrypoint', 2)).toBe(1);
    expect(editDistance('pod', 'kubernetes', 2)).toBe(3);
  });
  it('corrects what is near, and leaves short words, numbers and other words alone', () => {
    expect(nearestWord('kuberntes', words)?.text).toBe('kubernetes');
    expect(nearestWord('entrypont', words)?.text).toBe('entrypoint');
    expect(nearestWord('zookeeper', words)).toBeUndefined();
    expect(nearestWord('pds', words)).toBeUndefined();
    expect(nearestWord('x509', words)).toBeUndefined();
  });
  it('takes a long word that stops in the middle, one letter wrong, for the longer one', () => {
    const own = [{ text: 'crashloopbackoff', key: 'crashloopbackoff', rank: 5 }, ...words];
    expect(nearestWord('crashlop', own)?.text).toBe('crashloopbackoff');
    expect(nearestWord('kuberneets', own)?.text).toBe('kubernetes');
    expect(nearestWord('crush', own)).toBeUndefined();
  });

  it('completes with the most frequent words first', () => {
    expect(completions('con', words, 1).map(({ text }) => text)).toEqual(['contain']);
  });
});
