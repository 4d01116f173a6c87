import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/search/query/stem.ts';
import { tokenise } from '../../../src/search/query/tokens.ts';

const keys = (text: string) => tokenise(text).map(({ key }) => key);

describe('words as engineers write them', () => {
  it('a long flag is found by its letters and by its words', () => {
    expect(keys('--no-trunc')).toEqual(['trunc', '0notrunc']);
    expect(keys('--dry-run=client')).toEqual(expect.arrayContaining(['0dryrun', 'dry', 'run', 'client']));
  });
  it('short flags in a bundle are found together and one by one', () => {
    expect(keys('-it')).toEqual(['0it', '0i', '0t']);
  });
  it('livenessProbe and liveness probe meet', () => {
    expect(keys('livenessProbe')).toEqual([...keys('liveness probe'), 'livenessprobe']);
  });
  it('docker-compose and docker compose meet', () => {
    expect(keys('docker-compose')).toEqual([...keys('docker compose'), 'dockercompose']);
  });
  it('a file is found in a path', () => {
    expect(keys('/var/run/docker.sock')).toContain('dockersock');
    expect(keys('docker.sock')).toContain('dockersock');
  });
  it.each([
    'DOCKER_HOST',
    '$HOME',
    '2>&1',
    '"$@"',
    'apps/v1',
    '127',
    '/dev/termination-log',
    'host.docker.internal',
    ':latest',
    '{{.State.OOMKilled}}',
  ])('%s has a word in the index', (text) => {
    expect(keys(text).length).toBeGreaterThan(0);
  });
  it('function words weigh nothing, but FROM is an instruction', () => {
    expect(keys('how do I get the one from it')).toEqual(['get']);
    expect(keys('FROM')).toEqual(['from']);
  });
  it('a token knows where it stands', () => {
    const [token] = tokenise('  “Prune” it');
    expect('  “Prune” it'.slice(token?.start, token?.end)).toBe('Prune');
  });
  it.each(['', ' ', '<img src=x onerror=alert(1)>', '\u202edocker\u202c', '🐳', '"', '((((', '\u0000\u0007'])(
    'hostile text %j does no harm',
    (text) => {
      expect(() => tokenise(text)).not.toThrow();
    },
  );
  it('a run of 100,000 letters is cut', () => {
    expect(tokenise('a'.repeat(100_000)).length).toBeLessThan(100);
  });
});

describe('stems', () => {
  it.each([
    ['mounting', 'mount'],
    ['mounted', 'mount'],
    ['volumes', 'volum'],
    ['encryption', 'encrypt'],
    ['registries', 'registri'],
    ['deleting', 'delet'],
    ['running', 'run'],
    ['pods', 'pod'],
    ['ps', 'ps'],
    ['k8s', 'k8s'],
  ])('%s becomes %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });
});
