/** One program in one file, made of its modules: what no page loads, and the bundler of the pages does not see. Build-time only. */
import { rolldown } from 'rolldown';
import { noteModules } from './licenses.ts';

/** Where a program runs: a service worker takes a script, Node a module. */
const FORMS = {
  browser: { platform: 'browser', format: 'iife' },
  node: { platform: 'node', format: 'esm' },
} as const;

/** Writes the program that begins in `input` to `file`, and notes what packages it holds; rejects where a module cannot be read. */
export async function bundleProgram(input: string, file: string, where: keyof typeof FORMS): Promise<void> {
  const { platform, format } = FORMS[where];
  const bundle = await rolldown({
    input,
    platform,
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'warn',
  });
  const { output } = await bundle.write({ file, format, minify: true, codeSplitting: false });
  noteModules(output.filter((written) => written.type === 'chunk'));
  await bundle.close();
}
