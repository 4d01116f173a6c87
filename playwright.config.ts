import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Room for a machine four times slower than an idle one; a wait ends as soon as what it waits for is there.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: 'http://127.0.0.1:4377',
    // What a test sees go over the network is what a page asked for; offline.spec.ts lets the worker in.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Quiet on closed networks, and able to run as root in a container.
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: { command: 'node scripts/serve.mjs', env: { PORT: '4377' }, url: 'http://127.0.0.1:4377/', reuseExistingServer: false, stdout: 'ignore' },
});
