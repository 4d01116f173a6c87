/** What every page does with a script: theme, copy, values, contents, what was read, and search on demand. */
import { startCopy } from './copy.ts';
import { startFlags } from './flags.ts';
import { startKeys } from './keys.ts';
import { startReading } from './reading.ts';
import { startScrollers } from './scrollers.ts';
import { startSearchKeys } from './search-keys.ts';
import { startTheme } from './theme.ts';
import { startToc } from './toc.ts';
import { startValues } from './values.ts';

startTheme();
startCopy();
startValues();
startToc();
startScrollers();
startReading();
startSearchKeys();
startKeys();
startFlags();

if (document.querySelector('[data-progress], [data-read-list]'))
  void import('./read-list.ts').then(({ showReading }) => showReading());
// Lists that can be filtered are on few pages.
if (document.querySelector('[data-filter]')) void import('./filter.ts').then(({ startFilter }) => startFilter());
if (document.querySelector('[data-report]')) void import('./report.ts').then(({ startReport }) => startReport());
// Over https, and on this machine; `npm run dev` has none.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }) =>
    import('./worker.ts').then(({ offerNewer }) => offerNewer(data)),
  );
  // The worker may have found a newer page before this one listened.
  serviceWorker.controller?.postMessage('changed?');
  if (!serviceWorker.controller)
    addEventListener('load', () =>
      import('./worker.ts').then(({ startWorker }) => startWorker()).catch(() => undefined),
    );
}
