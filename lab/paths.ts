/** Where the lab keeps what it builds and what it runs on; nothing of it is committed. */
import { join } from 'node:path';

export const PROJECT = process.cwd();
export const LAB = import.meta.dirname;
/** CFN_LAB_HOME lets several work trees share one build. */
export const HOME = process.env['CFN_LAB_HOME'] ?? join(PROJECT, '.cache', 'lab');
export const BIN = join(HOME, 'bin');
export const STATE = join(HOME, 'state');
