/**
 * A note as plain Markdown for people and programs that read source: components become what they show.
 * `files` opens a file below content/, `changes` finds an entry of changes.yaml, `exampleOf` the example of a placeholder.
 */
export interface MarkdownSources {
  readonly file: (path: string) => string;
  readonly change: (id: string) => { was: string; now: string; since: string; why: string } | undefined;
  readonly language: (name: string) => string;
}

/** Title, messages of a fix, and the body with its components unfolded. */
export function toPlainMarkdown(
  page: { title: string; url: string; errors?: readonly string[] },
  body: string,
  sources: MarkdownSources,
): string {
  const messages = page.errors && page.errors.length > 0 ? `\`\`\`text\n${page.errors.join('\n')}\n\`\`\`\n\n` : '';
  return `# ${page.title}\n\nSource: ${page.url}\n\n${messages}${outsideFences(body, (text) => unfold(text, sources)).trim()}\n`;
}

function unfold(text: string, sources: MarkdownSources): string {
  return text
    .replace(/^(#{2,3} .*?)\s*\{#[\w-]+\}\s*$/gm, '$1')
    .replace(/^(\s*)<\/?(Steps|Sidenote)>\s*$/gm, '')
    .replace(/<\/?Sidenote>/g, '')
    .replace(/<Was>(.*?)<\/Was>/g, '`$1`')
    .replace(/<Aside\b[^>]*?title="([^"]*)"[^>]*>/g, '> **$1**\n>\n> ')
    .replace(/<\/Aside>/g, '')
    .replace(/<Danger\b([^>]*)\/>/g, (_, attributes: string) => danger(attributes))
    .replace(/<Changed id="([^"]+)"\s*\/>/g, (_, id: string) => {
      const change = sources.change(id);
      return change
        ? `> **Was:** ${change.was}\n> **Now:** ${change.now}\n> **Since:** ${change.since}\n> **Why:** ${change.why}`
        : '';
    })
    .replace(
      /<Example file="([^"]+)"\s*\/>/g,
      (_, path: string) => `\`\`\`${sources.language(path)}\n${sources.file(`examples/${path}`).trimEnd()}\n\`\`\``,
    )
    .replace(
      /<Figure file="([^"]+)" title="([^"]*)">([\s\S]*?)<\/Figure>/g,
      (_, path: string, title: string, caption: string) =>
        `*Figure: ${title}.* ${/<desc>([\s\S]*?)<\/desc>/.exec(sources.file(`diagrams/${path}`))?.[1] ?? ''} ${caption.trim()}`,
    );
}

function danger(attributes: string): string {
  const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  return `> **${value('title')}**\n>\n> Lost: ${value('lost')}\n> Look first: ${value('look')}\n> Undo: ${value('undo')}`;
}

function outsideFences(text: string, change: (text: string) => string): string {
  return text
    .split(/(^\s*```[\s\S]*?^\s*```\s*$)/m)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
