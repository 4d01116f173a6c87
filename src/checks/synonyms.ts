/** The thesaurus: each entry of content/synonyms.yaml is one that the search can read, told with its line. Pure. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { ContentFile } from '../content/files.ts';
import type { Finding } from '../lib/finding.ts';

const FORMS: Readonly<Record<string, string>> = {
  same: 'two words or more, with commas between: svc, service',
  means: 'say: and find:, each with words: { say: wipe, find: remove }',
};

/** What is wrong with the entries. */
export function checkSynonyms({ file, text }: ContentFile): Finding[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const finding = (at: unknown, found: string, allowed: string, fix: string): Finding => ({
    file,
    line: counter.linePos((at as Node | null)?.range?.[0] ?? 0).line,
    found,
    allowed,
    fix,
  });
  if (document.errors.length > 0)
    return document.errors.map(({ pos, message }) => ({
      ...finding(
        null,
        `no valid YAML: ${message.split('\n')[0]}`,
        'the lists same and means',
        'close quotes and brackets',
      ),
      line: counter.linePos(pos[0]).line,
    }));
  if (!isMap(document.contents))
    return [finding(null, 'no lists', 'the lists same and means', 'write "same:" and its entries below')];
  return document.contents.items.flatMap(({ key, value }): Finding[] => {
    const name = String(key);
    const form = FORMS[name];
    if (form === undefined)
      return [finding(key, `unknown key ${name}`, 'same, means', 'move its entries to one of the two')];
    if (!isSeq(value)) return [finding(key, `${name} is no list`, form, 'begin each entry with a dash')];
    return value.items
      .filter((entry) =>
        name === 'same'
          ? !isScalar(entry) || wordsOf(entry.value) < 2
          : !isMap(entry) || entry.items.length !== 2 || ['say', 'find'].some((part) => wordsOf(entry.get(part)) < 1),
      )
      .map((entry) => finding(entry, `an entry of ${name} that cannot be read`, form, 'write it in this form'));
  });
}

const wordsOf = (value: unknown): number =>
  typeof value === 'string' ? value.split(',').filter((word) => word.trim() !== '').length : 0;
