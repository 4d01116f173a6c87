/** What a note may use. The map is handed to <Content>, so that no note imports anything. */
import Aside from './Aside.astro';
import Changed from './Changed.astro';
import CodeBlock from './CodeBlock.astro';
import Danger from './Danger.astro';
import Example from './Example.astro';
import Figure from './Figure.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Sidenote from './Sidenote.astro';
import Steps from './Steps.astro';
import Table from './Table.astro';
import Th from './Th.astro';
import Was from './Was.astro';

export const writerComponents = {
  Aside,
  Changed,
  CodeBlock,
  Danger,
  Example,
  Figure,
  Sidenote,
  Steps,
  Was,
  h2: Heading2,
  h3: Heading3,
  table: Table,
  th: Th,
};
