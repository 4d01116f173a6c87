/** A report as lines for a terminal. Pure. */
import { wrap } from './markdown.ts';
import type { FixReport, Report, ResultReport } from './report.ts';

export interface Screen {
  readonly columns: number;
  readonly colour: boolean;
  /** In front of addresses; '' for the path alone. */
  readonly site: string;
  /** All steps of the fix. */
  readonly all: boolean;
  /** Lines of the text; with one it goes without saying where the message stands. */
  readonly lines: number;
}

/** Steps shown unless all are asked for. */
const FIRST_STEPS = 3;
const LONGEST_LINE = 160;

export function screenOf(report: Report, screen: Screen): string[] {
  const [first, ...others] = report.fixes;
  const blocks = [
    first ? fixBlock(first, screen) : noteBlock(report, screen),
    others.length > 0
      ? [strong('Also in it', screen), ...others.flatMap((fix) => otherLines(fix, first!, screen))]
      : [],
    report.results.length > 0
      ? [
          ...(first ? [strong('Read on', screen)] : []),
          ...report.results.flatMap((result) => resultLines(result, screen)),
        ]
      : [],
  ].filter((block) => block.length > 0);
  return blocks.flatMap((block, index) => (index > 0 ? ['', ...block] : block));
}

function fixBlock(fix: FixReport, screen: Screen): string[] {
  const shown = screen.all ? fix.steps : fix.steps.slice(0, FIRST_STEPS);
  const left = fix.steps.length - shown.length;
  return [
    strong(fix.title, screen),
    ...(screen.lines > 1 ? [faint(`line ${fix.line}: ${cut(fix.lineText)}`, screen)] : []),
    '',
    ...wrap(fix.short, screen.columns),
    ...shown.flatMap((step, index) => ['', ...stepLines(`${index + 1}. `, step, screen)]),
    ...(left > 0 ? ['', `${left} more: notes --all, or the page`] : []),
    '',
    screen.site + fix.address,
  ];
}

function stepLines(mark: string, { text, commands }: FixReport['steps'][number], screen: Screen): string[] {
  const indent = ' '.repeat(mark.length);
  const [first = '', ...rest] = wrap(text, screen.columns, indent);
  return [
    mark + first.slice(indent.length),
    ...rest,
    ...commands.flatMap((command) => command.split('\n').map((line) => strong(`${indent}  ${line}`, screen))),
  ];
}

function otherLines(fix: FixReport, first: FixReport, screen: Screen): string[] {
  const why = fix.because === first.address ? ' (because of the first)' : fix.role === 'warning' ? ' (a warning)' : '';
  return [`  ${fix.title}${why}`, faint(`  ${screen.site}${fix.address}`, screen)];
}

function noteBlock({ corrections, results, missing }: Report, screen: Screen): string[] {
  const lines = [
    ...corrections.map(({ from, to }) => `"${from}" read as "${to}"`),
    ...(results.length > 0 && missing.length > 0
      ? [`nothing here says ${missing.map((word) => `"${word}"`).join(', ')}`]
      : []),
    ...(results.length > 0 && screen.lines > 1 ? ['No message that is known here; by its words:'] : []),
    ...(results.length === 0 ? ['Nothing is known here about that.'] : []),
  ];
  return lines.map((line) => faint(line, screen));
}

function resultLines({ title, headings, line, command, short, address }: ResultReport, screen: Screen): string[] {
  if (short)
    return [
      strong(`  ${title}`, screen),
      ...wrap(short, screen.columns, '    '),
      faint(`  ${screen.site}${address}`, screen),
    ];
  const text = line && cut(line.replace(/\s+/g, ' '));
  return [
    `  ${[title, ...headings].join(' > ')}`,
    ...(text ? (command ? [strong(`    ${text}`, screen)] : wrap(text, screen.columns, '    ').slice(0, 2)) : []),
    faint(`  ${screen.site}${address}`, screen),
  ];
}

const cut = (text: string): string => (text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE - 1)}…` : text);
const strong = (text: string, { colour }: Screen): string => (colour ? `\u001b[1m${text}\u001b[22m` : text);
const faint = (text: string, { colour }: Screen): string => (colour ? `\u001b[2m${text}\u001b[22m` : text);
