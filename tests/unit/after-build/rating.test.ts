import { describe, expect, it } from 'vitest';
import { ALWAYS } from '../../../src/lib/headers.ts';
import { shortcomings } from '../../helpers/rate.ts';

const policy = ALWAYS['content-security-policy'] ?? '';
const withPolicy = (from: string, to: string) => ({ 'content-security-policy': policy.replace(from, to) });

describe('the rating of headers', () => {
  it('nothing is left to wish for', () => expect(shortcomings(ALWAYS)).toEqual([]));
  it('without any header all is missing but what must not be there', () =>
    expect(shortcomings({}).length).toBeGreaterThan(10));
  it.each([
    ['a policy that begins with nothing', withPolicy("default-src 'none'", "default-src 'self'")],
    ['no unsafe word in the policy', withPolicy("script-src 'self'", "script-src 'self' 'unsafe-inline'")],
    ['no other host in the policy', withPolicy("img-src 'self'", 'img-src data:')],
    ['no directive twice', withPolicy("img-src 'self'", "img-src 'self'; img-src 'self'")],
    ['in no frame', withPolicy("frame-ancestors 'none'", "frame-ancestors 'self'")],
    ['no other base', withPolicy("base-uri 'none'; ", '')],
    ['forms stay', withPolicy("form-action 'self'; ", '')],
    ['no markup from text', withPolicy("require-trusted-types-for 'script'; ", '')],
    ['one policy of trusted types at most', withPolicy('trusted-types worker', 'trusted-types worker other')],
    ['TLS for half a year', { 'strict-transport-security': 'max-age=86400' }],
    ['no referrer', { 'referrer-policy': 'origin' }],
    ['no guessing of types', { 'x-content-type-options': '' }],
    ['no other origin may load it', { 'cross-origin-resource-policy': 'cross-origin' }],
    ['no other window holds it', { 'cross-origin-opener-policy': 'unsafe-none' }],
    ['no powers that it has no use for', { 'permissions-policy': 'camera=*' }],
    ['no cookie', { 'set-cookie': 'a=b' }],
    ['no other origin may read it', { 'access-control-allow-origin': '*' }],
  ])('%s: a fault of it is found, and nothing else', (what, change) =>
    expect(shortcomings({ ...ALWAYS, ...change })).toEqual([what]),
  );
});
