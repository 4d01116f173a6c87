/** Fetches a stylesheet for what opens on demand, once; what it is for still works without it. */
export function loadStyles(href: string): Promise<void> {
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  return new Promise((done) => {
    const link = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href,
      onload: () => done(),
      onerror: () => done(),
    });
    document.head.append(link);
  });
}
