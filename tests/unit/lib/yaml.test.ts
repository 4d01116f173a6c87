import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/lib/yaml.ts';

describe('YAML without places', () => {
  it('says what a text says; a day stays text', () =>
    expect(readYaml('reviewed: 2026-11-28\nlist: [1, two, true, ~]\ntext: |\n  a\n  b\n')).toEqual({
      reviewed: '2026-11-28',
      list: [1, 'two', true, null],
      text: 'a\nb\n',
    }));
  it('says nothing for an empty text', () => expect(readYaml('')).toBeNull());
  it.each(['a: [', 'a: 1\na: 2\n', 'a: "b'])('refuses %s', (text) => expect(() => readYaml(text)).toThrow());
});
