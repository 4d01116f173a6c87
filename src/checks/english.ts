/** English that nobody stops at: ledes that are too long, turns that are translated, conditions without an If. Pure. */
import type { Nodes, Paragraph } from 'mdast';
import { textOf } from '../content/first-step.ts';
import type { ParsedNote } from '../content/read-note.ts';
import { type Finding, findingIn } from '../lib/finding.ts';

/** Words that the first paragraph may have, code included: so the first command of a fix is on the first screen. */
export const LEDE_WORDS = 35;

/** Turns that are not English, and what to write; STYLE.md has the longer list. Words in quotes are somebody else's and pass. */
export const TURNS: readonly (readonly [RegExp, string])[] = [
  [/\bst(?:and(?:s|ing)?|ood)\b(?! for\b|-alone\b)/i, 'say "is", "is set", "comes before"'],
  [/\bl(?:ies?|ying)\b(?! dormant\b)/i, 'say "is", "are", "is kept in"'],
  [/\b(?:is|are) the matter of\b/i, 'say what does it: "for the image there are scanners"'],
  [/\bmend(?:s|ed|ing)?\b/i, 'say "correct" or "repair"'],
  [/\bbe rid of\b/i, 'say "remove"'],
  [/\bbelongs? into\b/i, 'say "belongs in"'],
  [/\b(?:an|no) own\b/i, 'say "one of its own"'],
  [/\bheld against\b/i, 'say "compared with"'],
  [/\bits books\b/i, 'say what is cleared'],
  [/\bspeaks? of\b/i, 'say "mentions"'],
  [/\bis told in\b/i, 'say "[the page] explains it"'],
  [/\bby likelihood\b/i, 'say "most likely first"'],
  [/\banew\b/i, 'say "again"'],
];

/** A step that states a condition as if it were a fact, and then a colon and what to do. */
const BARE_CONDITION = /^(?:It|You|They|There (?:is|are|was|were)|Nobody|Nothing|Both)\s[^.:?|]{2,110}: (?=[a-z`])/;

/** The same with any subject: up to five words before a verb, none of which begins a clause or a place. */
const STATED_CONDITION =
  /^(?!`[^`]* |(?:If|In|On|At|With|Without|For|From|As|After|Before|When|While|Once|Often|Leaving|Naming)\b)(?:(?!that|what|which|who|where|whether|how|why|when|if|as\b)[^\s".,:?|]+ ){1,5}(?:is|are|was|were|has|have|does|do|did|works?|fails?|says?|lists?)(?: not)? [^.:?|]{2,110}: (?=[A-Za-z`])/;

/** What a reader would stumble over. */
export function checkEnglish(note: ParsedNote): Finding[] {
  const { file, tree } = note;
  const finding = findingIn(file);
  const first = tree.children.find(({ type }) => type === 'paragraph' || type === 'heading');
  const words = first?.type === 'paragraph' ? plain(first).split(' ').length : 0;
  const lineOf = (node: Nodes) => node.position?.start.line ?? 1;
  return [
    ...(first && words > LEDE_WORDS
      ? [
          finding(
            lineOf(first),
            `a lede of ${words} words`,
            `${LEDE_WORDS} at most`,
            'say what the reader gets, and move the rest into a paragraph of its own',
          ),
        ]
      : []),
    ...written(note).flatMap((part) =>
      part.text.split('\n').flatMap((words, index) => {
        const own = words.replace(/"[^"]*"|“[^”]*”/g, '""');
        return TURNS.flatMap(([turn, fix]) => {
          const match = turn.exec(own);
          return match
            ? [
                finding(
                  part.line + index,
                  `a turn that is not English: "${around(own, match.index)}"`,
                  'plain English',
                  fix,
                ),
              ]
            : [];
        });
      }),
    ),
    ...(note.topic === 'troubleshooting' ? stepsOf(tree) : []).flatMap((step) =>
      BARE_CONDITION.test(plain(step)) || STATED_CONDITION.test(plain(step))
        ? [
            finding(
              lineOf(step),
              `a condition that reads as a fact: "${plain(step).slice(0, 60)}"`,
              'If, an observable fact, a comma, what to do',
              'begin the step with If',
            ),
          ]
        : [],
    ),
  ];
}

/** All that a writer has written in sentences: the page's, its title and description, and those in components. */
function written({ prose, matter, components }: ParsedNote): readonly { text: string; line: number }[] {
  const data = (matter.data ?? {}) as Record<string, unknown>;
  return [
    ...prose,
    ...['title', 'description'].flatMap((key) =>
      typeof data[key] === 'string'
        ? [
            {
              text: data[key],
              get line() {
                return matter.lineOf([key]);
              },
            },
          ]
        : [],
    ),
    ...components.flatMap(({ attributes, line }) =>
      Object.values(attributes).flatMap((text) => (text ? [{ text: text.replace(/`[^`]*`/g, '``'), line }] : [])),
    ),
  ];
}

/** The first paragraph of each step of a numbered list, at any depth. */
function stepsOf(node: Nodes): Paragraph[] {
  if (!('children' in node)) return [];
  const own =
    node.type === 'list' && node.ordered
      ? node.children.flatMap(({ children }) => children.slice(0, 1).filter((child) => child.type === 'paragraph'))
      : [];
  return [...own, ...node.children.flatMap((child) => stepsOf(child as Nodes))];
}

const plain = (node: Nodes): string => textOf(node).replace(/\s+/g, ' ').trim();

/** A few words around a place, so that a writer finds it in a long line. */
const around = (text: string, at: number): string => text.slice(Math.max(0, at - 25), at + 25).trim();
