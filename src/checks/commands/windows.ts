/** PowerShell and cmd blocks to command lines: a splitter, not a grammar. Pure. */
import { splitWords, type Word } from './words.ts';

/** The simple commands of a PowerShell or cmd block, with those in `$( )`. */
export function parseWindows(code: string, lang: string): (readonly Word[])[] {
  const continued = lang === 'cmd' ? /\^[ \t]*\n/g : /`[ \t]*\n/g;
  const comment = lang === 'cmd' ? /^\s*(?:rem\b|::).*$/gim : /(^|\s)#.*$/gm;
  // A continuation becomes a blank and a mark, so that the lines still count.
  const text = code.replace(continued, ' \u0001').replace(comment, '');
  const commands: (readonly Word[])[] = [];
  let line = 0;
  for (const row of text.split('\n')) {
    for (const piece of pieces(row)) {
      const words = splitWords(escapeBackslashes(piece.replaceAll('\u0001', '\n')), line);
      const [first] = words;
      if (first) commands.push(first.text === '&' ? words.slice(1) : words);
    }
    line += 1 + (row.match(/\u0001/g)?.length ?? 0);
  }
  return commands;
}

/** Backslashes are folders here, not escapes. */
const escapeBackslashes = (text: string): string => text.replaceAll('\\', '\\\\');

/** Cuts at `|`, `;`, `&&` and `||` outside quotes, and takes `$( )` out as a piece of its own. */
function pieces(row: string): string[] {
  const inner: string[] = [];
  const flat = row.replace(/\$\(([^()]*)\)/g, (_, command: string) => {
    inner.push(command);
    return '$substitution';
  });
  const assigned = flat.replace(/^\s*\$[\w:]+\s*=\s*/, '');
  return [...(assigned.match(/(?:"[^"]*"|'[^']*'|&&|\|\||[^|;])+?(?=\||;|&&|$)/g) ?? []), ...inner]
    .map((piece) =>
      piece.replace(/^[|;&\s]+/, (lead) => (lead.includes('& ') && !lead.includes('&&') ? '& ' : '')).trim(),
    )
    .filter(Boolean);
}
