/** Holds the phrases of the .asks.yaml files against the site. Pure. */
import { type Ask, readAsks } from '../content/asks.ts';
import type { ContentFile } from '../content/files.ts';
import type { Finding } from '../lib/finding.ts';
import { nearest } from '../lib/nearest.ts';
import { ASK_SLOTS, askWords, MOST_ASKS } from '../search/query/field-slots.ts';
import { isSmall } from '../search/query/tokens.ts';
import type { SiteMap } from './site-map.ts';

/** Every ask leads to a section of the site, is a phrase that can be found, stands once, and is none of the questions that judge the search. */
export function checkAsks(files: readonly ContentFile[], site: SiteMap, judged: readonly string[] = []): Finding[] {
  const judges = new Map(judged.map((question) => [letters(question), question]));
  const read = files.map(readAsks);
  const seen = new Map<string, Ask>();
  const count = new Map<string, number>();
  return [
    ...read.flatMap(({ findings }) => findings),
    ...read
      .flatMap(({ asks }) => asks)
      .flatMap((ask): Finding[] => {
        const finding = (found: string, allowed: string, fix: string): Finding => ({
          file: ask.file,
          line: ask.line,
          found,
          allowed,
          fix,
        });
        const words = askWords(ask.phrase);
        const key = [...words].sort().join(' ');
        const first = seen.get(key);
        seen.set(key, first ?? ask);
        const own = (count.get(ask.url) ?? 0) + 1;
        count.set(ask.url, own);
        return [
          ...(own === 1 ? checkAddress(ask.url, site, finding) : []),
          ...(/\S[.!]$/.test(ask.phrase.trim())
            ? [finding(`"${ask.phrase}" ends like a sentence`, 'words as they are typed', 'leave the last sign out')]
            : []),
          ...(words.every(isSmall)
            ? [
                finding(
                  `"${ask.phrase}" holds no word that is searched`,
                  'a phrase with a noun or a verb',
                  'say what is looked for',
                ),
              ]
            : []),
          ...(words.length > ASK_SLOTS
            ? [
                finding(
                  `"${ask.phrase}" has ${words.length} words that count`,
                  `${ASK_SLOTS} at most, grammar aside`,
                  'say it shorter, or as two phrases',
                ),
              ]
            : []),
          ...(first && words.length > 0
            ? [
                finding(
                  `"${ask.phrase}" says the same as "${first.phrase}" of ${first.url} (${first.file}:${first.line})`,
                  'each phrase once',
                  'leave it to the section that answers better',
                ),
              ]
            : []),
          ...(judges.has(letters(ask.phrase))
            ? [
                finding(
                  `"${ask.phrase}" is a question that judges the search (tests/search/)`,
                  'phrases that the search may learn from',
                  'say it as another reader would',
                ),
              ]
            : []),
          ...(own === MOST_ASKS + 1
            ? [
                finding(
                  `more than ${MOST_ASKS} phrases for ${ask.url}`,
                  `${MOST_ASKS} at most`,
                  'keep those that differ most',
                ),
              ]
            : []),
        ];
      }),
  ];
}

/** A phrase without case and signs. */
const letters = (phrase: string): string =>
  phrase
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function checkAddress(
  url: string,
  site: SiteMap,
  finding: (found: string, allowed: string, fix: string) => Finding,
): Finding[] {
  const [page = '', id] = url.split('#');
  if (!site.has(page)) {
    const near = nearest(page, site.keys());
    return [
      finding(
        `phrases for ${url}`,
        'a page of this site',
        near ? `did you mean ${near}?` : 'see /contents/ for all pages',
      ),
    ];
  }
  const ids = site.get(page);
  if (id === undefined || !ids || ids.has(id)) return [];
  const near = nearest(id, ids);
  return [
    finding(
      `phrases for ${url}`,
      `an id of ${page}: ${[...ids].join(', ')}`,
      near ? `did you mean ${page}#${near}?` : 'name the page, or one of its headings',
    ),
  ];
}
