/** How well a search answers judged questions: where the first right section stands among what the page shows. Build-time only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of tests/search/ on which weights are found: questions that were typed for this search, and titles of threads that strangers began elsewhere. */
export const LEARNT = ['questions', 'titles'] as const;
/** All of them: those that are held back judge, and nothing is found on them. */
export const SETS = [...LEARNT, 'held-back'] as const;
export type QuestionSet = (typeof SETS)[number];

/** A question as somebody typed it, with the addresses that answer it: a section's, or a page's for its opening. */
export interface Question {
  readonly set: QuestionSet;
  readonly q: string;
  readonly style: string;
  readonly urls: readonly string[];
}

export interface Score {
  readonly n: number;
  readonly first: number;
  readonly three: number;
  /** Mean reciprocal rank among ten. */
  readonly mrr: number;
  /** A section of a right page is among the first three. */
  readonly page3: number;
}

interface QuestionFile {
  readonly queries: readonly (Omit<Question, 'set'> & { readonly since?: readonly string[] })[];
}

/** Results beyond these are not looked at. */
const DEEPEST = 10;
const FOLDER = join(import.meta.dirname, '../../../tests/search');

/** Questions of strangers that judge the search; `since` are right answers among pages that were written after a set was judged. Those without an answer here are left out. */
export function judgedQuestions(options: { since?: boolean; sets?: readonly QuestionSet[] } = {}): Question[] {
  return (options.sets ?? SETS).flatMap((set) =>
    (JSON.parse(readFileSync(join(FOLDER, `${set}.json`), 'utf8')) as QuestionFile).queries
      .map(({ q, style, urls, since = [] }) => ({
        set,
        q,
        style,
        urls: options.since === false ? urls : [...urls, ...since],
      }))
      .filter(({ urls }) => urls.length > 0),
  );
}

/** Where each question's first right section and first right page stand, from 1; 0 beyond ten. */
export function placesOf(question: Question, shown: readonly string[]): { section: number; page: number } {
  const list = shown.slice(0, DEEPEST);
  const pages = new Set(question.urls.map(pageOf));
  return {
    section: list.findIndex((url) => question.urls.includes(url)) + 1,
    page: list.findIndex((url) => pages.has(pageOf(url))) + 1,
  };
}

const pageOf = (url: string): string => url.split('#')[0]!;

/** Scores of a list of questions by what is shown for each. */
export function scoreOf(questions: readonly Question[], shown: (question: Question) => readonly string[]): Score {
  const sum = { first: 0, three: 0, mrr: 0, page3: 0 };
  for (const question of questions) {
    const { section, page } = placesOf(question, shown(question));
    if (section === 1) sum.first += 1;
    if (section >= 1 && section <= 3) sum.three += 1;
    if (section >= 1) sum.mrr += 1 / section;
    if (page >= 1 && page <= 3) sum.page3 += 1;
  }
  const share = (value: number): number => Math.round((1000 * value) / Math.max(1, questions.length)) / 1000;
  return {
    n: questions.length,
    first: share(sum.first),
    three: share(sum.three),
    mrr: share(sum.mrr),
    page3: share(sum.page3),
  };
}
