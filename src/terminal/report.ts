/** What is known about a text, as data: what `--json` prints and what the words on the screen are made from. */
import type { PasteMatch } from '../error-matcher/types.ts';
import { filledText, valuesOf } from '../error-matcher/values.ts';
import { answer } from '../search/engine/answer.ts';
import { bestLine } from '../search/query/excerpt.ts';
import type { Data } from './data.ts';
import { plainText, readMarkdown, type Step, stepsOf } from './markdown.ts';

export interface Report {
  /** Known messages of the text, the one to begin with first. */
  readonly fixes: readonly FixReport[];
  readonly results: readonly ResultReport[];
  /** Words that were read as others, and words that nothing here holds. */
  readonly corrections: readonly { from: string; to: string }[];
  readonly missing: readonly string[];
}

export interface FixReport {
  readonly title: string;
  readonly address: string;
  readonly role: PasteMatch['role'];
  /** Address of the fix of which this one is a consequence. */
  readonly because?: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** From 1; the line where the message begins. */
  readonly line: number;
  readonly lineText: string;
  /** What the message said of its variable parts, by placeholder. */
  readonly values: Readonly<Record<string, string>>;
  readonly short: string;
  /** With the values in place. */
  readonly steps: readonly Step[];
}

export interface ResultReport {
  readonly title: string;
  readonly headings: readonly string[];
  readonly address: string;
  readonly kind: string;
  /** The line that holds most of the words, and whether it is a command. */
  readonly line?: string;
  readonly command?: boolean;
  /** Of a fix that comes first: its answer in short. */
  readonly short?: string;
}

/** Looks a text up: a log, a message, a question. At most so many results, those that a fix answers left out. */
export async function reportOn(text: string, data: Data, most: number): Promise<Report> {
  const [engine, matches] = await Promise.all([data.engine(), data.match(text)]);
  const { outcome, texts, found, step } = await answer({ engine, matches, stepOf: data.stepOf }, { text, show: most });
  const keys = new Set(found.keys);
  const shown = outcome.groups.slice(0, most).flatMap(({ records }) => records);
  return {
    fixes: await Promise.all(matches.map((match) => fixReport(match, data))),
    results: shown.flatMap((record, place): ResultReport[] => {
      const own = texts.get(record);
      if (!own) return [];
      const line = bestLine(own.lines, keys);
      return [
        {
          title: own.title,
          headings: own.headings,
          address: own.url,
          kind: own.kind,
          ...(line && { line: line.text, command: line.kind === 'code' }),
          ...(place === 0 && matches.length === 0 && step && { short: plainText(readMarkdown(step.short)) }),
        },
      ];
    }),
    corrections: found.corrections,
    missing: found.missing,
  };
}

async function fixReport(match: PasteMatch, data: Data): Promise<FixReport> {
  const [step, page] = await Promise.all([data.stepOf(match.id), data.page(match.url)]);
  const values = valuesOf(match.holes);
  const filled = (text: string): string => filledText(text, values);
  return {
    title: match.title,
    address: match.url,
    role: match.role,
    ...(match.because && { because: `/troubleshooting/${match.because}/` }),
    confidence: match.confidence,
    line: match.line,
    lineText: match.lineText.trim(),
    values,
    short: step ? filled(plainText(readMarkdown(step.short))) : '',
    steps: page
      ? stepsOf(readMarkdown(page)).map(({ text, commands }) => ({ text, commands: commands.map(filled) }))
      : [],
  };
}
