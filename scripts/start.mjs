// npm start: installs what is missing, builds, serves, prints the address.
import { spawn } from 'node:child_process';
import { ensureInstalled, environment, run } from './install.mjs';

ensureInstalled();
if (run('astro', ['build', '--silent']).status !== 0) {
  console.error('The build failed: see above');
  process.exit(1);
}
// The pinned Node serves, since it reads the TypeScript module that holds the headers.
const server = spawn('node', ['scripts/serve.mjs', ...process.argv.slice(2)], { stdio: 'inherit', env: environment() });
server.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
