/**
 * What MDN's HTTP Observatory takes points for, as far as a static site can fall short of it, and a little more; its own code is asked
 * by `npm run observatory`.
 */

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Half a year, in seconds. */
const HALF_A_YEAR = 15_768_000;

/** Directives of a policy by name. */
function directivesOf(policy: string): Map<string, string[]> {
  return new Map(
    policy
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .flatMap(([name, ...values]) => (name ? [[name.toLowerCase(), values] as const] : [])),
  );
}

const RULES: readonly (readonly [what: string, holds: (headers: Headers) => boolean])[] = [
  ['a policy that begins with nothing', (headers) => valuesOf(headers, 'default-src').join() === "'none'"],
  [
    'no unsafe word in the policy',
    (headers) => !/'unsafe-|'strict-dynamic'/.test(text(headers, 'content-security-policy')),
  ],
  [
    'no other host in the policy',
    (headers) => !/https?:|\*|\bdata:|\bblob:/.test(text(headers, 'content-security-policy')),
  ],
  [
    'no directive twice',
    (headers) => {
      const names = text(headers, 'content-security-policy')
        .split(';')
        .map((part) => part.trim().split(' ')[0]);
      return new Set(names).size === names.length;
    },
  ],
  ['in no frame', (headers) => valuesOf(headers, 'frame-ancestors').join() === "'none'"],
  ['no other base', (headers) => valuesOf(headers, 'base-uri').join() === "'none'"],
  ['forms stay', (headers) => valuesOf(headers, 'form-action').join() === "'self'"],
  ['no markup from text', (headers) => valuesOf(headers, 'require-trusted-types-for').join() === "'script'"],
  [
    'one policy of trusted types at most',
    (headers) => {
      const policies = valuesOf(headers, 'trusted-types');
      return policies.length === 1 && policies[0] !== '*' && !policies.includes("'allow-duplicates'");
    },
  ],
  [
    'TLS for half a year',
    (headers) => Number(/max-age=(\d+)/.exec(text(headers, 'strict-transport-security'))?.[1] ?? 0) >= HALF_A_YEAR,
  ],
  ['no referrer', (headers) => text(headers, 'referrer-policy') === 'no-referrer'],
  ['no guessing of types', (headers) => text(headers, 'x-content-type-options') === 'nosniff'],
  ['no other origin may load it', (headers) => text(headers, 'cross-origin-resource-policy') === 'same-origin'],
  ['no other window holds it', (headers) => text(headers, 'cross-origin-opener-policy') === 'same-origin'],
  [
    'no powers that it has no use for',
    (headers) =>
      ['camera', 'geolocation', 'microphone'].every((power) =>
        text(headers, 'permissions-policy').includes(`${power}=()`),
      ),
  ],
  ['no cookie', (headers) => headers['set-cookie'] === undefined],
  ['no other origin may read it', (headers) => headers['access-control-allow-origin'] === undefined],
];

const text = (headers: Headers, name: string): string => String(headers[name] ?? '');
const valuesOf = (headers: Headers, directive: string): string[] =>
  directivesOf(text(headers, 'content-security-policy')).get(directive) ?? [];

/** What an answer falls short of; nothing for one that is as tight as it can be. Header names in lower case. */
export const shortcomings = (headers: Headers): string[] =>
  RULES.flatMap(([what, holds]) => (holds(headers) ? [] : [what]));
