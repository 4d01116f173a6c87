/** Sentences: the words and signs that STYLE.md leaves out, links that lead nowhere, and obsolete forms outside of code. Pure. */
import type { ParsedNote } from '../content/read-note.ts';
import { type Finding, findingIn } from '../lib/finding.ts';
import { type ObsoleteForm, obsoleteIn } from './commands/obsolete.ts';

/** What is looked for, what it is called, what is allowed, and what to do; words in quotes are somebody else's and pass. */
const SIGNS: readonly (readonly [RegExp, string, string, string])[] = [
  [/\b(?:simply|oops|please)\b/i, 'a word that says nothing', 'plain sentences', 'leave it out'],
  [/(?:^|[.:;?] )Just (?=[a-z])/, 'a word that makes light of the task', 'plain sentences', 'leave "just" out'],
  [/!(?=\s|$)/, 'an exclamation mark', 'sentences that end with a full stop', 'end it with a full stop'],
  [/\p{Emoji_Presentation}/u, 'an emoji', 'words', 'say it in words'],
  [
    /\[[^\][]+\]\[[^\][]*\]/,
    'a link by reference whose target stands nowhere',
    '[words](/docker/clean-up/)',
    'write the address behind the words, in round brackets',
  ],
];

/** What is wrong with the sentences and headings of a note. */
export function checkProse(note: ParsedNote, forms: readonly ObsoleteForm[]): Finding[] {
  const { file, prose, sections, spans, tree } = note;
  const finding = findingIn(file);
  const was = new Set(spans.filter((span) => span.was).map(({ text }) => text));
  const sentences = prose.filter(({ text }) => !was.has(text));
  return [
    ...sentences.flatMap(({ text, line }) =>
      text.split('\n').flatMap((written, index) => {
        const own = written.replace(/"[^"]*"|“[^”]*”/g, '""');
        return SIGNS.flatMap(([sign, what, allowed, fix]) => {
          const match = sign.exec(own);
          return match ? [finding(line + index, `${what}: "${around(own, match.index)}"`, allowed, fix)] : [];
        });
      }),
    ),
    ...sections
      .filter(({ title }) => title.endsWith('?'))
      .map(({ title, line }) =>
        finding(
          line,
          `a question as a heading: ${title}`,
          'what the section does or holds',
          'name the task or the idea',
        ),
      ),
    ...sentences.flatMap(({ text, line }) =>
      obsoleteIn(text, forms).map((problem) => ({ ...problem, file, line: line + problem.line })),
    ),
    ...tree.children
      .filter(({ type }) => type === 'footnoteDefinition')
      .map(({ position }) =>
        finding(position?.start.line ?? 1, 'a footnote', 'a <Sidenote> before the paragraph', 'write it as one'),
      ),
  ];
}

/** A few words around a place, so that a writer finds it in a long line. */
function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 25), at + 25).trim();
}
