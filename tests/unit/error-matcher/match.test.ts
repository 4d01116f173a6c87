import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signaturesOf } from '../../../src/error-matcher/compile.ts';
import { CONFIDENT, getReady, matchText } from '../../../src/error-matcher/match.ts';
import { loadFixes } from '../../helpers/load-fixes.ts';
import { MUTATIONS, type Mutation, pasteOf, seeded } from './mutations.ts';

const fixes = loadFixes('content/troubleshooting');
const file = signaturesOf(fixes);
const known = new Set(fixes.map(({ id }) => id));
const pastes = JSON.parse(readFileSync('tests/fixtures/pastes.json', 'utf8')) as {
  known: { id: string; text: string }[];
  unrelated: string[];
};
const first = (text: string) => matchText(text, file)[0];

describe('pastes', () => {
  it('there are 400 known ones, one or more for every fix, and 100 unrelated ones', () => {
    expect(pastes.known.length).toBeGreaterThanOrEqual(400);
    expect(pastes.unrelated.length).toBeGreaterThanOrEqual(100);
    const without = [...known].filter((id) => !pastes.known.some((paste) => paste.id === id));
    expect(
      without,
      `add { "id": "${without[0]}", "text": ... } to tests/fixtures/pastes.json: a log as a reader would paste it`,
    ).toEqual([]);
  });

  it('what got ready before answers as what did not', () => {
    const ready = structuredClone(file);
    getReady(ready);
    const texts = pastes.known.slice(0, 40).map(({ text }) => text);
    expect(texts.map((text) => matchText(text, ready))).toEqual(
      texts.map((text) => matchText(text, structuredClone(file))),
    );
  });

  it('98 of 100 lead to their fix first', () => {
    const asked = pastes.known.filter(({ id }) => known.has(id));
    const missed = asked
      .filter(({ id, text }) => first(text)?.id !== id)
      .map(({ id, text }) => `${id}: ${text.slice(0, 80)} -> ${first(text)?.id}`);
    expect(missed.length / asked.length, missed.join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('nothing is found in an unrelated text', () => {
    expect(pastes.unrelated.filter((text) => first(text))).toEqual([]);
  });

  it('logs that strangers pasted into trackers lead to their fix first, and those of other programs to none', () => {
    const { logs } = JSON.parse(readFileSync('tests/fixtures/stranger-logs.json', 'utf8')) as {
      logs: { text: string; fix: string[]; also: string[] }[];
    };
    const wrong = logs.filter(({ text, fix, also }) => {
      const id = first(text)?.id;
      return fix.length > 0 ? !fix.includes(id ?? '') : id !== undefined && !also.includes(id);
    });
    expect(wrong.length / logs.length, wrong.map(({ text }) => text.slice(0, 120)).join('\n')).toBeLessThanOrEqual(
      0.05,
    );
  });

  /** Share of the messages of all fixes, filled, that may miss their fix, by what they go through: alone, amid noise, broken. */
  const MAY_MISS: Readonly<Record<string, number>> = {
    'cut short': 0.06,
    'without its beginning': 0.1,
    retyped: 0.09,
    wrapped: 0.02,
    // A state such as Init:0/2 is not looked for behind the header of a log line.
    prefixed: 0.015,
  };

  it.each(Object.keys(MUTATIONS))('every message of every fix, filled, %s leads to its fix first', (name) => {
    const missed: string[] = [];
    let all = 0;
    // Several draws: a message more shifts all that follow it in one of them, by half a point and more.
    for (const random of [41, 1, 2].map(seeded))
      for (const { id, errors } of fixes)
        for (const error of errors) {
          all++;
          const text = pasteOf(error, MUTATIONS[name] as Mutation, random);
          if (first(text)?.id !== id) missed.push(`${id}: ${text.slice(0, 100)} -> ${first(text)?.id}`);
        }
    expect(missed.length / all, missed.join('\n')).toBeLessThanOrEqual(MAY_MISS[name] ?? 0.012);
  });
});

describe('matchText', () => {
  const port =
    'web-1  | GET / 200\n\x1b[31mError response from daemon:\x1b[0m Bind for 0.0.0.0:8080 failed: port is already allocated\nweb-1 exited with code 1';

  it('names the line, the pieces found and the variable parts', () => {
    const [match] = matchText(port, file);
    expect(match).toMatchObject({
      id: 'port-is-already-allocated',
      url: '/troubleshooting/port-is-already-allocated/',
      line: 2,
    });
    expect(match?.lineText).toBe('Error response from daemon: Bind for 0.0.0.0:8080 failed: port is already allocated');
    expect(match?.spans.map(([from, to]) => match.lineText.slice(from, to))).toEqual([
      'Bind for',
      'failed: port is already allocated',
    ]);
    expect(Object.values(match?.holes ?? {}).join(':')).toBe('0.0.0.0:8080');
    expect(match?.confidence).toBeGreaterThan(CONFIDENT);
  });

  it('hands out no more than it is asked for, and nothing unsure', () => {
    expect(matchText(port, file, 1)).toHaveLength(1);
    expect(matchText(port, file).every(({ confidence }) => confidence >= CONFIDENT && confidence <= 1)).toBe(true);
  });

  it('a cause comes before the line that sums up', () => {
    expect(matchText(port, file).map(({ id }) => id)[0]).toBe('port-is-already-allocated');
  });

  it.each(['', ' ', '\n\n\n', '{', '}', '\x1b', '\x1b[', '\\', '&', '"', '{name}', '\u0000\u0001', '\ud800'])(
    'survives %j',
    (text) => {
      expect(matchText(text, file)).toEqual([]);
    },
  );

  it.each([
    'docker exec -it',
    'how do I remove a volume',
    'log in to aws ecr',
    'kubectl scale --replicas=0',
    'docker',
    'not found',
    'permission denied',
    'connection refused',
    'error',
    'exit code',
  ])('leaves "%s" to full-text search', (text) => {
    expect(matchText(text, file)).toEqual([]);
  });

  it.each(
    [
      ['port is already allocated', 'port-is-already-allocated'],
      ['CrashLoopBackOff', 'crashloopbackoff'],
      ['ImagePullBackOff', 'imagepullbackoff'],
      ['Exited (127)', 'exit-code-127'],
      ['exit code 137', 'oomkilled-exit-137'],
      ['OOMKilled', 'oomkilled-exit-137'],
    ].filter(([, id]) => known.has(id ?? '')),
  )('knows "%s" when it is typed', (text, id) => {
    expect(first(text ?? '')?.id).toBe(id);
  });
});
