import { describe, expect, it } from 'vitest';
import { liesWithin } from '../../../src/error-matcher/within.ts';

const at = (text: string) => text.indexOf('HERE');
const within = (text: string, path: string) => liesWithin(text, at(text), path);

describe('liesWithin', () => {
  it.each([
    ['kubectl describe', 'Init Containers:\n  a:\n    State:    Waiting\n      Reason:  HERE', 'Init Containers/State'],
    [
      'YAML whose list is not indented',
      'initContainerStatuses:\n- name: a\n  state:\n    reason: HERE',
      'initContainerStatuses/state',
    ],
    [
      'YAML whose list is indented',
      'initContainerStatuses:\n  - name: a\n    state:\n      reason: HERE',
      'initContainerStatuses/state',
    ],
    ['the line of the dash itself', 'states:\n- state:\n    reason: HERE', 'states/state'],
    [
      'JSON',
      '"initContainerStatuses": [\n  {\n    "state": {\n      "reason": "HERE"\n    }',
      'initContainerStatuses/state',
    ],
    ['one field', 'Events:\n  x  HERE', 'Events'],
  ])('%s', (_, text, path) => {
    expect(within(text, path)).toBe(true);
  });

  it.each([
    [
      'a field before it',
      'Init Containers:\n  a:\n    x: 1\nContainers:\n  b:\n    State:\n      Reason:  HERE',
      'Init Containers/State',
    ],
    [
      'a neighbour of the same depth',
      'Init Containers:\n  a:\n    State:  Running\n    Last State:\n      Reason:  HERE',
      'Init Containers/State',
    ],
    ['the wrong way round', 'State:\n  Init Containers:\n    Reason:  HERE', 'Init Containers/State'],
    ['a longer name', 'Init Containers Old:\n  State:\n    HERE', 'Init Containers/State'],
    ['no indentation', 'Init Containers:\nState:\nHERE', 'Init Containers/State'],
    ['nothing before it', 'HERE', 'State'],
  ])('not %s', (_, text, path) => {
    expect(within(text, path)).toBe(false);
  });

  it('reads only so far up', () => {
    expect(within(`Events:\n${'  x\n'.repeat(20_000)}  HERE`, 'Events')).toBe(false);
  });
});
