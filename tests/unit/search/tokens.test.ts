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
  it('a dotted name is found by its beginning', () => {
    for (const text of ['node.labels.', 'node.labels', 'node.labels.disk']) expect(keys(text)).toContain('nodelabels');
    expect(keys('1.37.2')).not.toContain('137');
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
  it('small words come under keys of their own where they are wanted; in capitals they are instructions', () => {
    const small = (text: string) => tokenise(text, { small: true }).map(({ key }) => key);
    expect(keys('docker in docker')).toEqual(['docker', 'docker']);
    expect(small('docker in docker')).toEqual(['docker', '1in', 'docker']);
    expect(small('delete all? images')).toEqual(['delet', '1all', 'imag']);
    expect(small('FROM scratch')).toEqual(keys('FROM scratch'));
    expect(small('how to do it')).toEqual([]);
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

/** Each word of the index with its place, a compound with a star: the browser marks by these places, and both sides must agree. */
describe('keys and places', () => {
  it.each([
    ['x > y', 'x@0-1 *00gt@2-3 y@4-5'],
    ['x <', 'x@0-1 *00lt@2-3'],
    ['&&', '*00andand@0-2'],
    ['||', '*00oror@0-2'],
    ['$', '*00dollar@0-1'],
    ['@ *', '*00at@0-1 *00star@2-3'],
    ['?', '*00ask@0-1'],
    ['#', '*00hash@0-1'],
    ['=', '*00eq@0-1'],
    ['!', '*00not@0-1'],
    ['%', '*00pct@0-1'],
    ['+', '*00plus@0-1'],
    ['~', '*00tilde@0-1'],
    ['^', '*00hat@0-1'],
    [':', '*00colon@0-1'],
    ['--', ''],
    ['..', '*00dotdot@0-2'],
    ['/', '*00slash@0-1'],
    ["don't stop", 'stop@6-10'],
    ['a\u2014b c\u2013d', 'b@2-3 c@4-5'],
    ['\u2019tis', 'tis@1-4'],
    ['foo\u00adbar', 'foo@0-3 bar@4-7'],
    ['aa\u200bbb', 'aa@0-2 bb@3-5'],
    ['(docker)', 'docker@1-7'],
    ['$(docker ps)', 'docker@2-8 ps@9-11'],
    ['"quoted",', 'quot@1-7'],
    ['`code`.', 'code@1-5'],
    ['end!?', 'end@0-3'],
    ['middle,comma', 'middl@0-6 comma@7-12 *middlecomma@0-12'],
    ['...', '*00dotdotdot@0-3'],
    ['--all', '*0all@0-5'],
    ['-a', '*0a@0-2'],
    ['-it', '*0it@0-3 *0i@0-3 *0t@0-3'],
    ['-rf', 'rf@1-3 *0rf@0-3 *0r@0-3 *0f@0-3'],
    ['-abcde', 'abcd@1-6 *0abcde@0-6'],
    ['--no-trunc=false', 'trunc@5-10 fals@11-16 *0notrunc@0-16'],
    ['a --b c', '*0b@2-5 c@6-7'],
    ['APIs', 'api@0-4'],
    ['PVCs', 'pvc@0-4'],
    ['livenessProbe', 'live@0-8 probe@8-13 *livenessprobe@0-13'],
    ['HTTPServer', 'http@0-4 server@4-10'],
    ['PodIPs', 'pod@0-3 ips@3-6 *podips@0-6'],
    ['FROM', 'from@0-4'],
    ['from', ''],
    ['TO', ''],
    ['FROMage', 'fro@0-3 mage@3-7'],
    ['xFROM', 'x@0-1 *xfrom@0-5'],
    ['$HOME', 'home@1-5 *0home@0-5'],
    ['$' + '{PATH}', 'path@2-6 *0path@0-6'],
    ['$1', '1@1-2 *00dollar1@0-2'],
    ['a$HOME', 'home@2-6 *ahome@0-6'],
    ['ab', 'ab@0-2'],
    ['a-b', 'b@2-3'],
    ["a'", ''],
    ['1.2', '1@0-1 2@2-3 *001dot2@0-3'],
    ['v1', 'v1@0-2'],
    ['docker.sock', 'docker@0-6 sock@7-11 *dockersock@0-11'],
    ['/var/run/docker.sock', 'var@1-4 run@5-8 docker@9-15 sock@16-20 *varrundockersock@0-20 *dockersock@0-20'],
    ['/var/run/x', 'var@1-4 run@5-8 x@9-10 *varrunx@0-10'],
    [
      'registry.k8s.io/pause:3.9',
      'registri@0-8 k8s@9-12 io@13-15 paus@16-21 3@22-23 9@24-25 *registryk8siopause39@0-25 *pause39@0-25',
    ],
    ['a/b.c/d', 'b@2-3 c@4-5 *abcd@0-7'],
    ['0x7f', '0x7f@0-4'],
    ['Gr\u00f6\u00dfe', 'gr\u00f6\u00dfe@0-5'],
    ['..a..', '*00dotdota@0-3'],
    ['a..b', 'b@3-4 *00adotdotb@0-4'],
    ['*.log', 'log@2-5'],
    ['!=', '*00noteq@0-2'],
    ['==', '*00eqeq@0-2'],
    ['3<>x', '3@0-1 x@3-4 *003ltgtx@0-4'],
    ["docker's", 'docker@0-6'],
  ])('%j', (text, expected) => {
    const found = tokenise(text).map(({ key, raw, start, end }) => `${raw ? '*' : ''}${key}@${start}-${end}`);
    expect(found.join(' ')).toBe(expected);
  });
  it('of a run that is longer than any word the pieces, up to a length', () => {
    const found = (text: string) => tokenise(text).map(({ key, start, end }) => [key.length, start, end]);
    expect(found('ab'.repeat(40))).toEqual([[80, 0, 80]]);
    expect(found(`-${'ab'.repeat(40)}`)).toEqual([
      [61, 1, 62],
      [19, 62, 81],
    ]);
    expect(found(`${'a'.repeat(61)} ${'(b'.repeat(1500)}`).at(-1)).toEqual([1, 2061, 2062]);
  });
  it('a compound of more than forty signs is none', () => {
    expect(keys(`${'x'.repeat(38)}.yz`)).toContain(`${'x'.repeat(38)}yz`);
    expect(keys(`${'x'.repeat(39)}.yz`)).not.toContain(`${'x'.repeat(39)}yz`);
  });
});
