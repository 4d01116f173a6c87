/** The recorded tools, ready for questions; docker knows its plug-ins compose and buildx. */
import buildx from './cli/buildx.json' with { type: 'json' };
import compose from './cli/compose.json' with { type: 'json' };
import docker from './cli/docker.json' with { type: 'json' };
import helm from './cli/helm.json' with { type: 'json' };
import kubectl from './cli/kubectl.json' with { type: 'json' };
import { buildTree, type Command, parseFlag, type RecordedTree } from './tree.ts';

export const TREES: Readonly<Record<string, RecordedTree>> = { docker, compose, buildx, kubectl, helm };

/** The tree of each tool by its first word. */
export const ROOTS: ReadonlyMap<string, Command> = new Map([
  ['docker', dockerWithPlugins()],
  ['kubectl', buildTree(kubectl)],
  ['helm', buildTree(helm)],
]);

/** Plug-ins that come on their own and are not recorded: their calls are left alone, and nothing is claimed about them. */
export const UNRECORDED: Readonly<Record<string, readonly string[]>> = {
  docker: ['scout', 'init', 'debug', 'desktop', 'model', 'mcp', 'offload', 'sandbox', 'extension', 'ai', 'pass'],
  kubectl: ['krew', 'ctx', 'ns', 'neat', 'stern', 'tree'],
  helm: ['diff', 'secrets', 'unittest', 'mapkubeapis', '2to3'],
};

/** A lone flag that none of the recorded commands has, e.g. `--server-dry-run`. */
export function isUnknownFlag(text: string): boolean {
  const name = /^(--[\w-]+)(=\S*)?$/.exec(text)?.[1];
  const all = Object.values(TREES).flatMap(({ global, commands }) => [
    ...global,
    ...Object.values(commands).flatMap(({ flags }) => flags),
  ]);
  return name !== undefined && !all.some((flag) => parseFlag(flag).name === name);
}

function dockerWithPlugins(): Command {
  const root = buildTree(docker);
  const build = buildTree(buildx);
  root.children.set('compose', buildTree(compose));
  root.children.set('buildx', build);
  const built = build.children.get('build');
  const bake = build.children.get('bake');
  if (built) {
    root.children.set('build', built);
    root.children.get('image')?.children.set('build', built);
  }
  if (bake) root.children.set('bake', bake);
  // `docker builder` hands everything on to buildx.
  root.children.set('builder', build);
  return root;
}
