/**
 * What goes with every answer, in one table: the preview server reads it, and hosts.ts writes it down for Cloudflare, Netlify,
 * nginx and Caddy. Pure.
 */

/**
 * No inline code, nothing from another host. Markup is never made from text: Trusted Types refuse it, and the one policy that may
 * exist names the script of a service worker, an address that no reader can change.
 */
const POLICY: readonly (readonly [directive: string, value: string])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self'"],
  ['connect-src', "'self'"],
  ['worker-src', "'self'"],
  ['manifest-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
  ['require-trusted-types-for', "'script'"],
  ['trusted-types', 'worker'],
  ['frame-ancestors', "'none'"],
];

/** Directives that a browser heeds in a header only. */
const HEADER_ONLY: ReadonlySet<string> = new Set(['frame-ancestors']);

const written = (policy: typeof POLICY): string =>
  policy.map(([directive, value]) => `${directive} ${value}`).join('; ');

/** The policy as a header. */
export const CONTENT_SECURITY_POLICY = written(POLICY);

/** The policy as an element of every page, for hosts that send no headers. */
export const META_POLICY = written(POLICY.filter(([directive]) => !HEADER_ONLY.has(directive)));

/** With every answer, whatever it is. Browsers heed strict-transport-security over TLS only, so that a plain preview is no trap. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** How long a browser may use a file without asking: what has a hash of its content in its name, for ever. */
export const CACHE = {
  page: 'public, max-age=0, must-revalidate',
  hashed: 'public, max-age=31536000, immutable',
} as const;

/** Paths whose names hold a hash of their content: a pattern, and the same as hosts write it in `_headers`. */
export const HASHED = {
  pattern: '(_astro|pagefind/[0-9a-f]{10})/',
  globs: ['/_astro/*', '/pagefind/:build/*'],
} as const;

const hashed = new RegExp(`^/${HASHED.pattern}`);

/** Whether the name of a file holds a hash of its content, by its path from the root of the site. */
export const isHashed = (path: string): boolean => hashed.test(path);

/** The headers for a path from the root of the site; a missing file is asked for as `/404.html`, so that nobody keeps its absence. */
export function headersFor(path: string): Record<string, string> {
  return { ...ALWAYS, 'cache-control': isHashed(path) ? CACHE.hashed : CACHE.page };
}

/** A kind of file by the ending of its name; text is sent compressed and as UTF-8. */
export interface FileType {
  readonly type: string;
  readonly text: boolean;
}

/** Every ending that the site holds; what is not listed is a download. */
export const TYPES: Readonly<Record<string, FileType>> = {
  html: { type: 'text/html', text: true },
  js: { type: 'text/javascript', text: true },
  css: { type: 'text/css', text: true },
  json: { type: 'application/json', text: true },
  webmanifest: { type: 'application/manifest+json', text: true },
  svg: { type: 'image/svg+xml', text: true },
  xml: { type: 'application/xml', text: true },
  txt: { type: 'text/plain', text: true },
  md: { type: 'text/markdown', text: true },
  yaml: { type: 'text/plain', text: true },
  png: { type: 'image/png', text: false },
  zip: { type: 'application/zip', text: false },
};

/** Downloads. */
export const OTHER_TYPE = 'application/octet-stream';

/** The Content-Type of a file by its name. */
export function contentType(name: string): string {
  const own = TYPES[/\.(\w+)$/.exec(name)?.[1] ?? ''];
  return own === undefined ? OTHER_TYPE : own.text ? `${own.type}; charset=utf-8` : own.type;
}

/** Whether a file is worth compressing, by its name. Pieces of the search index are compressed as they lie there. */
export const isText = (name: string): boolean => TYPES[/\.(\w+)$/.exec(name)?.[1] ?? '']?.text === true;
