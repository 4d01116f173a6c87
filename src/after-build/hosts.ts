/** The headers and the old addresses in the languages of hosts: `_headers` and `_redirects`, nginx, Caddy. Pure. */
import type { Redirect } from '../content/data.ts';
import { ALWAYS, CACHE, type FileType, HASHED, OTHER_TYPE, TYPES } from '../lib/headers.ts';
import { withBase } from '../lib/site-address.ts';

/** What every written file says first. */
const FROM = '# Written by "npm run hosts" from src/lib/headers.ts and content/redirects.yaml: change those.';

/** Old addresses of pages; those of headings live in the pages, since no browser sends what comes after #. */
const pagesOf = (redirects: readonly Redirect[]): readonly Redirect[] =>
  redirects.filter(({ from }) => !from.includes('#'));

/** Types with the endings that have them, of those kinds of files that fit. */
function endingsByType(fits: (kind: FileType) => boolean): Map<string, string[]> {
  const types = new Map<string, string[]>();
  for (const [ending, kind] of Object.entries(TYPES))
    if (fits(kind)) types.set(kind.type, [...(types.get(kind.type) ?? []), ending]);
  return types;
}

/** Types of text but for pages, to which every server gives a charset by itself. */
const texts = () => [...endingsByType(({ text, type }) => text && type !== 'text/html')];

/** A header as people write it: Cache-Control. */
const titled = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

/** `_headers` for Cloudflare and Netlify. Both join what two rules say of one header, so the pages' own caching, which is their default, is left to them. */
export function headersFile(base: string): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>): string =>
    [withBase(base, path), ...Object.entries(headers).map(([name, value]) => `  ${titled(name)}: ${value}`)].join('\n');
  return `${[rule('/*', ALWAYS), ...HASHED.globs.map((glob) => rule(glob, { 'cache-control': CACHE.hashed }))].join(
    '\n\n',
  )}\n`;
}

/** `_redirects` for Cloudflare and Netlify; where a host knows neither, the page at the old address leads on. */
export function redirectsFile(redirects: readonly Redirect[], base: string): string {
  return pagesOf(redirects)
    .map(({ from, to }) => `${withBase(base, from)} ${withBase(base, to)} 301\n`)
    .join('');
}

/** nginx: two maps and a server, to be included in `http`. */
export function nginxSite(redirects: readonly Redirect[], base: string): string {
  return `${FROM}

# What has a hash of its content in its name is kept for ever. A missing file is answered by 404.html, and its absence is not kept.
map $uri $notes_cache {
    default "${CACHE.page}";
    "~^${base}/${HASHED.pattern}" "${CACHE.hashed}";
}

# Old addresses. A browser takes the part after # along.
map $uri $notes_moved {
    default "";
${pagesOf(redirects)
  .map(({ from, to }) => `    "~^${withBase(base, from).replace(/\/$/, '/?')}$" "${withBase(base, to)}";`)
  .join('\n')}
}

server {
    # Pods with IPv6 addresses only: listen [::]:8080; (nginx does not start with it where the kernel has no IPv6).
    listen 8080;
    root /srv/site;
    index index.html;
    server_tokens off;
    absolute_redirect off;

    types {
${[...endingsByType(() => true)].map(([type, endings]) => `        ${type} ${endings.join(' ')};`).join('\n')}
    }
    default_type ${OTHER_TYPE};
    charset utf-8;
    charset_types ${texts()
      .map(([type]) => type)
      .join(' ')};

    # Packed at build time: npm run pack. brotli.conf adds the smaller of the two where nginx has the module.
    gzip_static on;
    gzip_vary on;
    include brotli*.conf;

    # Also with errors and unchanged files. One level only: a location with an add_header of its own would drop all of these.
${Object.entries(ALWAYS)
  .map(([name, value]) => `    add_header ${titled(name)} "${value}" always;`)
  .join('\n')}
    add_header Cache-Control $notes_cache always;

    if ($notes_moved) {
        return 301 $notes_moved;
    }
    location = /healthz {
        access_log off;
        return 200;
    }
${
  base === ''
    ? ''
    : `    location = / {
        return 302 ${base}/;
    }
`
}    error_page 403 404 =404 ${base}/404.html;
}
`;
}

/** Caddy: a file of its own; SITE_ADDRESS names the host, and with a host's name Caddy fetches a certificate. */
export function caddyfile(redirects: readonly Redirect[], base: string): string {
  return `${FROM}
{
	admin off
}

# Also with errors, which Caddy answers anew.
(always) {
	header {
${Object.entries(ALWAYS)
  .map(([name, value]) => `\t\t${titled(name)} "${value}"`)
  .join('\n')}
		-Server
	}
	header ?Vary Accept-Encoding
	header ?Content-Type ${OTHER_TYPE}
}

{$SITE_ADDRESS::8080} {
	root * {$SITE_ROOT:/srv/site}
	import always

	# What has a hash of its content in its name is kept for ever.
	@hashed path_regexp ^${base}/${HASHED.pattern}
	header @hashed Cache-Control "${CACHE.hashed}"
	@others not path_regexp ^${base}/${HASHED.pattern}
	header @others Cache-Control "${CACHE.page}"

	# Types of text with their charset, as every other host here sends them.
${texts()
  .map(
    ([type, endings], index) =>
      `\t@text${index} path ${endings.map((ending) => `*.${ending}`).join(' ')}\n\theader @text${index} Content-Type "${type}; charset=utf-8"`,
  )
  .join('\n')}

	respond /healthz 200
	@writing not method GET HEAD
	respond @writing 405
	@broken path_regexp \\x00
	respond @broken 400
${base === '' ? '' : `\tredir / ${base}/ 302\n`}${pagesOf(redirects)
  .map(({ from, to }) => `\tredir ${withBase(base, from)} ${withBase(base, to)} 301`)
  .join('\n')}

	# Packed at build time: npm run pack.
	file_server {
		precompressed br gzip
	}
	handle_errors {
		import always
		# Nobody keeps the absence of a file.
		header Cache-Control "${CACHE.page}"
		header Content-Type "text/html; charset=utf-8"
		rewrite * ${base}/404.html
		file_server
	}
}
`;
}

/** The files of deploy/ by their path there. */
export function deployFiles(redirects: readonly Redirect[], base: string): Readonly<Record<string, string>> {
  return {
    'nginx/site.conf': nginxSite(redirects, base),
    Caddyfile: caddyfile(redirects, base),
  };
}
