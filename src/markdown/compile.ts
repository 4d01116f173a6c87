/**
 * A note as a component, compiled when its page is rendered. As a module of its own it would go through the bundler and stay in
 * memory, though it is used once: at 2,000 notes a tenth of a build's time and a third of its memory. Build-time only.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
import { mdxToJs } from 'satteri';
import { FEATURES } from '../content/read-note.ts';
import { hastPlugins, mdastPlugins } from './index.ts';

/** A component of MDX: Astro renders it as it renders those of @astrojs/mdx, which it knows by the marks below. */
type Content = (props?: { readonly components?: object }) => unknown;

/** The component of an MDX file, by its path from the project's root and its text. */
export async function compiledNote(file: string, text: string): Promise<Content> {
  const { code } = await mdxToJs(text, {
    mdastPlugins,
    hastPlugins,
    features: FEATURES,
    fileURL: pathToFileURL(resolve(file)),
    jsxImportSource: 'astro',
    elementAttributeNameCase: 'html',
    optimizeStatic: { component: 'Fragment', prop: 'set:html' },
    outputFormat: 'function-body',
  });
  const { default: body } = new Function(code)({ Fragment, jsx, jsxs }) as { default: Content };
  const content: Content = (props) => body({ ...props, components: { Fragment, ...props?.components } });
  return Object.assign(content, {
    [Symbol.for('mdx-component')]: true,
    [Symbol.for('astro.needsHeadRendering')]: true,
    [Symbol.for('astro:renderer')]: 'astro:jsx',
  });
}
