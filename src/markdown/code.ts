/** Markdown transforms of code: fences become a component, inline code gets its placeholders and breaks at its spaces only. */
import type { MdastPluginDefinition } from 'satteri';
import { loadCommands } from '../checks/commands/grammar.ts';
import { exampleOf, withExamples } from '../content/data.ts';
import { splitPlaceholders } from '../content/placeholders.ts';
import { unbroken } from '../lib/unbroken.ts';
import { flagMarker, flagsInSpan, markNothing } from '../tool-help/mark.ts';
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

/** The transforms are not asynchronous; the grammar is loaded before the first of them. */
const parser = await loadCommands();

/** Code that must not break at its dashes may break between its words; placeholders show their example, flags bear a mark. */
export const inlineCode: MdastPluginDefinition = {
  name: 'inline-code',
  inlineCode(node, ctx) {
    const words = unbroken(node.value, withExamples);
    const isFlag = words ? flagMarker(flagsInSpan(parser, node.value)) : markNothing;
    const inner = words
      ? words.flatMap(({ text, long }, index): Children => {
          const [, name = '', space = ''] = isFlag(text.trimEnd(), 0) ? (/^(\S+)(\s*)$/.exec(text) ?? []) : [];
          const parts: Children = name
            ? [inline('span', [attribute('class', 'fl')], withPlaceholders(name)), { type: 'text', value: space }]
            : withPlaceholders(text);
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
