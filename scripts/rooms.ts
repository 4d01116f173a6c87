/** `npm run rooms`: draws who imports from whom into CONTRIBUTING.md, from the import lines of the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImports, roomGraph } from './imports.ts';

const FILE = join(import.meta.dirname, '..', 'CONTRIBUTING.md');
const PICTURE = /(?<=<!-- rooms: drawn by npm run rooms -->\n)[\s\S]*?(?=<!-- end of rooms -->)/;

/** Rooms that everybody may ask, left out of the picture: it would be all arrows. */
const COMMON = new Set(['lib', 'site.ts', 'topics.ts', 'styles']);

/** The picture in Mermaid: an arrow from a room to each that it imports from, without those that a longer way says already. */
export function drawRooms(graph: ReadonlyMap<string, ReadonlySet<string>>): string {
  const shown = new Map(
    [...graph]
      .filter(([room]) => !COMMON.has(room))
      .map(([room, to]) => [room, [...to].filter((other) => !COMMON.has(other)).sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const reaches = (from: string, to: string): boolean =>
    (shown.get(from) ?? []).some((next) => next === to || reaches(next, to));
  const arrows = [...shown].flatMap(([room, to]) =>
    to
      .filter((other) => !to.some((between) => between !== other && reaches(between, other)))
      .map((other) => `  ${idOf(room)}["${nameOf(room)}"] --> ${idOf(other)}["${nameOf(other)}"]`),
  );
  return ['```mermaid', 'flowchart TD', ...arrows, '```', ''].join('\n');
}

const nameOf = (room: string): string => room.replace(/\.(d\.)?ts$/, '');
const idOf = (room: string): string => nameOf(room).replace(/[^a-z]/g, '_');

/** CONTRIBUTING.md with the picture of today. */
export function withPicture(text: string): string {
  if (!PICTURE.test(text)) throw new Error('CONTRIBUTING.md has no place for the picture of the rooms');
  return text.replace(PICTURE, drawRooms(roomGraph(readImports(['src']))));
}

if (import.meta.main) {
  writeFileSync(FILE, withPicture(readFileSync(FILE, 'utf8')));
  console.log('CONTRIBUTING.md shows the rooms as they are');
}
