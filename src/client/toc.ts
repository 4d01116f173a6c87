/** Marks the section in sight in the table of contents, closes it after a jump, and shows where one is in the sidebar. */
export function startToc(): void {
  scrollTo(document.querySelector('.rail [aria-current="page"]'));
  const toc = document.getElementById('toc');
  const links = new Map(
    [...(toc?.querySelectorAll<HTMLAnchorElement>('a') ?? [])].map((link) => [link.hash.slice(1), link]),
  );
  if (!toc || links.size === 0) return;
  toc.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a') && toc.matches(':popover-open')) toc.hidePopover();
  });
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter((heading) => heading !== null);
  let marked: string | undefined;
  const mark = () => {
    const limit = innerHeight / 3;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < limit);
    const atEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const current = (atEnd ? headings : passed).at(-1)?.id;
    if (current === marked) return;
    if (marked) links.get(marked)?.removeAttribute('aria-current');
    marked = current;
    const link = links.get(current ?? '');
    link?.setAttribute('aria-current', 'location');
    scrollTo(link);
  };
  let waiting = false;
  document.addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}

/** Scrolls the list that holds a link, and nothing else, so that the link is in sight. */
function scrollTo(link: Element | null | undefined): void {
  const list = link?.closest('.rail, .margin');
  if (!link || !list) return;
  const [own, frame] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  if (own.top < frame.top || own.bottom > Math.min(frame.bottom, innerHeight))
    list.scrollTop += own.top - frame.top - frame.height / 3;
}
