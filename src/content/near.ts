/** The neighbours of one thing in a long list, so that what is shown of it does not grow with the list. Pure. */

/** Lists up to this are shown whole. */
const WHOLE = 50;
/** Neighbours on each side of a longer one. */
const EACH = 20;

/** The whole list where it is short; else what is nearest to the one that is current, or the beginning where none is. */
export function near<T>(list: readonly T[], isCurrent: (one: T) => boolean): readonly T[] {
  if (list.length <= WHOLE) return list;
  const at = Math.max(0, list.findIndex(isCurrent));
  const from = Math.max(0, Math.min(at - EACH, list.length - 2 * EACH - 1));
  return list.slice(from, from + 2 * EACH + 1);
}
