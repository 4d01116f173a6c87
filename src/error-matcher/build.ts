/** Build time only: reads the messages of the fixes and stops a build whose messages would mislead. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { compileSignatures } from './compile.ts';
import type { FixErrors, Problem } from './types.ts';

/** The fixes of a folder of .mdx files, with the line of each message. Throws if front matter cannot be read. */
export function loadFixes(dir: string): FixErrors[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => readFix(join(dir, name), name.slice(0, -'.mdx'.length)));
}

function readFix(path: string, id: string): FixErrors {
  const file = relative(process.cwd(), path);
  const source = readFileSync(path, 'utf8');
  const end = source.indexOf('\n---', 3);
  if (!source.startsWith('---\n') || end < 0)
    throw new Error(`${file}:1: a fix begins with front matter between two lines of ---`);
  const lines = new LineCounter();
  const doc = parseDocument(source.slice(4, end + 1), { lineCounter: lines });
  const fault = doc.errors[0];
  if (fault) throw new Error(`${file}:${lines.linePos(fault.pos[0]).line + 1}: ${fault.message}`);
  const list = doc.get('errors');
  const items = isSeq(list) ? list.items : [];
  const errors: { text: string }[] = [];
  const at: number[] = [];
  for (const item of items) {
    const text = isMap(item) ? item.get('text') : isScalar(item) ? item.value : undefined;
    const range = isMap(item) || isScalar(item) ? item.range : undefined;
    const line = lines.linePos(range?.[0] ?? 0).line + 1;
    if (typeof text !== 'string') throw new Error(`${file}:${line}: an entry of errors is a message, or text and note`);
    errors.push({ text });
    at.push(line);
  }
  return { id, title: String(doc.get('title') ?? id), errors, file, lines: at };
}

/** Stops the build with all that is wrong with the messages of the fixes; in dev it only says so. */
export function checkErrors(dir = 'content/troubleshooting'): AstroIntegration {
  const check = () => compileSignatures(loadFixes(dir)).problems;
  return {
    name: 'check-errors',
    hooks: {
      'astro:build:start': () => {
        const problems = check();
        if (problems.length)
          throw new Error(
            `The messages of ${problems.length} fixes need work:\n${problems.map(printProblem).join('\n')}`,
          );
      },
      'astro:server:start': ({ logger }) => {
        for (const problem of check()) logger.warn(printProblem(problem));
      },
    },
  };
}

/** `content/troubleshooting/x.mdx:9: ...` */
export function printProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}
