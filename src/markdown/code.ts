/** Markdown transforms of code: fences become a component, inline code gets its classes and placeholders. */
import type { MdastPluginDefinition } from 'satteri';
import { exampleOf } from '../content/data.ts';
import { splitPlaceholders } from '../content/placeholders.ts';
import { attribute, block, inline } from './nodes.ts';

/** Hands every fence to the component CodeBlock, with its language, its meta string and its text. */
export const codeBlocks: MdastPluginDefinition = {
  name: 'code-blocks',
  code(node, ctx) {
    ctx.replaceNode(
      node,
      block('CodeBlock', [
        attribute('lang', node.lang ?? 'text'),
        attribute('meta', node.meta ?? ''),
        attribute('code', node.value),
      ]),
    );
  },
};

/** Short code without spaces never breaks after its dashes; placeholders show their example. */
export const inlineCode: MdastPluginDefinition = {
  name: 'inline-code',
  inlineCode(node, ctx) {
    const parts = splitPlaceholders(node.value, exampleOf);
    const short = node.value.length <= 24 && !/\s/.test(node.value);
    if (!short && parts.every(({ name }) => !name)) return;
    const inner = parts.map(({ text, name }) => {
      const value = { type: 'text' as const, value: text };
      if (!name) return value;
      return inline('span', [attribute('class', 'ph'), attribute('data-name', name.toLowerCase())], [value]);
    });
    ctx.replaceNode(node, inline('code', short ? [attribute('class', 'nb')] : [], inner));
  },
};
