/** Which fixes are proved by their recording, held to the site's own matcher: from committed files alone. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { signaturesOf } from '../src/checks/messages.ts';
import { parsedNotes } from '../src/content/files.ts';
import { matchText } from '../src/error-matcher/match.ts';
import { fits } from '../src/recordings/check.ts';
import { readRecording } from '../src/recordings/files.ts';
import { namesFirst, type Proof, proofOf } from '../src/recordings/provoked.ts';
import { REASONS, type Reason } from '../src/recordings/types.ts';
import { readNoteFor } from './note.ts';
import { PROJECT } from './paths.ts';
import { readSetup } from './setup.ts';

/** `usage`: the fault was in what was typed, and another command worked. */
export type Provoked = { readonly id: string } & (
  | { readonly state: 'proved'; readonly usage: boolean }
  | { readonly state: 'failed'; readonly why: readonly string[]; readonly proof: Proof }
  | { readonly state: 'not provoked'; readonly why: string }
);

/** Every fix with its proof, or why it has none. */
export function allProofs(): Provoked[] {
  const file = signaturesOf(parsedNotes());
  return readdirSync(join(PROJECT, 'content', 'troubleshooting'))
    .filter((name) => name.endsWith('.mdx'))
    .map((name): Provoked => {
      const id = name.slice(0, -4);
      const page = `troubleshooting/${id}`;
      const { provoke } = readSetup(page);
      if (typeof provoke !== 'object')
        return { id, state: 'not provoked', why: provoke ? REASONS[provoke as Reason] : 'no fault written yet' };
      const note = readNoteFor(page);
      const own = !provoke.check && !provoke.usage;
      const shown = own ? note.blocks.find(({ at }) => at === 'out:check') : undefined;
      const proof = proofOf(readRecording(page), shown && ((runs) => fits(shown, runs)));
      if (!proof) return { id, state: 'not provoked', why: 'not recorded yet' };
      const matches = matchText(proof.message, file);
      const why = [
        ...(namesFirst(id, matches) || namesFirst(id, matchText(proof.copied, file))
          ? []
          : [
              `its message leads to ${matches[0]?.id ?? 'nothing'}: ${proof.message
                .split('\n')
                .find((line) => line.trim() !== '')
                ?.slice(0, 160)}`,
            ]),
        ...(proof.failedBefore || (proof.afterwards !== undefined && !namesFirst(id, matchText(proof.afterwards, file)))
          ? []
          : ['the check holds before the fix']),
        ...(proof.holdsAfter ? [] : ['the check fails after the fix']),
      ];
      return why.length === 0
        ? { id, state: 'proved', usage: provoke.usage === true }
        : { id, state: 'failed', why, proof };
    });
}

/** proofs [--all]: how many fixes are provoked, and what is wrong with the others. */
export function proofs(words: readonly string[] = []): void {
  const all = allProofs();
  const count = (state: Provoked['state']): number => all.filter((one) => one.state === state).length;
  console.log(
    `fixes: ${all.length}, provoked ${count('proved')}, faults that prove nothing yet ${count('failed')}, without a fault ${count('not provoked')}`,
  );
  if (words.includes('--brief')) return;
  for (const one of all) if (one.state === 'failed') console.log(`${one.id}\n    ${one.why.join('\n    ')}`);
  const reasons = Map.groupBy(
    all.filter((one) => one.state === 'not provoked'),
    (one) => (one.state === 'not provoked' ? one.why : ''),
  );
  for (const [reason, ones] of reasons) console.log(`not provoked, ${reason}: ${ones.map(({ id }) => id).join(' ')}`);
}
