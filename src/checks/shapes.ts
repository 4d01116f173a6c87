import { isCommandLine } from '../content/command-line.ts';
import { SHELLS } from '../content/fence-meta.ts';
import type { ParsedNote } from '../content/read-note.ts';
import type { Finding } from '../lib/finding.ts';

const FIX_SECTIONS = ['fix', 'check', 'symptom', 'cause', 'prevent'];

/** A reader who reads one sentence of a fix can run what it ends in. */
function checkShortAnswer({ tree, file }: ParsedNote): Finding[] {
  const opening = tree.children.find((node) => node.type === 'paragraph');
  const last = opening?.children.findLast((node) => node.type !== 'text' || node.value !== '.');
  if (last?.type === 'inlineCode' && isCommandLine(last.value)) return [];
  return [
    {
      file,
      line: opening?.position?.start.line ?? 1,
      found: 'a short answer that does not end in a command',
      allowed: 'one that ends in what to run: `docker ps --filter publish=8080`',
      fix: 'end it in the command that repairs, or in the one that shows that a changed file is right',
    },
  ];
}

/** Each type of page keeps its shape, so that readers know where to look. */
export function checkShape(source: ParsedNote): Finding[] {
  const data = source.matter.data as { type?: unknown } | undefined;
  const headings = source.sections.slice(1);
  const ids = headings.map(({ id }) => id);
  const fail = (found: string, allowed: string, fix: string): Finding[] => [
    { file: source.file, line: source.matter.lineOf(['type']), found, allowed, fix },
  ];
  switch (data?.type) {
    case 'concept':
      return headings.filter(({ depth }) => depth === 2).length < 2
        ? fail(
            'a concept with fewer than two sections',
            'two or more h2',
            'cut the idea into its parts, or make this a section of another page',
          )
        : [];
    case 'task': {
      const hasCommand =
        source.fences.some(({ lang }) => SHELLS[lang]) || source.components.some(({ name }) => name === 'Example');
      return [
        ...(hasCommand
          ? []
          : fail(
              'a task without a command or a file',
              'a shell block or an <Example>',
              'show what to type, or make it a concept',
            )),
        ...(ids.includes('check')
          ? []
          : fail(
              'a task without a section {#check}',
              'a section that shows how to see that it worked',
              'add "## Check {#check}"',
            )),
      ];
    }
    case 'reference':
      return source.hasTable
        ? []
        : fail('a reference without a table', 'a table', 'put what is looked up into a table, or change the type');
    case 'fix': {
      const order = ids.filter((id) => id !== undefined && FIX_SECTIONS.includes(id));
      return [
        ...(order.join() === FIX_SECTIONS.join()
          ? []
          : fail(
              `the sections ${order.join(', ') || '(none)'}`,
              `${FIX_SECTIONS.join(', ')}, in this order`,
              'compare with content/_templates/fix.mdx',
            )),
        ...checkShortAnswer(source),
      ];
    }
    default:
      return [];
  }
}
