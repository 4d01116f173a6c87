/** A flag in a command says what it does when it is clicked; the code for it is fetched then. */
export function startFlags(): void {
  document.addEventListener('click', ({ target }) => {
    // A value of the reader's within a flag is there to be typed into, and a selection to be copied.
    const flag = target instanceof Element ? target.closest<HTMLElement>('.fl, .ph') : null;
    if (flag?.matches('.fl') && getSelection()?.isCollapsed !== false)
      void import('./flag-tip.ts').then(({ tellFlag }) => tellFlag(flag));
  });
}
