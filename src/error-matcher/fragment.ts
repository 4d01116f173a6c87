import type { Alignment } from './align.ts';
import type { Signature } from './signature.ts';
import type { Tokens } from './tokens.ts';

/** Evidence below which a typed fragment is a question like any other. */
const TELLING = 5.5;
/** A fragment that begins so is a command, though messages quote commands too. */
const COMMANDS = new Set(['docker', 'kubectl', 'helm', 'sudo', 'docker-compose', 'compose', 'swarm']);

/** Whether the whole text is a piece of the message, word for word: what a person types who remembers it. */
export function isFragment(
  { pattern: { gaps, words, names } }: Signature,
  { at, score }: Alignment,
  tokens: Tokens,
): boolean {
  if (score < TELLING || tokens.ids.length !== at.length) return false;
  const start = at[0]?.[0] ?? 0;
  if (COMMANDS.has(words[start] ?? '') || (start > 0 && at.length < 3 && !names[start])) return false;
  return at.every(([word], i) => word === start + i && (i === 0 || !gaps[word]?.holes.length));
}

/** Whether the text is the message and nothing else, with values in its holes. */
export function isWholeText(
  { pattern: { gaps, words } }: Signature,
  { at }: Alignment,
  { ids, lines }: Tokens,
): boolean {
  const first = at[0]?.[1] ?? 0;
  const last = at[at.length - 1]?.[1] ?? 0;
  if (at.length < words.length || lines[first] !== lines[last]) return false;
  return (
    (first === 0 || (gaps[0]?.holes.length ?? 0) > 0) &&
    (last === ids.length - 1 || (gaps[words.length]?.holes.length ?? 0) > 0)
  );
}
