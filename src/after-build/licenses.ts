/** What others wrote and a reader's browser loads: found by the bundler, named with its licence in licenses.txt. Build-time only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file in dist/. */
export const LICENSES = 'licenses.txt';

/** Styles are put together before the bundler sees them: Tailwind's theme and utilities are in each. */
const IN_STYLES = ['tailwindcss'];

const shipped = new Set<string>(IN_STYLES);

/** The package that a module belongs to, by its path; undefined for a module of ours. */
export const packageOf = (module: string): string | undefined =>
  /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1];

/** A plugin of Vite that notes the packages of which something is left in a script for the browser. */
export const noteShipped = {
  name: 'note-shipped',
  generateBundle(
    this: { environment?: { name?: string } },
    _options: unknown,
    bundle: Readonly<Record<string, { type: string; modules?: Readonly<Record<string, { renderedLength: number }>> }>>,
  ): void {
    if (this.environment?.name === 'client') noteModules(Object.values(bundle));
  },
};

/** Notes the packages of which something is left in the chunks of a bundle. */
export function noteModules(
  chunks: readonly { readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>> }[],
): void {
  for (const { modules = {} } of chunks)
    for (const [module, { renderedLength }] of Object.entries(modules)) {
      const name = packageOf(module);
      if (name !== undefined && renderedLength > 0) shipped.add(name);
    }
}

/** The text of licenses.txt: each package with its version, its licence, and the notice that its licence asks to pass on. */
export function licensesText(names: Iterable<string> = shipped): string {
  const parts = [...names].sort().map((name) => {
    const folder = join(process.cwd(), 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    const file = existsSync(folder) && readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file || !license)
      throw new Error(`${name} is shipped to browsers, and has no licence in node_modules/${name}`);
    return `${name} ${version}, ${license}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return `What your browser loads of this site was written for it, but for parts of these packages.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
