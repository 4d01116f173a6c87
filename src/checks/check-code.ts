/** All checks of one note's code, over its text. Pure once the grammar is loaded. */
import type { Parser } from 'web-tree-sitter';
import { parseMeta, SHELLS } from '../content/fence-meta.ts';
import { type Page, type PageFence, readPage } from '../content/page.ts';
import type { Finding } from '../lib/finding.ts';
import { type Block, readBlock, readSpan } from './commands/block.ts';
import type { Call } from './commands/call.ts';
import { destroys } from './commands/destructive.ts';
import { type ObsoleteForm, obsoleteIn } from './commands/obsolete.ts';
import { fillPlaceholders, undeclared, unsetVariables } from './commands/placeholders.ts';
import { retiresFlag } from './commands/retired.ts';
import { checkTemplates } from './commands/templates.ts';
import { isUnknownFlag } from './commands/tools.ts';
import { checkTools } from './commands/tools-claimed.ts';
import { checkFile } from './files/fence.ts';
import type { Problem } from './problem.ts';

/** What the checks know besides the page. */
export interface Knowledge {
  readonly parser: Parser;
  /** Placeholders of values.yaml with their examples. */
  readonly examples: ReadonlyMap<string, string>;
  readonly forms: readonly ObsoleteForm[];
}

export interface CheckedPage {
  readonly findings: readonly Finding[];
  /** Calls in blocks that are not marked wrong, and in inline code. */
  readonly calls: readonly {
    readonly call: Call;
    readonly line: number;
    readonly section: number;
    readonly inline: boolean;
  }[];
  readonly page: Page | undefined;
  readonly counts: { readonly shell: number; readonly files: Readonly<Record<string, number>> };
}

/** Checks every fence, span and string of a note. */
export function checkPage(file: string, text: string, known: Knowledge): CheckedPage {
  const findings: Finding[] = [];
  const report = (line: number, { line: offset, ...problem }: Problem): void =>
    void findings.push({ file, line: line + offset, ...problem });
  let page: Page;
  try {
    page = readPage(text);
  } catch (error) {
    const { line = 1, reason = String(error) } = error as { line?: number; reason?: string };
    return {
      findings: [
        {
          file,
          line,
          found: `no valid MDX: ${reason}`,
          allowed: 'Markdown; < and { outside of backticks start code',
          fix: 'put code in backticks, close every component',
        },
      ],
      calls: [],
      page: undefined,
      counts: { shell: 0, files: {} },
    };
  }
  const names = new Set(known.examples.keys());
  const calls: { call: Call; line: number; section: number; inline: boolean }[] = [];
  const files: Record<string, number> = {};
  const blocks = page.fences
    .filter(({ lang }) => SHELLS[lang])
    .map((fence) => ({
      fence,
      block: readBlock(known.parser, fillPlaceholders(fence.code, known.examples), fence.lang),
    }));
  const assigned = new Set(blocks.flatMap(({ block }) => [...block.assigned]));
  for (const { fence, block } of blocks) {
    const meta = parseMeta(fence.meta);
    const wrong = [...block.problems, ...obsoleteIn(fence.code, known.forms), ...checkTemplates(block.calls)];
    for (const problem of undeclared(fence.code, names)) report(fence.line, problem);
    if (meta.values['wrong'] !== undefined) {
      if (wrong.length === 0)
        report(fence.line, {
          line: 0,
          found: `a block marked wrong="${meta.values['wrong']}" in which nothing is wrong`,
          allowed: 'wrong="..." for commands that the check refuses',
          fix: 'leave the mark out, or show the mistake itself',
        });
      continue;
    }
    for (const problem of wrong) report(fence.line, problem);
    if (meta.values['where'] === undefined)
      for (const problem of unsetVariables(block.used, assigned, names)) report(fence.line, problem);
    for (const call of block.calls)
      calls.push({ call, line: fence.line + call.line, section: fence.section, inline: false });
    for (const problem of unguarded(block, page, fence.section)) report(fence.line, problem);
  }
  for (const fence of page.fences) if (!SHELLS[fence.lang]) checkFence(fence, known, files, report);
  for (const span of page.spans) {
    const block = readSpan(known.parser, fillPlaceholders(span.text, known.examples));
    const wrong = [
      ...(block?.problems ?? []),
      ...obsoleteIn(span.text, known.forms),
      ...checkTemplates(block?.calls ?? []),
    ];
    for (const problem of undeclared(span.text, names)) report(span.line, problem);
    if (span.was) {
      if (wrong.length === 0 && !isUnknownFlag(span.text) && !retiresFlag(span.text))
        report(span.line, {
          line: 0,
          found: `<Was> around "${span.text}", which is neither refused by the check nor in content/changes.yaml`,
          allowed: 'an obsolete form',
          fix: 'take <Was> away, or add a `find` for it to content/changes.yaml',
        });
      continue;
    }
    for (const problem of wrong) report(span.line, problem);
    for (const call of block?.calls ?? []) calls.push({ call, line: span.line, section: span.section, inline: true });
    if (span.inTable && block) for (const problem of unguarded(block, page, span.section)) report(span.line, problem);
  }
  findings.push(...checkTools(file, page, calls));
  return { findings, calls, page, counts: { shell: blocks.length, files } };
}

function checkFence(
  fence: PageFence,
  known: Knowledge,
  files: Record<string, number>,
  report: (line: number, problem: Problem) => void,
): void {
  const { kind, problems } = checkFile(fence);
  if (kind) files[kind] = (files[kind] ?? 0) + 1;
  for (const problem of problems) report(fence.line, problem);
  if (!['output', 'text'].includes(fence.lang) && parseMeta(fence.meta).values['wrong'] === undefined)
    for (const problem of obsoleteIn(fence.code, known.forms)) report(fence.line, problem);
}

function unguarded(block: Block, page: Page, section: number): Problem[] {
  if (page.dangers.has(section)) return [];
  return block.calls.flatMap((call) => {
    const loses = destroys(call);
    // `kubectl drain` alone, in a table that compares words, destroys nothing.
    if (
      !loses ||
      (call.args.length === 0 && call.flags.length === 0 && /(delete|drain|rm|rmi|uninstall)$/.test(call.path))
    )
      return [];
    return [
      {
        line: call.line,
        found: `${call.written} loses ${loses}, and no caution stands in this section`,
        allowed: 'a <Danger> between the same two headings',
        fix: '<Danger title="..." lost="..." look="..." undo="..." />: what is lost, how to look first, how to undo',
      },
    ];
  });
}
