// npm start [-- --port N]: installs what is missing, builds, serves, prints the address.
import { spawn } from 'node:child_process';
import { ensureInstalled, environment, nodePath, run } from './install.mjs';

ensureInstalled();
console.log('Building the site (about a minute)');
if (run('astro', ['build', '--silent']).status !== 0) {
  console.error('The build failed: see above');
  process.exit(1);
}
// The pinned Node serves, since it reads the TypeScript module that holds the headers.
const server = spawn(nodePath(), ['scripts/serve.mjs', ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  env: environment(),
});
server.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
