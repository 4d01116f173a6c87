/** Loads the bash grammar, once. Build-time only: it opens two WebAssembly files of npm packages. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

let loading: Promise<Parser> | undefined;

/** A parser for bash, the same one for every caller. */
export function loadCommands(): Promise<Parser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Parser> {
  // The build bundles this file, so the packages are looked up from the project's root.
  const require = createRequire(pathToFileURL(join(process.cwd(), 'package.json')));
  const wasm = require.resolve('web-tree-sitter/web-tree-sitter.wasm');
  await Parser.init({ locateFile: () => wasm });
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-bash/tree-sitter-bash.wasm')));
  return parser;
}
