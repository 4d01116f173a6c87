/** Which entries of a page's list of flags a word of a command means. Pure. */

/** An entry of the list. */
export interface Told {
  /** `-d, --detach`. */
  readonly names: string;
  readonly says: string;
  readonly commands: readonly string[];
}

/** The entries that a word like `--name=web` or `-it` means, of the command that is named last before it. */
export function linesFor(word: string, before: string, list: readonly Told[]): Told[] {
  const names = word.startsWith('--')
    ? [word.replace(/=[\s\S]*$/, '')]
    : [...word.slice(1)].map((letter) => `-${letter}`);
  return names.flatMap((name) => {
    const own = list.filter((told) => told.names.split(', ').includes(name));
    const near = own
      .map((told) => ({ told, at: Math.max(...told.commands.map((command) => lastPlace(before, command))) }))
      .sort((a, b) => b.at - a.at);
    const [best] = near;
    return best && (best.at >= 0 || own.length === 1) ? [best.told] : [];
  });
}

/** Where the words of a command begin for the last time in a text, in their order, with flags between them; -1 if nowhere. */
function lastPlace(text: string, command: string): number {
  const words = command.split(' ').map((word) => `${word.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`);
  const places = [...text.matchAll(new RegExp(`(?<![\\w-])${words.join('(?:\\s[^|;&\\n]*?)?\\s')}`, 'g'))];
  // Of two that begin at one place the longer one is meant: docker compose, not docker.
  return places.length > 0 ? (places.at(-1)?.index ?? 0) + command.length / 1000 : -1;
}
