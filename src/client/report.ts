/** A report of a mistake names the heading that the reader is at, too. */

/** Fills in the heading when the link is used. */
export function startReport(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-report]');
  const page = link?.dataset['report'];
  if (!link || !page) return;
  const whole = link.href;
  link.addEventListener('click', () => {
    link.href = whole.replace(page, page + encodeURIComponent(location.hash));
  });
}
