/** `npm run bench dev -- [--pages 1000]`: from a saved note to what the browser shows of it, in `npm run dev`, with the content multiplied. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';
import { environment, nodePath } from '../scripts/install.mjs';
import { multipliedProject, removeProject } from './lib/multiplied.ts';

const SAVES = 7;
const { values } = parseArgs({ args: process.argv.slice(3), options: { pages: { type: 'string', default: '1000' } } });
const { folder, notes } = multipliedProject(Number(values.pages));
const port = await new Promise<number>((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address() as { port: number };
    server.close(() => found(free));
  });
});
const dev = spawn(nodePath(), ['node_modules/.bin/astro', 'dev', '--port', String(port), '--host', '127.0.0.1'], {
  cwd: folder,
  env: environment(),
  stdio: ['ignore', 'pipe', 'inherit'],
});
let said = '';
dev.stdout.setEncoding('utf8').on('data', (text: string) => {
  said += text;
});
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox'],
});
try {
  while (!/ready in/.test(said)) await new Promise((again) => setTimeout(again, 100));
  const page = await browser.newPage();
  const opened = performance.now();
  await page.goto(`http://127.0.0.1:${port}/docker/copy-files/`, { timeout: 120_000 });
  const first = performance.now() - opened;
  const file = join(folder, 'content/docker/copy-files.mdx');
  const times: number[] = [];
  for (let save = 1; save <= SAVES; save += 1) {
    // The reload of the save before has to be over, and what runs behind it.
    await page.waitForLoadState('networkidle');
    const started = performance.now();
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/\n+(?:Saved \d+ times\.\n)?$/, `\n\nSaved ${save} times.\n`),
    );
    await page.getByText(`Saved ${save} times.`).waitFor({ timeout: 60_000 });
    times.push(performance.now() - started);
  }
  await page.waitForLoadState('networkidle');
  const text = readFileSync(file, 'utf8');
  const wrong = performance.now();
  writeFileSync(file, `${text}\nRun \`docker pss\`.\n`);
  await page.locator('[data-findings]', { hasText: 'docker pss' }).waitFor({ timeout: 60_000 });
  const told = performance.now() - wrong;
  times.sort((a, b) => a - b);
  console.table([
    {
      notes,
      'first page ms': Math.round(first),
      'save to screen, median ms': Math.round(times[SAVES >> 1] ?? 0),
      'fault to screen ms': Math.round(told),
      'fastest ms': Math.round(times[0] ?? 0),
      'slowest ms': Math.round(times.at(-1) ?? 0),
    },
  ]);
} finally {
  await browser.close();
  dev.kill();
  removeProject(folder);
}
