/** The site in a terminal: `docker compose up 2>&1 | notes`, `notes port already allocated`, `notes show /docker/clean-up/`. */
import { type Asked, readArguments, UsageError } from './arguments.ts';
import { type Data, openData } from './data.ts';
import { readMarkdown, render, sectionOf } from './markdown.ts';
import { reportOn } from './report.ts';
import { screenOf } from './screen.ts';

/** What the program touches of its process. */
export interface Terminal {
  /** The standard input, or undefined when it is a keyboard. */
  readonly input: AsyncIterable<Uint8Array> | undefined;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly columns: number;
  readonly colour: boolean;
}

/** As grep has them: something was found, nothing was, the call or the program failed. */
export const EXIT = { found: 0, nothing: 1, failed: 2 } as const;

/** Of a longer log the end is read: that is where it broke. */
const MOST_TEXT = 1_000_000;

const HELP = `Usage: COMMAND 2>&1 | notes        the fix for what COMMAND printed
       notes WORDS...              notes and fixes for a message or a question
       notes show ADDRESS          a page, or one section of it: /docker/clean-up/#all

  -a, --all          all steps of the fix, not the first three
  -n, --results N    at most N notes (5)
      --json         as JSON
  -h, --help
  -v, --version

Words that begin with a dash go after --. Nothing leaves this machine.
Exit code: 0 something was found, 1 nothing was, 2 the call was wrong or the data cannot be read.
`;

/** Runs the program on the data in a folder; resolves to its exit code. */
export async function main(words: readonly string[], root: string, terminal: Terminal): Promise<number> {
  try {
    const asked = readArguments(words);
    if (asked.what === 'help') return said(HELP, terminal);
    const data = await openData(root);
    if (asked.what === 'version') return said(`${data.about.name} ${data.about.version}\n`, terminal);
    if (asked.what === 'show') return await show(asked.text, data, terminal);
    return await search(asked, data, terminal);
  } catch (error) {
    const usage = error instanceof UsageError;
    terminal.error(
      `notes: ${error instanceof Error ? error.message : String(error)}\n${usage ? 'notes --help says more\n' : ''}`,
    );
    return EXIT.failed;
  }
}

function said(text: string, { out }: Terminal): number {
  out(text);
  return EXIT.found;
}

async function search(asked: Asked, data: Data, terminal: Terminal): Promise<number> {
  const text = asked.text !== '' ? asked.text : await read(terminal);
  if (text.trim() === '') throw new UsageError('there is nothing to look up: the input was empty');
  const report = await reportOn(text, data, asked.results);
  const { columns, colour } = terminal;
  const lines = text.trimEnd().split('\n').length;
  terminal.out(
    asked.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : `${screenOf(report, { columns, colour, site: data.about.url, all: asked.all, lines }).join('\n')}\n`,
  );
  return report.fixes.length + report.results.length > 0 ? EXIT.found : EXIT.nothing;
}

/** All of the input, or its end if it is long. */
async function read({ input, error }: Terminal): Promise<string> {
  if (!input) throw new UsageError('there is nothing to look up: pipe a log in, or say words');
  const decoder = new TextDecoder();
  let text = '';
  let cut = false;
  for await (const bytes of input) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length <= 2 * MOST_TEXT) continue;
    text = text.slice(-MOST_TEXT);
    cut = true;
  }
  if (text.length > MOST_TEXT || cut)
    error(`notes: only the last ${MOST_TEXT.toLocaleString('en')} characters are read\n`);
  return text.slice(-MOST_TEXT);
}

async function show(address: string, data: Data, terminal: Terminal): Promise<number> {
  const { path, id } = partsOf(address);
  const page = await data.page(path);
  if (page === undefined) {
    terminal.error(`notes: there is no page ${path}; "notes ${path.replace(/\W+/g, ' ').trim()}" searches for it\n`);
    return EXIT.nothing;
  }
  const tree = readMarkdown(page);
  const headings = id === '' ? undefined : await data.headings(`${path}#${id}`);
  const section = headings && sectionOf(tree, headings);
  if (id !== '' && !section) terminal.error(`notes: ${path} has no section #${id}; here is the whole page\n`);
  const nodes = section ?? tree.children;
  terminal.out(`${render(nodes, page, terminal.columns).join('\n')}\n`);
  return EXIT.found;
}

/** Path and fragment of an address, written with its host or without, with slashes or without. */
function partsOf(address: string): { path: string; id: string } {
  const [, rest = '', id = ''] = /^(?:https?:\/\/[^/]+)?([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(address) ?? [];
  const path = rest.replace(/\.md$/, '').replace(/^\/|\/$/g, '');
  return { path: path === '' ? '/' : `/${path}/`, id };
}
