import type { Finding } from '../lib/finding.ts';
import { GENERAL_WORDS, GRAMMAR_WORDS } from './common-words.ts';
import { isNumberName } from './hole-kinds.ts';
import { findHits } from './match.ts';
import { inItsPlace, textOf } from './messages.ts';
import { isState, parsePattern, shapeOf } from './pattern.ts';
import type { Signature } from './signature.ts';
import { indexOf } from './signature-index.ts';
import { tokenise } from './tokens.ts';
import type { FixErrors, SignatureFile } from './types.ts';

/** One message of one fix, with the place that names it. */
interface Message {
  readonly fix: FixErrors;
  readonly text: string;
  /** As the fix says it: with words or fields without which it does not count. */
  readonly error: FixErrors['errors'][number];
  readonly file: string;
  readonly line: number;
}

/** What is wrong with the messages: duplicates, those that say too little, those that another fix's message answers. */
export function checkMessages(fixes: readonly FixErrors[], file: SignatureFile): Finding[] {
  const messages = fixes.flatMap((fix) =>
    fix.errors.map(
      (error, i): Message => ({
        fix,
        text: textOf(error),
        error,
        file: fix.file ?? fix.id,
        get line() {
          return fix.lineOf?.(i) ?? 1;
        },
      }),
    ),
  );
  const spread = countPairs(messages);
  const findings: Finding[] = [];
  const shapes = new Map<string, Message>();
  const report = ({ file: path, line }: Message, found: string, allowed: string, fix: string) =>
    findings.push({ file: path, line, found, allowed, fix });
  for (const message of messages) {
    const quoted = quote(message.text);
    const shape = shapeOf(message.text);
    const twin = shapes.get(shape);
    if (!twin) shapes.set(shape, message);
    if (twin && (twin.fix !== message.fix || twin.text === message.text)) {
      report(
        message,
        `${quoted} stands at ${place(twin)} already`,
        'a message that leads to one fix',
        'keep it in one, or write more of it in both',
      );
      continue;
    }
    if (
      tellingOf(message.text, spread) +
        (typeof message.error === 'string' ? 0 : message.error.within ? 2 : message.error.beside ? 1 : 0) <
      2
    ) {
      report(
        message,
        `${quoted} has fewer than two rare words and would match half of all logs`,
        'two rare words or more',
        'write more of the message as it is printed, or show it in the body only',
      );
      continue;
    }
    const winner = answerTo(message, file);
    if (winner && winner.fix !== file.fixes.findIndex(([id]) => id === message.fix.id)) {
      const other = messages.find(
        ({ fix, text }) => fix.id === file.fixes[winner.fix]?.[0] && text === winner.pattern.text,
      );
      report(
        message,
        `${quoted} is answered by ${quote(winner.pattern.text)} at ${other ? place(other) : '?'}`,
        'messages of which none is so general that it matches another',
        'write more of one of the two, or drop it',
      );
    }
    if (!winner)
      report(
        message,
        `${quoted} is not found when it is pasted as it is`,
        'a message that says enough to be found',
        'write more of the message',
      );
  }
  return findings;
}

/** The message that a paste of this one, with neutral values in its holes, would lead to. */
function answerTo({ text, error }: Message, file: SignatureFile): Signature | undefined {
  const index = indexOf(file);
  const message = isState(text) ? text.replaceAll(' ', '   ') : text;
  const filled = message.replace(/\{([A-Za-z][A-Za-z0-9 _-]*)\}/g, (_, name: string) =>
    isNumberName(name) ? '7' : `zz${name.replaceAll(' ', '')}`,
  );
  const paste = inItsPlace(error, filled);
  return findHits(paste, tokenise(paste, index.vocabulary), index)[0]?.signature;
}

/** How much a message tells: rare words and rare neighbours count one, words and neighbours of every log a half, a state two. */
function tellingOf(text: string, spread: ReadonlyMap<string, number>): number {
  const { words, names, gaps } = parsePattern(text);
  const plain = (word: string) => GRAMMAR_WORDS.has(word) || GENERAL_WORDS.has(word) || /^[a-z0-9]$/.test(word);
  const state = isState(text) && words.some((word) => !plain(word));
  let sum = state ? 2 : 0;
  [...new Set(words)].forEach((word) => {
    if (GENERAL_WORDS.has(word)) sum += 0.5;
    else if (!plain(word)) sum += names[words.indexOf(word)] || word.length > 14 ? 2 : 1;
  });
  words.forEach((word, i) => {
    const before = words[i - 1];
    if (before === undefined || gaps[i]?.holes.length || (spread.get(`${before} ${word}`) ?? 0) > MOST_PAIRS) return;
    sum += plain(word) && plain(before) && (spread.get(`${before} ${word}`) ?? 0) > 2 ? 0.5 : 1;
  });
  return sum;
}

/** Neighbours that stand in more fixes than this are no help. */
const MOST_PAIRS = 8;

function countPairs(messages: readonly Message[]): Map<string, number> {
  const seen = new Map<string, Set<string>>();
  for (const { fix, text } of messages) {
    const { words, gaps } = parsePattern(text);
    words.forEach((word, i) => {
      if (i === 0 || gaps[i]?.holes.length) return;
      const key = `${words[i - 1]} ${word}`;
      seen.set(key, (seen.get(key) ?? new Set()).add(fix.id));
    });
  }
  return new Map([...seen].map(([key, fixes]) => [key, fixes.size]));
}

const place = ({ file, line }: Message) => `${file}:${line}`;
const quote = (text: string) => `"${text.replace(/\s+/g, ' ')}"`;
