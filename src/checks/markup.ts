/** What MDX would run, and markup that STYLE.md leaves out: told with its line, where the build would fail with a stack trace. Pure. */
import { FENCE_WORDS, parseMeta } from '../content/fence-meta.ts';
import type { ParsedNote } from '../content/read-note.ts';
import type { Finding } from '../lib/finding.ts';
import { nearest } from '../lib/nearest.ts';

/** Expressions, imports, HTML, footnotes, prompts, and words behind a language that mean nothing. */
export function checkMarkup(note: ParsedNote): Finding[] {
  const finding = (line: number, found: string, allowed: string, fix: string): Finding => ({
    file: note.file,
    line,
    found,
    allowed,
    fix,
  });
  return [
    ...note.expressions
      .filter(({ text }) => !/^\s*\/\*[\s\S]*\*\/\s*$/.test(text))
      .map(({ text, line }) =>
        /^#[a-z]/.test(text)
          ? finding(line, `{${text}} outside of a heading`, '## Words {#id}', 'write a space behind ##')
          : finding(
              line,
              `{${text.trim().slice(0, 60)}}, which MDX would run as a program`,
              'braces in backticks',
              `write \`{${text.trim().slice(0, 60)}}\` in backticks`,
            ),
      ),
    ...note.prose
      .filter(
        ({ text }) =>
          /^(import|export)\s.+/m.test(text) &&
          /^(import\s.+from\s|import\s+['"]|export\s+(const|default|function|\{))/m.test(text),
      )
      .map(({ line }) => finding(line, 'an import or export', 'components without imports', 'take it out')),
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

function unknownWords(meta: string): string[] {
  const { words, values } = parseMeta(meta);
  return [...words, ...Object.keys(values)].filter((word) => !FENCE_WORDS.includes(word));
}
