/** Where a reader reports a mistake: an address with places for the page, set at build time. Pure. */

/** What may stand in REPORT_URL. */
const PLACES = /\{(\w+)\}/g;
const KNOWN = ['page', 'title'];

/** REPORT_URL as it was given, or undefined where there is none; anything that cannot be meant is refused in one sentence. */
export function reportTemplate(given = ''): string | undefined {
  const text = given.trim();
  if (text === '') return undefined;
  const refuse = (why: string): never => {
    throw new Error(
      `REPORT_URL=${text}: ${why}; allowed is an https: or mailto: address with {page} and {title} in it, such as https://example.org/new?title={title}&body={page}`,
    );
  };
  if (!/^(https:\/\/|mailto:)/.test(text)) refuse('it begins with neither https:// nor mailto:');
  const places = [...text.matchAll(PLACES)].map((match) => match[1]!);
  const unknown = places.find((place) => !KNOWN.includes(place));
  if (unknown !== undefined) refuse(`{${unknown}} is not known`);
  if (!places.includes('page')) refuse('it has no {page}, and nobody would know what is reported');
  if (!URL.canParse(text.replace(PLACES, 'x'))) refuse('it is no address');
  return text;
}

/** The address for a page: its own address and its title, escaped, in their places. */
export const reportAddress = (template: string, page: string, title: string): string =>
  template.replace(PLACES, (_, place: string) => encodeURIComponent(place === 'page' ? page : title));
