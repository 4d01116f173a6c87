// Finds a Chromium for the end-to-end tests, or gets one: what is there already, then Playwright's download, then apt.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { run } from './install.mjs';

const PLACES = [
  // The same engine without windows: the tests take two thirds of the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium, or undefined. */
export function findBrowser() {
  const own = process.env.CHROMIUM_PATH;
  if (own) return own;
  const installed = PLACES.find((path) => existsSync(path));
  if (installed) return installed;
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const downloaded = chromium.executablePath();
  return downloaded && existsSync(downloaded) ? downloaded : undefined;
}

/** The path of a Chromium, installed now if need be; throws one sentence that says what to install. */
export function ensureBrowser() {
  const there = findBrowser();
  if (there) return there;
  console.log('No Chromium found: asking Playwright for one');
  run('playwright', ['install', 'chromium'], { capture: true });
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  console.log('Playwright could not download one: asking apt');
  const apt = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const sh = (args) =>
    spawnSync(apt[0], [...apt.slice(1), ...args], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  sh(['update']);
  for (const name of ['chromium-headless-shell', 'chromium']) {
    sh(['install', '--yes', '--no-install-recommends', name]);
    const packaged = findBrowser();
    if (packaged) return packaged;
  }
  throw new Error(
    'The end-to-end tests need a Chromium: install the package chromium or Google Chrome, or set CHROMIUM_PATH to one.',
  );
}
