/** Markdown transforms of code: fences become a component, inline code gets its placeholders and breaks at its spaces only. */
import type { MdastPluginDefinition } from 'satteri';
import { exampleOf } from '../content/data.ts';
import { splitPlaceholders } from '../content/placeholders.ts';
import { unbroken } from '../lib/unbroken.ts';
import { attribute, block, type Children, inline } from './nodes.ts';

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

/** Code that must not break at its dashes may break between its words; placeholders show their example. */
export const inlineCode: MdastPluginDefinition = {
  name: 'inline-code',
  inlineCode(node, ctx) {
    const words = unbroken(node.value);
    const inner = words
      ? words.flatMap(({ text, long }, index): Children => {
          const parts = withPlaceholders(text);
          const word = long ? [inline('span', [attribute('class', 'long')], parts)] : parts;
          return index > 0 ? [inline('wbr', [], []), ...word] : word;
        })
      : withPlaceholders(node.value);
    if (!words && inner.length === 1 && inner[0]?.type === 'text') return;
    ctx.replaceNode(node, inline('code', words ? [attribute('class', 'nb')] : [], inner));
  },
};

function withPlaceholders(code: string): Children {
  return splitPlaceholders(code, exampleOf).map(({ text, name }) => {
    const value = { type: 'text' as const, value: text };
    if (!name) return value;
    return inline('span', [attribute('class', 'ph'), attribute('data-name', name.toLowerCase())], [value]);
  });
}
