/** Groups of fixes for the index pages. Pure. */

/** What an index needs of a fix. */
interface Indexed {
  readonly title: string;
  readonly fix?:
    | { readonly exitCode?: number | number[] | undefined; readonly status?: string | string[] | undefined }
    | undefined;
}

/** A code or state, and the fixes that go with it. */
export interface Group<K, F> {
  readonly key: K;
  readonly fixes: readonly F[];
}

const listOf = <V>(value: V | V[] | undefined): V[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Fixes by exit code, in numeric order; those that bear the code in their title come first. */
export function groupByExitCode<F extends Indexed>(fixes: readonly F[]): Group<number, F>[] {
  const groups = group(fixes, ({ fix }) => listOf(fix?.exitCode)).sort((a, b) => a.key - b.key);
  return groups.map(({ key, fixes: own }) => ({
    key,
    fixes: [...own].sort((a, b) => Number(b.title.includes(`${key}`)) - Number(a.title.includes(`${key}`))),
  }));
}

/** Fixes by the state of a pod or a task, in alphabetical order. */
export function groupByStatus<F extends Indexed>(fixes: readonly F[]): Group<string, F>[] {
  return group(fixes, ({ fix }) => listOf(fix?.status)).sort((a, b) => a.key.localeCompare(b.key, 'en'));
}

function group<K, F>(fixes: readonly F[], keysOf: (fix: F) => K[]): Group<K, F>[] {
  const groups = new Map<K, F[]>();
  for (const fix of fixes) for (const key of keysOf(fix)) groups.set(key, [...(groups.get(key) ?? []), fix]);
  return [...groups].map(([key, own]) => ({ key, fixes: own }));
}

/** The letter under which a message stands: of its first word outside the {holes}. */
export function letterOf(message: string): string {
  const letter = /[a-z]/i.exec(message.replace(/\{[^}]*\}/g, ''))?.[0];
  return letter?.toUpperCase() ?? '#';
}

/** What a message is sorted by: its words from the first letter on, without holes, quotes and brackets. */
export function sortKey(message: string): string {
  return message
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/^[^a-z]+/i, '')
    .replace(/[^a-z0-9]+/gi, ' ')
    .trim()
    .toLowerCase();
}
