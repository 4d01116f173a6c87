/** The site's data on disk: what the terminal program reads in place of fetching. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FirstStep } from '../error-matcher/first-step.ts';
import { matchText } from '../error-matcher/match.ts';
import type { PasteMatch, SignatureFile } from '../error-matcher/types.ts';
import { type Engine, getJson, openEngine } from '../search/engine/engine.ts';
import { FILES } from '../search/format/files.ts';
import { type RecordText, readText } from '../search/format/record-text.ts';
import type { SiteFile } from '../search/format/site-data.ts';

/** What the build says about itself, in terminal/about.json. */
export interface About {
  readonly name: string;
  readonly version: string;
  /** Where the site stands; '' if the build did not know. */
  readonly url: string;
}

export interface Data {
  readonly about: About;
  /** Fixes whose messages a text holds, best first. */
  match(text: string): Promise<PasteMatch[]>;
  readonly engine: () => Promise<Engine>;
  readonly stepOf: (id: string) => Promise<FirstStep | undefined>;
  /** A page as Markdown, by its path such as `/docker/clean-up/`; undefined if there is none. */
  page(path: string): Promise<string | undefined>;
  /** Headings of a section, from the h2 down, by its address; undefined if it is no section of the search. */
  headings(address: string): Promise<readonly string[] | undefined>;
}

/** Opens the folder of a built site (or of the package, which has the same files). Files are read when they are needed; a missing one rejects. */
export async function openData(root: string): Promise<Data> {
  const file = (path: string): string => join(root, path);
  const json = async <T>(path: string): Promise<T> => JSON.parse(await readFile(file(path), 'utf8')) as T;
  const fetchFile = async (path: string): Promise<Response> => new Response(new Uint8Array(await readFile(file(path))));
  return {
    about: await json<About>('terminal/about.json'),
    match: async (text) => matchText(text, await json<SignatureFile>('search/signatures.json')),
    engine: () => openEngine('pagefind/', fetchFile),
    stepOf: (id) => getJson<FirstStep>(`search/steps/${id}.json`, fetchFile).catch(() => undefined),
    page: (path) =>
      /^(?:\/[a-z0-9][a-z0-9-]*)+\/$/.test(path)
        ? readFile(file(`${path.slice(0, -1)}.md`), 'utf8').catch(() => undefined)
        : Promise.resolve(undefined),
    headings: async (address) => {
      const { build, pages } = await json<SiteFile>(`pagefind/${FILES.site}`);
      const count = pages.reduce((sum, [, lengths]) => sum + lengths.length, 0);
      for (let record = 0; record < count; record += 1) {
        const text: RecordText = readText(await json(`pagefind/${FILES.text(build, record)}`));
        if (text.url === address) return text.headings;
      }
      return undefined;
    },
  };
}
