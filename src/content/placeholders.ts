/** A piece of code: plain text, or a placeholder by name with its example as text. */
export interface Part {
  readonly text: string;
  readonly name?: string;
}

const PLACEHOLDER = /<([A-Z][A-Z0-9_]*)>/g;

/** Names of the placeholders `<UPPER_CASE>` in a text, each once, in order. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

/** Cuts code at its placeholders. `exampleOf` gives the text shown for a name; without it the name stays as it is. */
export function splitPlaceholders(code: string, exampleOf: (name: string) => string | undefined): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of code.matchAll(PLACEHOLDER)) {
    const name = match[1] ?? '';
    if (match.index > from) parts.push({ text: code.slice(from, match.index) });
    parts.push({ text: exampleOf(name) ?? match[0], name });
    from = match.index + match[0].length;
  }
  if (from < code.length) parts.push({ text: code.slice(from) });
  return parts;
}
