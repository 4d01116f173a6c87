/**
 * Cuts a shell block into its commands, each with the comment lines above it: a line goes on after a backslash, an open
 * quote, an open here-document or an open loop. Blocks are short and checked by a real grammar elsewhere; this is for copying.
 */
export function commandsOf(code: string): string[] {
  const commands: string[] = [];
  let current: string[] = [];
  let marker: string | undefined;
  let depth = 0;
  for (const line of code.split('\n')) {
    current.push(line);
    if (marker) {
      if (line.trim() === marker) marker = undefined;
    } else {
      marker = /<<-?\s*['"]?(\w+)['"]?/.exec(line)?.[1];
      depth +=
        count(line, /(^|[;&|]\s*|\s)(if|do|case|\{)(?=\s|$)/g) -
        count(line, /(^|[;&|]\s*)(fi|done|esac|\})(?=\s|;|$)/g);
    }
    const open =
      marker || depth > 0 || /\\$/.test(line) || /(\||&&)\s*$/.test(line) || hasOpenQuote(current.join('\n'));
    if (open || /^\s*(#.*)?$/.test(line)) continue;
    commands.push(current.join('\n').replace(/^\n+/, ''));
    current = [];
  }
  const rest = current.join('\n').trim();
  if (rest && commands.length > 0 && rest.startsWith('#')) commands[commands.length - 1] += `\n${rest}`;
  else if (rest) commands.push(rest);
  return commands;
}

function count(line: string, pattern: RegExp): number {
  return [...line.replace(/(["']).*?\1/g, '').matchAll(pattern)].length;
}

function hasOpenQuote(text: string): boolean {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '\\' && quote !== "'") i++;
    else if (quote) quote = char === quote ? '' : quote;
    else if (char === '#' && (i === 0 || /\s/.test(text[i - 1] ?? ''))) {
      const end = text.indexOf('\n', i);
      if (end < 0) return false;
      i = end;
    } else if (char === '"' || char === "'") quote = char;
  }
  return quote !== '';
}
