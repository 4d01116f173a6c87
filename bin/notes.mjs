#!/usr/bin/env node
// The terminal program of a checkout: what the last build made of it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = new URL('../dist/terminal/notes.mjs', import.meta.url);
if (existsSync(fileURLToPath(program))) await import(program.href);
else {
  console.error('notes: there is no built site yet: run npm start, or npm run build');
  process.exitCode = 2;
}
