// node scripts/run.mjs COMMAND [ARG ...]: installs what is missing, then runs a command of node_modules/.bin, or a TypeScript or
// JavaScript file, with the pinned Node 24 and without Astro's telemetry. Every script of package.json goes through here.
import { ensureInstalled, run } from './install.mjs';

const [command = '', ...args] = process.argv.slice(2);
ensureInstalled();
const isFile = /\.(ts|mjs)$/.test(command);
if (command === 'astro' && args[0] === 'build') console.log('Building the site (about a minute)');
const { status } = isFile ? run('node', [command, ...args]) : run(command, args);
process.exit(status);
