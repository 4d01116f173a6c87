/** The obsolete forms of changes.yaml, looked for in code. Pure. */
import type { Problem } from '../../lib/finding.ts';

export interface ObsoleteForm {
  readonly id: string;
  readonly now: string;
  readonly find: readonly RegExp[];
}

/** Compiles the `find` of the entries; throws naming the entry when one is no regular expression. */
export function compileForms(
  changes: readonly { id: string; now: string; find?: readonly string[] | undefined }[],
): ObsoleteForm[] {
  return changes.flatMap(({ id, now, find = [] }) => {
    if (find.length === 0) return [];
    return [{ id, now, find: find.map((text) => compile(id, text)) }];
  });
}

/** Each obsolete form that stands in a text, once. */
export function obsoleteIn(code: string, forms: readonly ObsoleteForm[]): Problem[] {
  return forms.flatMap(({ id, now, find }) => {
    const match = find.map((form) => form.exec(code)).find(Boolean);
    if (!match) return [];
    const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
    return [
      {
        line: code.slice(0, start).split('\n').length - 1,
        found: `an obsolete form, "${match[0].trim().replace(/\s+/g, ' ')}"`,
        allowed: `what holds now: ${now}`,
        fix: `write it the new way; where readers know the old one, set <Changed id="${id}" />, or <Was>...</Was> in a sentence`,
      },
    ];
  });
}

function compile(id: string, text: string): RegExp {
  try {
    return new RegExp(text, 'm');
  } catch (error) {
    throw new Error(
      `content/changes.yaml, entry ${id}: "${text}" is no regular expression: ${error instanceof Error ? error.message : error}`,
    );
  }
}
