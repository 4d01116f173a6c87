/**
 * The button switches to the other theme and keeps the choice; before-paint.js applies it before the first paint. What the
 * system wants is no choice: switching back to it follows the system again.
 */
export function startTheme(): void {
  const root = document.documentElement;
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element && event.target.closest('[data-theme-toggle]'))) return;
    const dark = root.dataset['theme']
      ? root.dataset['theme'] === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    const next = dark ? 'light' : 'dark';
    const asSystem = matchMedia(`(prefers-color-scheme: ${next})`).matches;
    if (asSystem) delete root.dataset['theme'];
    else root.dataset['theme'] = next;
    announce(`${dark ? 'Light' : 'Dark'} theme${asSystem ? ', as the system' : ''}`);
    try {
      if (asSystem) localStorage.removeItem('theme');
      else localStorage.setItem('theme', next);
    } catch {
      // Without storage the choice lasts for this page.
    }
  });
}

/** Says something to screen readers, politely. */
export function announce(text: string): void {
  const status = document.querySelector('[data-announce]');
  if (status) status.textContent = text;
}
