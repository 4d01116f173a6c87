import { expect, it } from 'vitest';
import { isShared, sharedModules } from '../../../src/lib/shared-modules.ts';

it.each([
  'src/checks/integration.ts',
  'src/content/files.ts',
  'src/content/schema/values.ts',
  'src/content/notes.ts',
  'src/evidence.ts',
  'src/kept-pages.ts',
  'lab/proofs.ts',
  'src/recordings/files.ts',
  'src/markdown/highlight.ts',
])('%s runs once in a build', (path) => expect(isShared(`/notes/${path}`)).toBe(true));
it.each(['src/markdown/render-note.ts', 'src/content.config.ts', 'src/pages/feed.xml.ts', 'src/lib/html.ts'])(
  '%s is bundled',
  (path) => expect(isShared(`/notes/${path}`)).toBe(false),
);

const resolve = (id: string, environment: string) =>
  sharedModules.resolveId.call(
    { environment: { name: environment }, resolve: async () => ({ id }) },
    './x.ts',
    undefined,
  );

it('is left to Node in the pages, and never in what a browser loads', async () => {
  expect(await resolve('/notes/src/content/files.ts', 'prerender')).toEqual({
    id: '/notes/src/content/files.ts',
    external: 'absolute',
  });
  expect(await resolve('/notes/src/content/files.ts', 'client')).toBeUndefined();
  expect(await resolve('C:/notes/src/content/files.ts', 'prerender')).toBeUndefined();
});
