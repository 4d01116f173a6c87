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

/** All forms as one expression, which a text without any answers in an eighth of the time. */
const anyOf = new WeakMap<readonly ObsoleteForm[], RegExp>();

/** Whether one of the forms may stand in a text. */
function hasAny(code: string, forms: readonly ObsoleteForm[]): boolean {
  const known = anyOf.get(forms);
  if (known) return known.test(code);
  const sources = forms.flatMap(({ find }) => find.map(({ source }) => `(?:${source})`));
  // Groups have other numbers beside others, so a form that names one again is looked for by itself.
  const any = sources.some((source) => /\\[1-9]/.test(source)) ? /^/ : new RegExp(sources.join('|'), 'm');
  anyOf.set(forms, any);
  return any.test(code);
}

/** Each obsolete form that stands in a text, once. */
export function obsoleteIn(code: string, forms: readonly ObsoleteForm[]): Problem[] {
  if (forms.length === 0 || !hasAny(code, forms)) return [];
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
