/** What scrolls sideways can be reached by keyboard; what does not is no stop on the way. */
export function startScrollers(): void {
  const look = () => {
    for (const box of document.querySelectorAll<HTMLElement>('pre, .table')) {
      const scrolls = box.scrollWidth > box.clientWidth;
      if (scrolls === (box.tabIndex === 0)) continue;
      if (scrolls) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
      if (!scrolls || box.hasAttribute('role')) continue;
      box.setAttribute('role', 'group');
      box.setAttribute('aria-label', box.matches('.table') ? 'Table' : 'Command');
    }
  };
  look();
  addEventListener('resize', look);
}
