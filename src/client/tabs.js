/**
 * Tabs of a note, only on pages that have some. It runs in <head> and turns each group into tabs as soon as it has been read,
 * before it is painted: nothing jumps. Without it the ways follow one another, each below its name.
 */
(() => {
  const KEY = 'tabs';
  let groups = 0;
  /** What was chosen last, by kind. */
  let chosen = {};
  try {
    chosen = Object(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    // Without storage a choice lasts for this page.
  }

  const set = (element, attributes) => {
    for (const name in attributes) element.setAttribute(name, attributes[name]);
  };
  const panelsOf = (group) => [...group.querySelectorAll(':scope > .tab')];
  const tabsOf = (group) => [...group.firstChild.children];

  /** Shows one panel of a group; the others can still be found by the browser's own search. */
  function show(group, name) {
    const panels = panelsOf(group);
    if (!panels.some(({ dataset }) => dataset.tab === name)) return;
    for (const [index, panel] of panels.entries()) {
      const isChosen = panel.dataset.tab === name;
      panel.toggleAttribute('hidden', !isChosen);
      if (!isChosen) set(panel, { hidden: 'until-found' });
      set(panel, { 'aria-hidden': !isChosen });
      set(tabsOf(group)[index], { 'aria-selected': isChosen, tabindex: isChosen ? 0 : -1 });
    }
  }

  /** Shows a name in all groups of a kind; what was clicked or found stays where it is on the screen. */
  function showAll(kind, name, fixed) {
    const topOf = () => fixed.getBoundingClientRect().top;
    const before = topOf();
    for (const group of document.querySelectorAll(`[data-tabs="${kind}"]`)) show(group, name);
    scrollBy({ top: topOf() - before, behavior: 'instant' });
    // What scrolls sideways is known only of what is in sight: see scrollers.ts.
    dispatchEvent(new Event('resize'));
  }

  function choose(kind, tab) {
    chosen[kind] = tab.textContent;
    showAll(kind, chosen[kind], tab);
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen));
    } catch {
      // It lasts for this page.
    }
  }

  function build(group) {
    const kind = group.dataset.tabs;
    const panels = panelsOf(group);
    const list = document.createElement('div');
    set(list, { role: 'tablist', 'aria-label': kind });
    groups += 1;
    for (const [index, panel] of panels.entries()) {
      const id = `tabs-${groups}-${index}`;
      const tab = document.createElement('button');
      tab.textContent = panel.dataset.tab;
      set(tab, { type: 'button', role: 'tab', id, 'aria-controls': `${id}-panel` });
      set(panel, { role: 'tabpanel', id: `${id}-panel`, 'aria-labelledby': id });
      panel.addEventListener('beforematch', () => showAll(kind, panel.dataset.tab, list));
      tab.addEventListener('click', () => choose(kind, tab));
      tab.addEventListener('keydown', (event) => {
        const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[event.key];
        if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        const to = tabsOf(group).at(next % panels.length);
        to.focus({ preventScroll: true });
        choose(kind, to);
      });
      list.append(tab);
    }
    group.prepend(list);
    group.dataset.ready = '';
    show(group, panels[0].dataset.tab);
    show(group, chosen[kind]);
  }

  /** Whether all of an element has been read: something follows it, or what it is in. */
  const isRead = (node) => node && (node.nextSibling || isRead(node.parentNode));

  const look = () => {
    for (const group of document.querySelectorAll('.tabs:not([data-ready])'))
      if (document.readyState !== 'loading' || isRead(group)) build(group);
  };

  /** A link may lead to what a panel hides. */
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    const panel = target?.closest('.tab[hidden]');
    if (!panel) return;
    showAll(panel.parentNode.dataset.tabs, panel.dataset.tab, panel.parentNode);
    target.scrollIntoView();
  };

  const reader = new MutationObserver(look);
  reader.observe(document, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => {
    reader.disconnect();
    look();
    reveal();
  });
  addEventListener('hashchange', reveal);
})();
