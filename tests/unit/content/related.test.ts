import { describe, expect, it } from 'vitest';
import { linkMapOf, relatedOf } from '../../../src/content/related.ts';

const note = (url: string, links: string[], extra: object = {}) => ({
  url,
  topic: 'docker',
  section: 'data',
  fix: undefined as unknown,
  parsed: { links: links.map((link) => ({ url: link })) },
  ...extra,
});

describe('what belongs to a note', () => {
  const own = note('/docker/volumes/', ['/docker/back-up/#check', 'https://example.com/']);
  const all = [
    own,
    note('/docker/far/', ['/docker/volumes/#one'], { section: 'engine' }),
    note('/docker/near/', ['/docker/volumes/']),
    note('/docker/back-up/', ['/docker/volumes/']),
    note('/docker/stranger/', ['/docker/near/']),
    note('/troubleshooting/full/', ['/docker/volumes/'], { topic: 'troubleshooting', fix: {} }),
  ];
  const { notes, fixes } = relatedOf(own, linkMapOf(all));

  it('is who links both ways, then who stands beside it, then the rest', () =>
    expect(notes.map(({ url }) => url)).toEqual(['/docker/back-up/', '/docker/near/', '/docker/far/']));
  it('keeps fixes apart', () => expect(fixes.map(({ url }) => url)).toEqual(['/troubleshooting/full/']));
});
