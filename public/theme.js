// Runs in <head> before first paint, so that a stored choice never flashes and what needs a script shows only where one runs.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const kept = localStorage.getItem('theme');
    if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;
  } catch {}
})();
