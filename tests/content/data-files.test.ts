import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDataFile } from '../../src/checks/data-files.ts';

const CHANGE =
  "- id: a-b\n  tool: docker\n  was: '`docker old`'\n  now: '`docker new`'\n  since: '29'\n  why: Because it is so, and long enough.\n  source: https://docs.docker.com/\n  find: ['docker old']\n";
const changes = (text: string) =>
  checkDataFile({ file: 'content/changes.yaml', text })
    .map(({ line, found, allowed }) => `${line}: ${found} (${allowed})`)
    .join('\n');
const values = (text: string) =>
  checkDataFile({ file: 'content/values.yaml', text })
    .map(({ line, found, allowed }) => `${line}: ${found} (${allowed})`)
    .join('\n');

describe('content/changes.yaml', () => {
  it('passes', () => {
    expect(changes(CHANGE)).toBe('');
    expect(changes(readFileSync('content/changes.yaml', 'utf8'))).toBe('');
  });
  it.each([
    ['an id that is none', CHANGE.replace('a-b', 'A b'), /entry A b: id: "A b" \(lower-case/],
    ['an unknown tool', CHANGE.replace('docker\n', 'podman\n'), /tool/],
    ['an unknown key', `${CHANGE}  whence: x\n`, /unknown key whence/],
    ['a pattern that is none', CHANGE.replace("'docker old'", "'docker (old'"), /no regular expression/],
    [
      'a pattern that finds the new form',
      CHANGE.replace("'docker old'", "'docker \\w+'"),
      /`find` matches the new form/,
    ],
    ['the same id twice', CHANGE + CHANGE, /^9: id a-b a second time; the first is in line 1/],
    ['broken YAML', '- id: [', /no valid YAML/],
  ])('%s stops the build', (_, text, expected) => expect(changes(text)).toMatch(expected));
});

describe('content/values.yaml', () => {
  it('passes', () => expect(values(readFileSync('content/values.yaml', 'utf8'))).toBe(''));
  it.each([
    [
      'an example that does not match',
      "- { name: PORT, label: Port, example: web, matches: '\\d+' }",
      /the example does not match/,
    ],
    ['a name in lower case', "- { name: port, label: Port, example: '80', matches: '\\d+' }", /upper-case/],
    [
      'a name twice',
      "- { name: A, label: Port, example: b, matches: 'b' }\n- { name: A, label: Port, example: b, matches: 'b' }",
      /^2: name A a second time/,
    ],
  ])('%s stops the build', (_, text, expected) => expect(values(text)).toMatch(expected));
});
