/** What a page hands to the components of its Markdown, which get no props from it. */
declare namespace App {
  interface Locals {
    /** Names of the placeholders of the note, in their order. */
    placeholders?: readonly string[];
  }
}
