(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const kept = localStorage.getItem('theme');
    if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;
  } catch {}
})();
