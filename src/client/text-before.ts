/** The text of the command before an element in it; '' outside of a command. */
export function textBefore(element: HTMLElement): string {
  const code = element.closest('code');
  if (!code) return '';
  const range = document.createRange();
  range.setStart(code, 0);
  range.setEndBefore(element);
  return range.toString();
}
