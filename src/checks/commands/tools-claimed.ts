/** The front matter's `tools`, against what stands on the page. Pure. */

import type { ParsedNote } from '../../content/read-note.ts';
import type { Finding } from '../../lib/finding.ts';
import type { Call } from './call.ts';

/** A page names the tools that its blocks and tables call, may name those of its sentences, and no others. */
export function checkTools(
  { file, matter }: ParsedNote,
  calls: readonly { call: Call; line: number; inline: boolean }[],
): Finding[] {
  const { tools } = (matter.data ?? {}) as { tools?: unknown };
  const named = Array.isArray(tools) ? tools.map(String) : [];
  const toolsLine = matter.lineOf(['tools']);
  const must = new Map<string, number>();
  const may = new Set<string>();
  for (const { call, line, inline } of calls) {
    for (const tool of toolsOf(call)) may.add(tool);
    const [first] = toolsOf(call);
    if (!inline && first && !must.has(first)) must.set(first, line);
  }
  const missing = [...must].filter(([tool]) => !named.includes(tool));
  const claimed = named.filter((tool) => !may.has(tool));
  const allowed = `tools: [${['docker', 'compose', 'buildx', 'kubectl', 'helm'].filter((tool) => must.has(tool) || (may.has(tool) && named.includes(tool))).join(', ')}]`;
  return [
    ...missing.map(([tool, line]) => ({
      file,
      line: toolsLine,
      found: `tools without ${tool}, which line ${line} calls`,
      allowed,
      fix: `add ${tool}`,
    })),
    ...claimed.map((tool) => ({
      file,
      line: toolsLine,
      found: `tools with ${tool}, of which no call stands on the page`,
      allowed,
      fix: `take ${tool} out`,
    })),
  ];
}

/** The names under which a call counts; the first one is the one to be claimed. `docker build` is buildx under the hood. */
export function toolsOf(call: Call): string[] {
  if (call.tool !== 'buildx') return [call.tool];
  return /^docker (buildx|builder)/.test(call.written) ? ['buildx'] : ['docker', 'buildx'];
}
