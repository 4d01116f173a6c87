/** What each kind of page weighs at its first view, in bytes after brotli, over all pages; beside the peers measured on the same notes. */
import { firstViews, isNote, spread } from '../tests/helpers/first-view.ts';

const views = firstViews();
const notes = views.filter(isNote);
const groups = new Map([
  ['notes, all', notes],
  ...Map.groupBy(notes, ({ kind }) => kind),
  ['other pages', views.filter((view) => !isNote(view))] as const,
]);
console.table(
  Object.fromEntries(
    [...groups].map(([name, own]) => [
      name,
      {
        pages: own.length,
        ...spread(own.map(({ total }) => total)),
        'html (mean)': spread(own.map(({ html }) => html)).mean,
        css: spread(own.map(({ css }) => css)).median,
        'script (most)': spread(own.map(({ js }) => js)).most,
        'requests (most)': spread(own.map(({ requests }) => requests)).most,
        'over 16 kB': own.filter(({ total }) => total > 16_000).length,
      },
    ]),
  ),
);
console.log('The heaviest:');
for (const { page, total, html } of views.slice(-8).reverse())
  console.log(`  ${page.url}: ${total}, ${html} of it HTML`);
console.log(
  'Peers, a content page: Starlight 47.5 kB, VitePress 169.6, Docusaurus 230.5, Rspress 239.2, bare Hugo theme 5.2',
);
