/** After a build: the service worker, and the whole site as one zip with what is known of it. Build-time only. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bundleProgram } from '../after-build/bundle-program.ts';
import { inWorker } from '../in-worker.ts';
import { FILES } from './names.ts';

/** Writes sw.js into the built site. */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': ({ dir }) =>
        bundleProgram(join(import.meta.dirname, 'worker.ts'), join(fileURLToPath(dir), FILES.worker), 'browser'),
    },
  };
}

/** Writes offline/ into the built site; last of all, since the zip holds the rest. */
export function wholeSite(): AstroIntegration {
  return {
    name: 'whole-site',
    hooks: { 'astro:build:done': ({ dir }) => inWorker<void>(join(import.meta.dirname, 'zip.ts'), fileURLToPath(dir)) },
  };
}
