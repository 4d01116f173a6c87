/** How a value is written into a command, so that the shell reads it as one word. Pure. */

/** Signs that no shell gives a meaning to. */
const PLAIN = /^[\w@%+=:,./~-]*$/;
/** One word in quotes that end where it ends. */
const WHOLE = /^(?:'[^']*'|"(?:[^"\\]|\\[\s\S])*")$/;

/**
 * A value as it has to be written behind `before`, the text of the command that precedes it. Quoted only where it needs to be;
 * what a reader has put in quotes is left as it is, and what names a variable is quoted so that it still is one.
 */
export function quoted(value: string, before = ''): string {
  const open = openQuote(before);
  if (open === "'") return value.replaceAll("'", `'\\''`);
  if (open === '"') return value.replace(/["`\\]/g, '\\$&');
  if (PLAIN.test(value) || WHOLE.test(value)) return value;
  if (/\$[\w{(]/.test(value)) return `"${value.replace(/["`\\]/g, '\\$&')}"`;
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

/** The quote that is open at the end of a text. */
function openQuote(text: string): string {
  let open = '';
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? '';
    if (sign === '\\' && open !== "'") i++;
    else if (open === '' && sign === '#' && /(?:^|[\s;&|(])$/.test(text.slice(Math.max(0, i - 1), i))) {
      // The apostrophe of a comment opens nothing.
      const end = text.indexOf('\n', i);
      if (end < 0) break;
      i = end;
    } else if (sign === open) open = '';
    else if (open === '' && (sign === '"' || sign === "'")) open = sign;
  }
  return open;
}
