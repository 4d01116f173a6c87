/** The flags of a page as its list shows them. Pure. */
import type { Call } from '../checks/commands/call.ts';
import { flagsOf } from '../checks/commands/help-lines.ts';

/** An entry of the list. */
export interface PageFlag {
  /** `-d, --detach`. */
  readonly names: string;
  readonly says: string;
  /** The commands that take it on this page, in the writer's words. */
  readonly commands: readonly string[];
}

/** What is asked of a flag's value or its help without naming it: sorted by long name, commands of one meaning together. */
export function pageFlags(calls: readonly Call[]): PageFlag[] {
  const entries = new Map<string, { name: string; names: string; says: string; commands: Set<string> }>();
  for (const { name, short, says, written } of calls.flatMap(flagsOf)) {
    if (says === undefined) continue;
    const key = `${name} ${says}`;
    const names = short === undefined ? name : `${short}, ${name}`;
    const entry = entries.get(key) ?? { name, names, says, commands: new Set<string>() };
    entries.set(key, entry);
    entry.commands.add(written);
  }
  return [...entries.values()]
    .map(({ name, names, says, commands }) => ({ name, names, says, commands: [...commands].sort() }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.commands[0] ?? '', b.commands[0] ?? ''))
    .map(({ names, says, commands }) => ({ names, says, commands }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
