/** content/asks/*.yaml: for the address of a section, what readers type who have other words for it. Pure. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../lib/finding.ts';
import { nearest } from '../lib/nearest.ts';
import { ASK_SLOTS, askWords, MOST_ASKS } from '../search/index/field-slots.ts';
import type { ContentFile } from './content.ts';
import type { SiteMap } from './links.ts';

/** One phrase, and where it stands. */
export interface Ask {
  readonly url: string;
  readonly phrase: string;
  readonly file: string;
  readonly line: number;
}

/** The phrases of a file in their order, and what keeps it from being read. */
export function readAsks({ file, text }: ContentFile): { asks: Ask[]; findings: Finding[] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const asks: Ask[] = [];
  const findings: Finding[] = [];
  const lineAt = (offset = 0): number => counter.linePos(offset).line;
  const say = (offset: number | undefined, found: string, allowed: string, fix: string) =>
    findings.push({ file, line: lineAt(offset), found, allowed, fix });
  for (const error of document.errors)
    say(
      error.pos[0],
      `no valid YAML: ${error.message.split('\n')[0]}`,
      'addresses, each with a list of phrases',
      'quote a phrase that holds ": " or begins with a sign; each address once',
    );
  if (document.errors.length > 0 || document.contents === null) return { asks, findings };
  if (!isMap(document.contents))
    say(
      0,
      'no list of addresses',
      'addresses, each with a list of phrases',
      'write /docker/clean-up/#images: and its phrases below',
    );
  for (const { key, value } of isMap(document.contents) ? document.contents.items : []) {
    const url = isScalar(key) ? String(key.value) : '';
    const at = isScalar(key) ? key.range?.[0] : 0;
    if (!isSeq(value) || value.items.length === 0)
      say(
        at,
        `${url} without phrases`,
        'a list of what readers type',
        'write a phrase below it, with a dash, or take the address out',
      );
    for (const item of isSeq(value) ? value.items : []) {
      const offset = isScalar(item) ? item.range?.[0] : at;
      if (isScalar(item) && typeof item.value === 'string')
        asks.push({ url, phrase: item.value, file, line: lineAt(offset) });
      else say(offset, `${url}: a phrase that is no text`, 'words as readers type them', 'put it in quotes');
    }
  }
  return { asks, findings };
}

/** Every ask leads to a section of the site, is a phrase that can be found, and stands once. */
export function checkAsks(files: readonly ContentFile[], site: SiteMap): Finding[] {
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
          ...(words.length === 0
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
