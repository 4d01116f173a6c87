/** What the build has read and checked is asked for by the pages too: such modules run once, in Node, and are not bundled a second time. */

/** Rooms that open files or keep results; the one module of them that needs Astro is bundled. */
const SHARED =
  /\/(?:src\/(?:evidence|kept-pages|(?:checks|command-index|content|markdown|recordings)\/(?!render-note\.ts).*)|lab\/[\w-]+)\.ts$/;

/** Whether a module, by its path below the project, is shared between the steps of a build and the pages. */
export const isShared = (path: string): boolean => SHARED.test(path);

/** A plugin of Vite for builds. */
export const sharedModules = {
  name: 'shared-modules',
  enforce: 'pre',
  apply: 'build',
  async resolveId(
    this: {
      environment: { name: string };
      resolve: (source: string, importer: string | undefined) => Promise<{ id: string } | null>;
    },
    source: string,
    importer: string | undefined,
  ) {
    if (this.environment.name === 'client' || !/\.ts$/.test(source)) return undefined;
    const found = await this.resolve(source, importer);
    // A path that Node can import as it is; Windows' are none, and there the pages bundle modules of their own.
    return found?.id.startsWith('/') && isShared(found.id)
      ? { id: found.id, external: 'absolute' as const }
      : undefined;
  },
} as const;
