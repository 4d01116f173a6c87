/** What the search page shows of a fix before it is opened. */
export interface FirstStep {
  /** The answer in short, as Markdown of one paragraph: words and `code`. */
  readonly short: string;
  /** The first step that has a command, likewise; and the command, with <PLACEHOLDERS>. */
  readonly step?: string;
  readonly code?: string;
}

/** Reads the answer in short and the first command from the Markdown of a fix. */
export function firstStep(body: string): FirstStep {
  const short = plain((/^\s*In short: ([\s\S]*?)\n\s*\n/.exec(body)?.[1] ?? '').trim());
  const fix = /\n## [^\n]*\{#fix\}\n([\s\S]*?)(?=\n## |$)/.exec(body)?.[1] ?? '';
  for (const step of fix.split(/\n(?=\d+\. )/)) {
    const text = /^\d+\. ([\s\S]*?)\n\s*\n/.exec(step)?.[1];
    const code = /\n( *)```sh[^\n]*\n([\s\S]*?)\n\1```/.exec(step);
    if (!text || !code) continue;
    const lines = (code[2] ?? '').split('\n').map((line) => line.slice((code[1] ?? '').length));
    return { short, step: plain(text), code: lines.join('\n') };
  }
  return { short };
}

/** One line, links as their words. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\s+/g, ' ');
}
