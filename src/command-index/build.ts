/** The index of all notes, made once a build. Build-time only. */
import { checkedNotes } from '../checks/integration.ts';
import { readContent } from '../content/files.ts';
import { indexCommands } from './entries.ts';
import type { Entry } from './types.ts';

let entries: Promise<Entry[]> | undefined;

/** Every command, flag, field and word of the notes. `titles` gives a page's title by its address, and a page without one is left out; without `titles` a page is called by its address. */
export function commandIndex(titles?: ReadonlyMap<string, string>): Promise<Entry[]> {
  entries ??= checkedNotes().then((notes) =>
    indexCommands(
      notes.flatMap((checked) => {
        const title = titles ? titles.get(checked.note.url) : checked.note.url;
        const example = (name: string) => readContent(`examples/${name}`, checked.note.file);
        return title === undefined ? [] : [{ title, checked, example }];
      }),
    ),
  );
  return entries;
}
