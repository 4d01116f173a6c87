/** Whether a word stands where a state does: alone, in a column, or behind "Reason:". */
export function standsAsState(text: string, start: number, end: number): boolean {
  const first = text[start] ?? '';
  if (text.trim().length === end - start) return true;
  if (first < 'A' || first > 'Z') return false;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const at = text.indexOf('\n', end);
  const before = text.slice(Math.max(from, start - 80), start);
  const after = text.slice(end, Math.min(at < 0 ? text.length : at, end + 80));
  if (/(Reason|Status|STATUS|Phase):\s*$/.test(before)) return true;
  return /(\s{2}|\t|\d\/\d+\s+)$/.test(before) && /^(\s{2}|\t|\s*$|\s+\d)/.test(after) && before.trim() !== '';
}
