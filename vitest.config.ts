import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
    testTimeout: 60_000,
    // Modules here keep no state that a test could change for another, and loading them anew for each file took two thirds of the time.
    isolate: false,
    // One a core: left to itself Vitest keeps one core free.
    maxWorkers: '100%',
  },
});
