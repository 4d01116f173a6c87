/** What MDX would run, and markup that STYLE.md leaves out: told with its line, where the build would fail with a stack trace. Pure. */
import { FENCE_WORDS, parseMeta, SHELLS } from '../content/fence-meta.ts';
import type { Fence, ParsedNote } from '../content/read-note.ts';
import { type Finding, findingIn } from '../lib/finding.ts';
import { nearest } from '../lib/nearest.ts';

/** Expressions, imports, HTML, footnotes, prompts, and words behind a language that mean nothing. */
export function checkMarkup(note: ParsedNote): Finding[] {
  const finding = findingIn(note.file);
  return [
    ...note.expressions.flatMap(({ text, line }) => {
      const hint = /^\s*\/\* to write: ([\s\S]*?)\s*\*\/\s*$/.exec(text)?.[1];
      return hint === undefined
        ? []
        : [finding(line, `still to be written: ${hint}`, 'the text itself', 'write it in place of the comment')];
    }),
    ...note.expressions
      .filter(({ text }) => !/^\s*\/\*[\s\S]*\*\/\s*$/.test(text))
      .map(({ text, line }) =>
        /^(?:import|export)\s/.test(text)
          ? finding(line, 'an import or export', 'components without imports', 'take it out')
          : finding(
              line,
              `{${text.trim().slice(0, 60)}}, which MDX would run as a program`,
              'braces in backticks',
              `write \`{${text.trim().slice(0, 60)}}\` in backticks`,
            ),
      ),
    ...note.prose
      .filter(({ text }) => /\[\^[\w-]+\]/.test(text))
      .map(({ line }) => finding(line, 'a footnote', 'a <Sidenote> before the paragraph', 'write it as one')),
    ...note.fences.flatMap((fence) => [
      ...promptsIn(fence.code, fence.lang).map((index) =>
        finding(
          fence.line + index,
          `a prompt: ${fence.code.split('\n')[index]?.trim()}`,
          'what is typed, and nothing else',
          'leave the prompt out',
        ),
      ),
      ...linesOf(fence).map(([index, found, allowed, fix]) => finding(fence.line + index, found, allowed, fix)),
      ...unknownWords(fence.meta).map((word) => {
        const near = nearest(word, FENCE_WORDS);
        return finding(
          fence.line - 1,
          `"${word}" behind \`\`\`${fence.lang}`,
          FENCE_WORDS.join(', '),
          near ? `did you mean ${near}?` : 'take it out',
        );
      }),
    ]),
  ];
}

function promptsIn(code: string, lang: string): number[] {
  if (!['sh', 'powershell', 'cmd'].includes(lang)) return [];
  return code.split('\n').flatMap((line, index) => (/^\s*(\$ |PS [A-Z]:\\|[A-Z]:\\[^ ]*>)/.test(line) ? [index] : []));
}

/** Where a line of code would wrap on any screen, strings aside, which cannot be broken. */
const WIDEST = 130;

/** What single lines of a block must not be: the line's number, what was found, what is allowed, what to do. */
function linesOf({ code, lang, meta }: Fence): (readonly [number, string, string, string])[] {
  const isShell = lang in SHELLS;
  return code.split('\n').flatMap((line, index) => {
    const found: (readonly [number, string, string, string])[] = [];
    if (lang === 'sh' && /^\s*# (?:sudo |docker |kubectl |helm )[a-z]/.test(line))
      found.push([
        index,
        `a command behind a #, which a shell skips: ${line.trim()}`,
        'what is typed; comments in words',
        'leave the # out if it is a prompt, or begin the comment with another word',
      ]);
    if (/^(powershell|cmd)$/.test(lang) && /\s\\$/.test(line))
      found.push([
        index,
        `a backslash at the end of a line of ${SHELLS[lang]}, which does not join lines`,
        lang === 'cmd' ? 'a ^ at the end of the line' : 'a backtick at the end of the line',
        lang === 'cmd' ? 'write ^ for it' : 'write ` for it',
      ]);
    const bracket = isShell ? /(?<=\s)\[[A-Z][A-Z_-]+\]/.exec(line.replace(/'[^']*'|"[^"]*"/g, '""'))?.[0] : undefined;
    if (bracket)
      found.push([
        index,
        `${bracket}, which is typed as it stands`,
        'commands that can be copied; placeholders such as <FILE>',
        `write <${bracket.slice(1, -1).replaceAll('-', '_')}>, or leave it out`,
      ]);
    const length = line.replace(/'[^']*'|"[^"]*"/g, '""').length;
    if (isShell && length > WIDEST)
      found.push([
        index,
        `a line of ${length} characters, quoted texts aside`,
        `${WIDEST} at most, 70 if it can be`,
        `break it with ${lang === 'sh' ? '\\' : lang === 'cmd' ? '^' : '`'} before an option`,
      ]);
    const placeholder = /<[A-Z][A-Z0-9_]+>/.exec(line)?.[0];
    if (placeholder && /^(yaml|json|dockerfile|toml|ini)$/.test(lang) && !meta.includes('plain='))
      found.push([
        index,
        `the placeholder ${placeholder} in a file, where nothing fills it in`,
        'values such as shop/api:1.4',
        'write an example value',
      ]);
    return found;
  });
}

function unknownWords(meta: string): string[] {
  const { words, values } = parseMeta(meta);
  return [...words, ...Object.keys(values)].filter((word) => !FENCE_WORDS.includes(word));
}
