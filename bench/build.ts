/**
 * `npm run bench build -- [--pages 1000,2000]`: what a build costs cold, again after one edited note, and as the content grows.
 * The content is multiplied in a temporary folder; `0` is the content as it is. Needs GNU time, for the seconds
 * of all processes, and Linux, for their memory together.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { environment, heapOption, nodePath } from '../scripts/install.mjs';
import { filesBelow } from '../src/content/files.ts';
import { multipliedProject, removeProject } from './lib/multiplied.ts';
import { watchMemory } from './lib/tree-memory.ts';

const TIME = '/usr/bin/time';
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { pages: { type: 'string', default: '0,1000,2000' } },
});
if (spawnSync(TIME, ['--version']).status !== 0) {
  console.error(`${TIME} is missing: apt-get install time`);
  process.exit(1);
}

interface Cost {
  readonly wall: number;
  readonly cpu: number;
  /** Of all processes together, at their most. */
  readonly megabytes: number;
  /** Seconds of wall time by part, from the times that Astro prints. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Where a part ends in what Astro prints. */
const ENDS: readonly (readonly [string, RegExp])[] = [
  ['content and checks', /Building static entrypoints/],
  ['bundle', /generating static routes|Rearranging/],
  ['render', /\[build\] ✓ Completed in/],
  ['search and after', /\[build\] Complete!/],
];

async function build(folder: string): Promise<Cost> {
  const report = join(folder, 'time.txt');
  const log = join(folder, 'build.log');
  const started = Date.now();
  const out = openSync(log, 'w');
  const child = spawn(TIME, ['-f', '%U %S', '-o', report, nodePath(), 'node_modules/.bin/astro', 'build'], {
    cwd: folder,
    env: environment({ NODE_OPTIONS: heapOption(folder) }),
    stdio: ['ignore', out, out],
  });
  const memory = watchMemory(child.pid!);
  const [status] = await once(child, 'exit');
  memory.end();
  closeSync(out);
  const printed = readFileSync(log, 'utf8');
  if (status !== 0) throw new Error(`the build failed: ${printed.slice(-4000)}`);
  const [user = 0, system = 0] = readFileSync(report, 'utf8').trim().split('\n').at(-1)!.split(' ').map(Number);
  return {
    wall: (Date.now() - started) / 1000,
    cpu: user + system,
    megabytes: memory.peak(),
    parts: partsOf(printed, started),
  };
}

function partsOf(log: string, started: number): Record<string, number> {
  const parts: Record<string, number> = {};
  const lines = log.split('\n');
  let before = new Date(started).setMilliseconds(0);
  for (const [name, end] of ENDS) {
    // Where several lines fit, the last one before the next part ends it.
    const at = lines.findIndex(
      (line, index) =>
        end.test(line) && (name !== 'render' || index > lines.findIndex((one) => /generating static/.test(one))),
    );
    const clock = lines.slice(0, at + 1).findLast((line) => /^\d\d:\d\d:\d\d/.test(line));
    const [hours = 0, minutes = 0, seconds = 0] = (clock ?? '').slice(0, 8).split(':').map(Number);
    const time = new Date(started).setHours(hours, minutes, seconds, 0);
    parts[name] = Math.max(0, Math.round((time - before) / 1000));
    before = time;
  }
  return parts;
}

const rows = [];
for (const pages of values.pages.split(',').map(Number)) {
  const { folder, notes } = multipliedProject(pages);
  try {
    const cold = await build(folder);
    const html = filesBelow(join(folder, 'dist')).filter((name) => name.endsWith('.html')).length;
    appendFileSync(join(folder, 'content/docker/copy-files.mdx'), '\nOne more sentence.\n');
    // Moved, not deleted: where much was just deleted, ext4 makes new files slowly, which the first build did not meet.
    renameSync(join(folder, 'dist'), join(folder, 'dist-before'));
    for (const [name, cost] of [
      ['cold', cold],
      ['one note edited', await build(folder)],
    ] as const)
      rows.push({
        notes,
        pages: html,
        build: name,
        'wall s': Math.round(cost.wall),
        'CPU s': Math.round(cost.cpu),
        'CPU ms a page': Math.round((cost.cpu * 1000) / html),
        'peak MB': cost.megabytes,
        ...cost.parts,
      });
    console.table(rows);
  } finally {
    removeProject(folder);
  }
}
