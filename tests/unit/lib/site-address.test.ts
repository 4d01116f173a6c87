import { describe, expect, it } from 'vitest';
import { siteAddress, wholeAddress, withBase, withoutBase } from '../../../src/lib/site-address.ts';

describe('SITE_URL', () => {
  it.each([
    ['https://example.org', 'https://example.org'],
    ['https://example.org/', 'https://example.org'],
    [' http://example.org:8080 ', 'http://example.org:8080'],
    ['', undefined],
    [undefined, undefined],
  ])('%s is taken', (given, url) => expect(siteAddress(given, undefined).url).toBe(url));
  it.each([
    ['example.org', /does not begin with https/],
    ['/notes/', /does not begin with https/],
    ['ftp://example.org', /does not begin with https/],
    ['https://', /no address/],
    ['https://example.org/?a=b', /query/],
    ['https://example.org/#top', /fragment/],
    ['https://ada:key@example.org', /name or a password/],
    ['https://example.org/notes/', /BASE_PATH=\/notes\//],
  ])('%s is refused with what is allowed', (given, why) => {
    expect(() => siteAddress(given, '')).toThrow(why);
    expect(() => siteAddress(given, '')).toThrow(/allowed is a scheme and a host/);
  });
});

describe('BASE_PATH', () => {
  it.each([
    ['/notes/', '/notes'],
    ['notes', '/notes'],
    ['/team/notes', '/team/notes'],
    ['/', ''],
    ['', ''],
    [undefined, ''],
  ])('%s is put right', (given, base) => expect(siteAddress(undefined, given).base).toBe(base));
  it.each(['/notes/?x', '/a b/', '../notes', '//host/notes', '/a//b/', 'https://example.org/notes', '/ü/', '/a#b'])(
    '%s is refused',
    (given) => expect(() => siteAddress(undefined, given)).toThrow(/^BASE_PATH=.*allowed are letters/),
  );
});

describe('an address below a base', () => {
  it('gets it before its path, and only there', () => {
    expect(withBase('/notes', '/docker/#a')).toBe('/notes/docker/#a');
    expect(withBase('', '/docker/')).toBe('/docker/');
    for (const other of ['#a', 'https://example.org/', '//example.org/', 'mailto:a'])
      expect(withBase('/notes', other)).toBe(other);
  });
  it('gets the host where one is known, and another site keeps its own', () => {
    const there = { url: 'https://example.org', base: '/notes' };
    expect(wholeAddress(there, '/docker/#a')).toBe('https://example.org/notes/docker/#a');
    expect(wholeAddress({ url: undefined, base: '/notes' }, '/docker/')).toBe('/notes/docker/');
    for (const other of ['#a', 'https://example.com/', 'http://localhost:9090', '//example.com/'])
      expect(wholeAddress(there, other)).toBe(other);
  });
  it('is taken back', () => {
    for (const base of ['', '/notes', '/team/notes'])
      for (const path of ['/', '/docker/', '/notes-of-old/', '/notesx'])
        expect(withoutBase(base, withBase(base, path))).toBe(path);
    expect(withoutBase('/notes', '/notes')).toBe('/');
    expect(withoutBase('/notes', '/notes-of-old/')).toBe('/notes-of-old/');
  });
});
