/** What makes a recording one that may be stored. Pure; record.ts runs the programs. */
import { parseFlag, type RecordedTree } from '../checks/commands/tree.ts';

/** No tool nests its sub-commands deeper; beyond that the help of another command came back. */
export const DEEPEST = 5;

/** The release a tool says it is, from what `versionCall` prints; undefined if it says none of its own. */
export function versionOf(tool: string, text: string): string | undefined {
  const pattern =
    {
      docker: /^Docker version v?(\d+\.\d+\.\d+)/,
      compose: /^Docker Compose version v?(\d+\.\d+\.\d+)/,
      buildx: /\/buildx v?(\d+\.\d+\.\d+)/,
      kubectl: /^Client Version: v?(\d+\.\d+\.\d+)/m,
      // `helm version` prints the release of Go as well, and a program built by hand has no other three numbers.
      helm: /^v?(\d+\.\d+\.\d+)(?![.\d])/,
    }[tool] ?? /$^/;
  return pattern.exec(text.trim())?.[1];
}

/** The words that make a tool say its release. */
export function versionCall(tool: string): readonly string[] {
  if (tool === 'docker') return ['--version'];
  if (tool === 'kubectl') return ['version', '--client'];
  if (tool === 'helm') return ['version', '--short'];
  return [tool, 'version'];
}

/** Is this the help of that very command? A tool that does not know it prints the help of its parent, or none. */
export function isHelpOf(text: string, path: string): boolean {
  const usage = /^Usage:\s*\n?\s*(\S.*)$/m.exec(text)?.[1] ?? '';
  // What follows the path is an argument or [OPTIONS]; a lower-case word would be a sub-command, and this its help.
  return usage === path || (usage.startsWith(`${path} `) && !/^[a-z]/.test(usage.slice(path.length + 1)));
}

/**
 * Does this answer to `path --help`, or to `path --flag --help`, show that the program takes it? Its own help does; so does that of
 * the plug-in which docker hands the command to, and a complaint that it works on another kind of daemon only.
 */
export function isTaken(text: string, path: string): boolean {
  const parent = path.split(' ').slice(0, -1).join(' ');
  if (/is only supported on a Docker daemon/.test(text)) return true;
  return isHelpOf(text, path) || (/^Usage:\s+docker buildx\b/m.test(text) && !isHelpOf(text, parent));
}

/** Why a recording must not replace the stored tree; undefined if it may. */
export function refusal(
  stored: RecordedTree,
  recorded: Pick<RecordedTree, 'version' | 'commands' | 'global'>,
): string | undefined {
  const before = Object.keys(stored.commands).length;
  const after = Object.keys(recorded.commands).length;
  if (recorded.version === 'unknown') return 'it does not say which release it is';
  if (after < before / 2) return `it has ${after} commands, the stored tree ${before}: the help could not be read`;
  if (stored.global.length > 0 && recorded.global.length === 0) return 'it has no global flags';
  return undefined;
}

/**
 * Commands and flags of the stored tree that the new help does not list but the program still takes, since help hides them.
 * `takes` asks the program: a path, or a path and a flag as it would be typed.
 */
export function keepHidden(
  stored: RecordedTree,
  commands: Readonly<RecordedTree['commands']>,
  takes: (path: string, flag?: string) => boolean,
): RecordedTree['commands'] {
  const kept: Record<string, { aka?: readonly string[]; flags: readonly string[] }> = { ...commands };
  for (const [path, command] of Object.entries(stored.commands)) {
    const found = kept[path];
    if (!found) {
      const parent = path.split(' ').slice(0, -1).join(' ');
      const other = Object.entries(commands).some(([, { aka }]) => aka?.includes(path));
      if (!other && kept[parent] && takes(path)) kept[path] = command;
      continue;
    }
    const names = new Set(found.flags.map((flag) => parseFlag(flag).name));
    const hidden = command.flags.filter((text) => {
      const { name, takes: kind } = parseFlag(text);
      return !names.has(name) && takes(path, kind ? `${name}=1` : name);
    });
    if (hidden.length > 0) kept[path] = { ...found, flags: [...found.flags, ...hidden].sort(byName) };
  }
  return kept;
}

const byName = (a: string, b: string): number => (parseFlag(a).name < parseFlag(b).name ? -1 : 1);
