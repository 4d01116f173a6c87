/** What the checker proved about a block or a file, for the quiet mark beside it. Build-time only. */

import { loadKnowledge } from './checks/build-commands.ts';
import { readBlock } from './checks/commands/block.ts';
import { destroys } from './checks/commands/destructive.ts';
import { fillPlaceholders } from './checks/commands/placeholders.ts';
import { ROOTS } from './checks/commands/tools.ts';
import { checkExample } from './checks/files/examples.ts';
import { checkFile } from './checks/files/fence.ts';
import { parseMeta, SHELLS } from './content/fence-meta.ts';

export interface Marks {
  readonly tools: readonly { readonly tool: string; readonly version: string }[];
  /** Checked calls of recorded tools. */
  readonly calls: number;
  readonly destructive: boolean;
}

const NOTHING: Marks = { tools: [], calls: 0, destructive: false };
const cache = new Map<string, Promise<Marks>>();
let knowledge: ReturnType<typeof loadKnowledge> | undefined;

/** What a file kind was held against, where that has a version. */
const KINDS: Readonly<Record<string, { tool: string; version: string }>> = {
  Kubernetes: { tool: 'Kubernetes', version: ROOTS.get('kubectl')?.version ?? '' },
  Compose: { tool: 'compose', version: ROOTS.get('docker')?.children.get('compose')?.version ?? '' },
};

/** The marks of a fence: the tools that its calls, or its file, were checked against. */
export function describeBlock(code: string, lang: string, meta = ''): Promise<Marks> {
  return remember(`${lang} ${meta}\n${code}`, async () => {
    if (!SHELLS[lang])
      return markOf(
        lang === 'output' || lang === 'text' ? undefined : checkFile({ lang, meta, code, line: 1, section: 0 }).kind,
      );
    if (parseMeta(meta).values['wrong'] !== undefined) return NOTHING;
    knowledge ??= loadKnowledge();
    const { parser, examples } = await knowledge;
    const { calls } = readBlock(parser, fillPlaceholders(code, examples), lang);
    const tools = new Map(calls.map(({ tool, version }) => [tool, version]));
    return {
      tools: [...tools].map(([tool, version]) => ({ tool, version })),
      calls: calls.length,
      destructive: calls.some((call) => destroys(call)),
    };
  });
}

/** The marks of a whole file of content/examples, by its path there. */
export function describeExample(path: string, code: string): Promise<Marks> {
  return remember(`example ${path}\n${code}`, async () => {
    knowledge ??= loadKnowledge();
    const { kind, calls } = checkExample(path, code, await knowledge);
    const tools = new Map(calls.map(({ tool, version }) => [tool, version]));
    return calls.length > 0
      ? { tools: [...tools].map(([tool, version]) => ({ tool, version })), calls: calls.length, destructive: false }
      : markOf(kind);
  });
}

function markOf(kind: string | undefined): Marks {
  const tool = kind === undefined ? undefined : KINDS[kind];
  return tool ? { ...NOTHING, tools: [tool] } : NOTHING;
}

function remember(key: string, make: () => Promise<Marks>): Promise<Marks> {
  const known = cache.get(key) ?? make();
  cache.set(key, known);
  return known;
}
