/** What a page hands to the components of its Markdown, which get no props from it. */
declare namespace App {
  interface Locals {
    noteHead?: import('./components/shell/note-head.ts').NoteHead;
  }
}
