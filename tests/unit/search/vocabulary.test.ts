import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/lib/edit-distance.ts';
import { readSynonyms } from '../../../src/search/index/thesaurus-file.ts';
import { Thesaurus, wordsOf } from '../../../src/search/query/thesaurus.ts';
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
  it('completes with the most frequent words first', () => {
    expect(completions('con', words, 1).map(({ text }) => text)).toEqual(['contain']);
  });
});

describe('thesaurus', () => {
  const thesaurus = new Thesaurus(
    readSynonyms({ same: ['svc, service'], means: [{ say: 'image from container', find: 'docker commit' }] }),
  );
  const meanings = (text: string) =>
    thesaurus
      .meaningsIn(wordsOf(text).map(({ word }) => word))
      .flatMap(({ forms }) => forms.map(({ keys }) => keys.join(' ')));

  it('words that mean the same find each other', () => {
    expect(meanings('svc')).toEqual(['servic']);
    expect(meanings('services')).toEqual(['svc']);
  });
  it('what people say may have a word between', () => {
    expect(meanings('create an image from a running container')).toContain('commit');
    expect(meanings('image of the old pod which came from yesterday and a container')).toEqual([]);
  });
  it.each([
    [null, 'expected the lists'],
    [{ same: ['k8s'] }, 'no second word'],
    [{ means: [{ say: 'a' }] }, 'lacks its words for "find"'],
    [{ other: [] }, '"other" is not known'],
    [{ same: 'k8s, kubernetes' }, 'same is not a list'],
  ])('a file like %j is refused with what is wrong', (file, message) => {
    expect(() => readSynonyms(file)).toThrow(message);
  });
});
