/** Markdown transforms: fenced code becomes a component, inline code gets its classes and placeholders. */
import type { MdastPluginDefinition } from 'satteri';
import { exampleOf } from '../content/data.ts';
import { splitPlaceholders } from '../content/placeholders.ts';

const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute' as const, name, value });

/** Hands every fence to the component CodeBlock, with its language, its meta string and its text. */
export const codeBlocks: MdastPluginDefinition = {
  name: 'code-blocks',
  code(node, ctx) {
    ctx.replaceNode(node, {
      type: 'mdxJsxFlowElement',
      name: 'CodeBlock',
      attributes: [
        attribute('lang', node.lang ?? 'text'),
        attribute('meta', node.meta ?? ''),
        attribute('code', node.value),
      ],
      children: [],
    });
  },
};

/** Short code without spaces never breaks after its dashes; placeholders show their example. */
export const inlineCode: MdastPluginDefinition = {
  name: 'inline-code',
  inlineCode(node, ctx) {
    const parts = splitPlaceholders(node.value, exampleOf);
    const short = node.value.length <= 24 && !/\s/.test(node.value);
    if (!short && parts.every(({ name }) => !name)) return;
    ctx.replaceNode(node, {
      type: 'mdxJsxTextElement',
      name: 'code',
      attributes: short ? [attribute('class', 'nb')] : [],
      children: parts.map(({ text, name }) =>
        name
          ? {
              type: 'mdxJsxTextElement' as const,
              name: 'span',
              attributes: [attribute('class', 'ph'), attribute('data-name', name.toLowerCase())],
              children: [{ type: 'text' as const, value: text }],
            }
          : { type: 'text' as const, value: text },
      ),
    });
  },
};
