/** What the checker proved about the command blocks of a page. Build-time only. */
import { describeBlock } from '../evidence.ts';
import { parseMeta, SHELLS } from './fence-meta.ts';
import { fencesOf } from './fences.ts';

export interface Checked {
  readonly calls: number;
  readonly tools: readonly { tool: string; version: string }[];
}

/** Counts the checked calls in the shell blocks of a Markdown body, and names the releases they were checked against. */
export async function checkedIn(body: string): Promise<Checked> {
  let calls = 0;
  const tools = new Map<string, string>();
  for (const { lang, meta, code } of fencesOf(body)) {
    if (!SHELLS[lang] || parseMeta(meta).values['wrong'] !== undefined) continue;
    const marks = await describeBlock(code, lang);
    calls += marks.calls;
    for (const { tool, version } of marks.tools) tools.set(tool, version);
  }
  return { calls, tools: [...tools].map(([tool, version]) => ({ tool, version })) };
}
