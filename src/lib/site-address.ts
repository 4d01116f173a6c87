/** Where the site is put up: the host that absolute addresses name, and the path below which all of it is. Pure. */

export interface SiteAddress {
  /** Scheme and host without a slash at the end; undefined where nobody has said it. */
  readonly url: string | undefined;
  /** Empty at the root of a host, else such as `/notes`. */
  readonly base: string;
}

/** One part of a path: what needs no escaping anywhere an address is written. */
const PART = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/;

/** The address from SITE_URL and BASE_PATH; slashes at the ends are put right, anything that cannot be meant is refused in one sentence. */
export function siteAddress(siteUrl = '', basePath = ''): SiteAddress {
  return { url: hostOf(siteUrl.trim()), base: baseOf(basePath.trim()) };
}

/** What was typed is at fault, and no line of code: there is no stack to show. */
const fault = (message: string): Error => Object.assign(new Error(message), { stack: '' });

function hostOf(given: string): string | undefined {
  if (given === '') return undefined;
  const refuse = (why: string): never => {
    throw fault(`SITE_URL=${given}: ${why}; allowed is a scheme and a host, such as https://example.org`);
  };
  if (!/^https?:\/\//i.test(given)) refuse('it does not begin with https:// or http://');
  if (!URL.canParse(given)) refuse('it is no address');
  const { origin, pathname, username, password } = new URL(given);
  if (username !== '' || password !== '') refuse('it holds a name or a password');
  if (/[?#]/.test(given)) refuse('it has a query or a fragment');
  if (pathname !== '/') refuse(`its path belongs in BASE_PATH=${pathname}`);
  return origin;
}

function baseOf(given: string): string {
  const parts = given.split('/').filter(Boolean);
  const wrong = parts.find((part) => !PART.test(part));
  if (wrong !== undefined || given.includes('//'))
    throw fault(
      `BASE_PATH=${given}: ${wrong === undefined ? 'it has an empty part' : `"${wrong}" is no part of a plain path`}; allowed are letters, digits and . _ ~ - between slashes, such as /notes/`,
    );
  return parts.map((part) => `/${part}`).join('');
}

/** From the root of the site; `//host` is another one. */
const IN_SITE = /^\/(?!\/)/;

/** An address of the site below a base: `/docker/` becomes `/notes/docker/`; other hosts and `#parts` stay as they are. */
export const withBase = (base: string, address: string): string => (IN_SITE.test(address) ? base + address : address);

/** The same with the host, where one is known. */
export const wholeAddress = ({ url, base }: SiteAddress, address: string): string =>
  IN_SITE.test(address) ? `${url ?? ''}${withBase(base, address)}` : address;

/** What `withBase` was given: the address as the notes, the search and the list of permanent addresses write it. */
export const withoutBase = (base: string, address: string): string =>
  address === base ? '/' : address.startsWith(`${base}/`) ? address.slice(base.length) : address;
