/**
 * Tabs of a note, only on pages that have some. It runs in <head> and turns each group into tabs as soon as it has been read,
 * before it is painted: nothing jumps. Without it the ways follow one another, each below its name.
 */
(() => {
  const KEY = 'tabs';
  const root = document.documentElement;
  let groups = 0;
  /** What was chosen last, by kind. */
  let chosen = {};
  try {
    chosen = Object(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    // Without storage a choice lasts for this page.
  }

  const panelsOf = (group) => [...group.children].filter((child) => child.matches('.tab'));
  const tabsOf = (group) => [...group.querySelectorAll(':scope > [role=tablist] > *')];
  const isShown = (panel) => !panel.hasAttribute('hidden');

  /** Shows one panel of a group; the others can still be found by the browser's own search. */
  function show(group, name) {
    const panels = panelsOf(group);
    if (!panels.some(({ dataset }) => dataset.tab === name)) return;
    const tabs = tabsOf(group);
    for (const [index, panel] of panels.entries()) {
      const isChosen = panel.dataset.tab === name;
      if (isChosen) panel.removeAttribute('hidden');
      else panel.setAttribute('hidden', 'until-found');
      tabs[index].setAttribute('aria-selected', String(isChosen));
      tabs[index].tabIndex = isChosen ? 0 : -1;
    }
  }

  /** Shows a name in all groups of a kind; what was clicked or found stays where it is on the screen. */
  function showAll(kind, name, fixed) {
    const { top } = fixed.getBoundingClientRect();
    for (const group of document.querySelectorAll(`.tabs[data-tabs="${kind}"]`)) show(group, name);
    scrollBy({ top: fixed.getBoundingClientRect().top - top, behavior: 'instant' });
    // What scrolls sideways is known only of what is in sight: see scrollers.ts.
    dispatchEvent(new Event('resize'));
  }

  function choose(group, tab) {
    const kind = group.dataset.tabs;
    const name = tab.textContent;
    chosen = { ...chosen, [kind]: name };
    showAll(kind, name, tab);
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen));
    } catch {
      // It lasts for this page.
    }
  }

  function build(group) {
    const id = `tabs-${++groups}`;
    const list = document.createElement('div');
    list.setAttribute('role', 'tablist');
    list.setAttribute('aria-label', group.dataset.tabs);
    const panels = panelsOf(group);
    for (const [index, panel] of panels.entries()) {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.textContent = panel.dataset.tab;
      tab.id = `${id}-${index}`;
      panel.id = `${id}-${index}-panel`;
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-controls', panel.id);
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', tab.id);
      panel.addEventListener('beforematch', () => showAll(group.dataset.tabs, panel.dataset.tab, list));
      list.append(tab);
    }
    list.addEventListener('click', ({ target }) => {
      if (target.matches('[role=tab]')) choose(group, target);
    });
    list.addEventListener('keydown', (event) => {
      const tabs = tabsOf(group);
      const at = tabs.indexOf(event.target);
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const tab = tabs.at(next % tabs.length);
      tab.focus({ preventScroll: true });
      choose(group, tab);
    });
    group.prepend(list);
    group.dataset.ready = '';
    show(group, panels[0].dataset.tab);
    show(group, chosen[group.dataset.tabs]);
  }

  /** Whether all of an element has been read: something follows it, or what it is in. */
  const isRead = (node) => node !== null && (node.nextSibling !== null || isRead(node.parentNode));

  const look = () => {
    for (const group of document.querySelectorAll('.tabs:not([data-ready])'))
      if (document.readyState !== 'loading' || isRead(group)) build(group);
  };

  /** A link may lead to what a panel hides. */
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    const panel = target?.closest('.tab');
    if (!panel || isShown(panel)) return;
    showAll(panel.parentElement.dataset.tabs, panel.dataset.tab, panel.parentElement);
    target.scrollIntoView();
  };

  const reader = new MutationObserver(look);
  reader.observe(root, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => {
    reader.disconnect();
    look();
    reveal();
  });
  addEventListener('hashchange', reveal);
})();
