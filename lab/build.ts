/** Builds the programs of the lab that are not there yet. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BIN, LAB } from './paths.ts';
import { buildArguments, programsOf, TOOLS, type Tool } from './tools.ts';

/** The tools of a part of which a program is missing. */
export function missing(parts: readonly Tool['part'][]): Tool[] {
  return TOOLS.filter(
    (tool) => parts.includes(tool.part) && programsOf(tool).some((name) => !existsSync(join(BIN, name))),
  );
}

/** Builds what is missing, one after the other, politely; throws with the tool's name when one fails. */
export function build(parts: readonly Tool['part'][]): void {
  mkdirSync(join(BIN, 'cni'), { recursive: true });
  for (const tool of missing(parts)) {
    console.log(`building ${programsOf(tool).join(', ')}`);
    const env = {
      ...process.env,
      CGO_ENABLED: tool.cgo ? '1' : '0',
      GOFLAGS: '-buildvcs=false -mod=readonly',
      GOWORK: 'off',
    };
    const { status } = spawnSync('nice', ['go', ...buildArguments(tool, BIN)], {
      cwd: join(LAB, 'tools', tool.module),
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) throw new Error(`lab/tools/${tool.module} did not build`);
  }
}
