/** The headers of every answer, in one place: the preview server and the tests use them, and files for hosts are written from them. */

/** No inline code, nothing from another host; the search index is WebAssembly. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** Paths whose names hold a hash of their content. */
const HASHED = /^\/(_astro\/|pagefind\/[0-9a-f]{10}\/)/;

/** The headers for a site-relative path. */
export function headersFor(path: string): Record<string, string> {
  return {
    ...ALWAYS,
    'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
  };
}
