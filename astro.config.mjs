// A list of imports: what each step does stands in its own file.

import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, passthroughImageService } from 'astro/config';
import { minifySync } from 'rolldown/utils';
import { hostFiles, lastingAddresses } from './src/after-build/build.ts';
import { noteShipped } from './src/after-build/licenses.ts';
import { siteMap } from './src/after-build/sitemap.ts';
import { contentChecks } from './src/checks/integration.ts';
import { FEATURES } from './src/content/read-note.ts';
import { keptPages, keptUrls } from './src/kept-pages.ts';
import { sharedModules } from './src/lib/shared-modules.ts';
import { hastPlugins, mdastPlugins } from './src/markdown/index.ts';
import { serviceWorker, wholeSite } from './src/offline/build.ts';
import { searchIndex } from './src/search/index/build.ts';
import { SITE } from './src/site.ts';
import { terminalProgram } from './src/terminal/build.ts';

const HELPER = '\0vite/preload-helper.js';

/**
 * What is imported on demand brings no stylesheet along: Vite's helper for those, a sixth of all script, stays out. Each module
 * gets the line that is left for itself, so that no page fetches a file for it.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  resolveId: (id, importer) => (id === HELPER ? `${HELPER}?${importer}` : undefined),
  load: (id) => (id.startsWith(HELPER) ? 'export const __vitePreload = (load) => load();' : undefined),
};

/**
 * The scripts that run before a page is painted are files of their own, which the bundler hands on as they are. Tailwind's banner
 * goes from the styles: licenses.txt has its whole notice.
 */
const smallFiles = {
  name: 'small-files',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle).filter(({ type }) => type === 'asset')) {
      if (file.fileName.endsWith('.js')) file.source = minifySync(file.fileName, String(file.source)).code;
      if (file.fileName.endsWith('.css'))
        file.source = String(file.source).replace(/^\/\*! tailwindcss .*?\*\/\s*/, '');
    }
  },
};

/** Astro calls the script of a component after its place in the file; each page that names it would be 20 bytes longer. */
const shortName = ({ name }) => `_astro/${name.replace(/\.astro_astro_type_script.*/, '')}.[hash].js`;

export default defineConfig({
  ...(SITE.url && { site: SITE.url }),
  base: `${SITE.base}/`,
  // Two builds at once must not write into the same working files.
  ...(process.env.CACHE_DIR && { cacheDir: process.env.CACHE_DIR }),
  trailingSlash: 'always',
  // Line breaks between inline elements are text on a text site ('jsx', the default of Astro 7, removes them).
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  prerenderConflictBehavior: 'error',
  image: { service: passthroughImageService() },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: FEATURES,
      mdastPlugins,
      hastPlugins,
    }),
  },
  integrations: [
    contentChecks(),
    keptPages(),
    mdx(),
    ...(SITE.url ? [siteMap(keptUrls)] : []),
    lastingAddresses(),
    searchIndex(),
    terminalProgram(),
    serviceWorker(),
    hostFiles(),
    wholeSite(),
  ],
  devToolbar: { enabled: false },
  vite: {
    plugins: [sharedModules, tailwindcss(), plainImports, smallFiles, noteShipped],
    environments: {
      client: { build: { rolldownOptions: { output: { entryFileNames: shortName } } } },
    },
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        // Astro marks each MDX page with a directive that the bundler does not know, and would say so once a page.
        onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
      },
    },
  },
});
