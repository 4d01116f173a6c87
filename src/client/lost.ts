/** On the 404 page: names the address that was asked for, and searches for its words. */
export function startLost(): void {
  const shown = document.querySelector('[data-lost-path]');
  if (!shown) return;
  const path = decode(location.pathname).slice(0, 200);
  shown.textContent = path;
  const field = document.querySelector<HTMLTextAreaElement>('[data-lost-query]');
  if (field) field.value = path.replace(/[^\p{L}\p{N}.]+/gu, ' ').trim();
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
