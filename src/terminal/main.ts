/** Where the terminal program begins; the bundle of this file is terminal/notes.mjs in the built site and in the package. */
import { join } from 'node:path';
import { main } from './cli.ts';

const { stdin, stdout, stderr } = process;

// Ctrl C ends what writes into the pipe, and then the log is looked up; a second one ends this as well.
if (!stdin.isTTY) process.once('SIGINT', () => undefined);
// The reader of what is printed may be gone: notes ... | head
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

process.exitCode = await main(process.argv.slice(2), join(import.meta.dirname, '..'), {
  input: stdin.isTTY ? undefined : stdin,
  out: (text) => void stdout.write(text),
  error: (text) => void stderr.write(text),
  columns: stdout.columns ?? 80,
  colour: stdout.isTTY === true && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb',
});
