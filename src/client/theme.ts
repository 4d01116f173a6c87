/** The button switches to the other theme and keeps the choice; public/theme.js applies it before the first paint. */
export function startTheme(): void {
  const root = document.documentElement;
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element && event.target.closest('[data-theme-toggle]'))) return;
    const dark = root.dataset['theme']
      ? root.dataset['theme'] === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset['theme'] = dark ? 'light' : 'dark';
    announce(dark ? 'Light theme' : 'Dark theme');
    try {
      localStorage.setItem('theme', root.dataset['theme']);
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
