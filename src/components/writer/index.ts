/** What a note may use. The map is handed to <Content>, so that no note imports anything. */
import Aside from './Aside.astro';
import Changed from './Changed.astro';
import CodeBlock from './CodeBlock.astro';
import Danger from './Danger.astro';
import Example from './Example.astro';
import Figure from './Figure.astro';
import Sidenote from './Sidenote.astro';
import Tab from './Tab.astro';
import Tabs from './Tabs.astro';
import Was from './Was.astro';

export const writerComponents = {
  Aside,
  Changed,
  CodeBlock,
  Danger,
  Example,
  Figure,
  Sidenote,
  Tab,
  Tabs,
  Was,
};
