/** Builds the programs of the lab that are not there yet. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
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
  if (parts.includes('cluster')) layDefinitions();
}

/** Where the modules under lab/tools/crds keep their definitions of kinds. The lab has the kinds, not the controllers. */
const DEFINITIONS: Readonly<Record<string, readonly [module: string, folder: string]>> = {
  gateway: ['sigs.k8s.io/gateway-api', 'config/crd/standard'],
  'cert-manager': ['github.com/cert-manager/cert-manager', 'deploy/crds'],
  snapshots: ['github.com/kubernetes-csi/external-snapshotter/client/v8', 'config/crd'],
};

/** Copies the definitions of kinds that pages speak of beside the programs, once. */
function layDefinitions(): void {
  for (const [name, [module, folder]] of Object.entries(DEFINITIONS)) {
    const to = join(BIN, 'crds', name);
    if (existsSync(to)) continue;
    const options = { cwd: join(LAB, 'tools', 'crds'), encoding: 'utf8' } as const;
    const fetched = spawnSync('go', ['mod', 'download', module], options);
    const from = spawnSync('go', ['list', '-m', '-f', '{{.Dir}}', module], options).stdout.trim();
    if (fetched.status !== 0 || from === '') throw new Error(`lab/tools/crds: ${module}: ${fetched.stderr}`);
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(join(from, folder)))
      if (/_[a-z]+\.yaml$/.test(file) && !file.includes('_vap_'))
        copyFileSync(join(from, folder, file), join(to, file));
  }
}
