/**
 * `npm run new -- fix "Port is already allocated"`, `npm run new -- task docker/containers "Copy files"`: a note from the template of
 * its type, and its file of asks. What is still to be written is what the checks find in it, and is printed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { slug } from '../src/checks/file-names.ts';
import { checkFiles } from '../src/checks/integration.ts';
import { siteMapOf } from '../src/checks/site-map.ts';
import { redirects } from '../src/content/data.ts';
import { contentFile, noteFiles } from '../src/content/files.ts';
import { readOutline } from '../src/content/read-note.ts';
import { formatFindings } from '../src/lib/finding.ts';
import { TOPICS } from '../src/topics.ts';

const TYPES = ['fix', 'task', 'concept', 'reference'];
const USAGE = 'write: npm run new -- fix "Title", or npm run new -- task docker/containers "Title"';

/** A note that is asked for; without a section the checks go on asking for one. */
export interface Asked {
  readonly type: string;
  readonly topic: string;
  readonly section: string | undefined;
  readonly title: string;
  readonly id: string;
}

/** Reads the words of the command: type, topic and section (of a fix: its area, or nothing), title. A text says what is wrong. */
export function readAsked(words: readonly string[]): Asked | string {
  const [type = '', ...rest] = words;
  if (!TYPES.includes(type)) return `the type "${type}"; allowed are ${TYPES.join(', ')}; ${USAGE}`;
  const place = type === 'fix' ? `troubleshooting${rest.length > 1 ? `/${rest[0]}` : ''}` : (rest[0] ?? '');
  const title = (rest[type === 'fix' && rest.length < 2 ? 0 : 1] ?? '').trim();
  if (rest.length > 2) return `more words than a place and a title; put the title in quotes; ${USAGE}`;
  const [topicId = '', section] = place.split('/');
  const allowed = TOPICS.filter(({ id }) => (id === 'troubleshooting') === (type === 'fix'));
  const topic = allowed.find(({ id }) => id === topicId);
  if (!topic) return `the topic "${topicId}"; allowed are ${allowed.map(({ id }) => id).join(', ')}; ${USAGE}`;
  const sections = topic.sections.map(({ id }) => id);
  if (section !== undefined && !sections.includes(section))
    return `${topicId} has no section "${section}"; allowed are ${sections.join(', ')}`;
  const id = slug(title);
  if (title.length < 3 || title.length > 90 || id === '')
    return `the title "${title}"; allowed are 3 to 90 characters, some of them letters a to z or digits, since its address is made of them; ${USAGE}`;
  return { type, topic: topicId, section, title, id };
}

/** The front matter of a new note; what only its writer knows is empty, so that the checks ask for it. */
export function matterFor({ type, section, title }: Asked, today: string, order: number): string {
  const own =
    type === 'fix'
      ? [`areas: [${section ?? 'choose'}]`, 'errors: []']
      : [`section: ${section ?? 'choose'}`, `order: ${order}`];
  const lines = [`title: ${JSON.stringify(title)}`, "description: ''", `type: ${type}`, ...own];
  return `---\n${[...lines, `reviewed: ${today}`, 'tools: []', 'sources:', '  notes: []', '  upstream: []'].join('\n')}\n---\n`;
}

/** The body of a template with its headings and components; each sentence, block and row of it becomes a note to the writer. */
export function bodyFor(template: string): string {
  const hint = (text: string): string => `{/* to write: ${text.trim()} */}`;
  return template
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^([ \t]*)```(\w+)[\s\S]*?```$/gm, (_, indent: string, lang: string) => `${indent}a block of ${lang}`)
    .split('\n')
    .map((line) => {
      if (line.trim() === '' || /^(#|<|\| -|\| Task)/.test(line)) return line;
      if (line.startsWith('|')) return `| ${hint('a row for each command')} | | |`;
      const [, lead = '', text = ''] = /^(\s*(?:\d+\. )?)(.*)$/.exec(line) ?? [];
      return lead + hint(text);
    })
    .join('\n')
    .replace(/^(## .*?)[ ]*(\{#.*\})\n(?=\n## |\n*$(?![\s\S]))/gm, (heading, title: string) => `${heading}\n${hint(title.slice(3))}\n`);
}

/** The next free place in a section, in tens. */
export function nextOrder(orders: readonly number[]): number {
  return (Math.floor(Math.max(0, ...orders) / 10) + 1) * 10;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = readAsked(process.argv.slice(2));
  const end = (fault: string): never => {
    console.error(fault);
    process.exit(2);
  };
  if (typeof asked === 'string') end(asked);
  const note = asked as Asked;
  const url = `/${note.topic}/${note.id}/`;
  const outlines = noteFiles()
    .map(contentFile)
    .map(({ file, text }) => readOutline(file, text));
  const dataOf = ({ matter }: (typeof outlines)[number]) => (matter.data ?? {}) as Record<string, unknown>;
  const same = outlines.find((other) => String(dataOf(other)['title']).toLowerCase() === note.title.toLowerCase());
  if (siteMapOf(outlines).has(url)) end(`${url} is a page already; choose another title, or change that page`);
  if (same) end(`${same.file} has the title "${note.title}" already; say what sets this page apart`);
  if (redirects().some(({ from }) => from === url)) end(`${url} is an old address in content/redirects.yaml; choose another title`);
  const root = join(import.meta.dirname, '..');
  const orders = outlines
    .filter((other) => other.topic === note.topic && dataOf(other)['section'] === note.section)
    .map((other) => Number(dataOf(other)['order'] ?? 0));
  const template = readFileSync(join(root, 'content', '_templates', `${note.type}.mdx`), 'utf8');
  const today = new Date().toISOString().slice(0, 10);
  const files = {
    [`content/${note.topic}/${note.id}.mdx`]: matterFor(note, today, nextOrder(orders)) + bodyFor(template),
    [`content/${note.topic}/${note.id}.asks.yaml`]: 'page:\n',
  };
  for (const [file, text] of Object.entries(files)) {
    if (existsSync(join(root, file))) end(`${file} is there already; remove it, or choose another title`);
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const names = Object.keys(files);
  console.log(`${names.join('\n')}\n\nStill to be written:\n\n${formatFindings(await checkFiles(names))}`);
  console.log(
    `\nNow: npm run dev shows it at ${url}; npm run check -- ${note.topic}/${note.id} until it is silent${note.type === 'fix' ? ', and a paste in tests/fixtures/pastes.json' : ''}.`,
  );
}
