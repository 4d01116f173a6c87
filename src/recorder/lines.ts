/** What is kept of a tool's help beside its tree: one line for each command and flag that notes use. Pure. */
import type { Call } from '../checks/commands/call.ts';
import { type CommandLines, flagsOf, type RecordedLines } from '../checks/commands/help-lines.ts';
import type { RecordedTree } from '../checks/commands/tree.ts';
import type { Help } from './help.ts';

/** The commands of a tool that calls use, and their flags by long name: those of the tool itself under its own name. */
export function usedIn(tool: string, calls: readonly Call[]): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  const of = (path: string): Set<string> => {
    const flags = used.get(path) ?? new Set<string>();
    used.set(path, flags);
    return flags;
  };
  for (const call of calls) {
    if (call.tool === tool) of(call.path);
    for (const flag of flagsOf(call)) if (flag.tool === tool) of(flag.owner).add(flag.name);
  }
  return used;
}

/** The lines to store, sorted. What a tool's help hides has none. */
export function linesFor(
  { command: root, version }: Pick<RecordedTree, 'command' | 'version'>,
  helps: ReadonlyMap<string, Help>,
  used: ReadonlyMap<string, ReadonlySet<string>>,
): RecordedLines {
  const commands = [...used.keys()].sort().flatMap((path): [string, CommandLines][] => {
    const help = helps.get(path);
    if (!help) return [];
    const cut = path.lastIndexOf(' ');
    // The list of the parent says it in a few words, where the command's own help begins with a paragraph.
    const listed = path === root ? undefined : helps.get(path.slice(0, cut))?.commandLines[path.slice(cut + 1)];
    const flags = [...(used.get(path) ?? [])].sort().flatMap((name): [string, string][] => {
      const line = help.flagLines[name];
      return line ? [[name, line]] : [];
    });
    return [
      [
        path,
        {
          says: listed || help.says,
          syntax: help.syntax,
          ...(flags.length > 0 ? { flags: Object.fromEntries(flags) } : {}),
        },
      ],
    ];
  });
  return { version, commands: Object.fromEntries(commands) };
}
