/** Words that name a tool say which notebook is meant. Pure. */

const NOTEBOOKS: Readonly<Record<string, readonly string[]>> = {
  docker: ['docker', 'dockerfile', 'swarm'],
  compos: ['docker', 'swarm'],
  dockerfil: ['dockerfile'],
  swarm: ['swarm'],
  kubernet: ['k8s'],
  kubectl: ['k8s'],
  kube: ['k8s'],
  k8s: ['k8s'],
  helm: ['helm'],
};

/** Words that are at home in a notebook, though others use them too. */
const LEANS: Readonly<Record<string, readonly string[]>> = {
  contain: ['docker', 'dockerfile'],
  imag: ['docker', 'dockerfile'],
  registri: ['docker'],
  volum: ['docker'],
  pod: ['k8s'],
  deploy: ['k8s'],
  cluster: ['k8s'],
  namespac: ['k8s'],
  node: ['k8s', 'swarm'],
  servic: ['k8s', 'swarm', 'docker'],
  task: ['swarm'],
  stack: ['swarm'],
  manag: ['swarm'],
  replica: ['k8s', 'swarm'],
  chart: ['helm'],
  releas: ['helm'],
};

/** Topics that a word of the index leans to, or none. */
export const leansOf = (key: string): readonly string[] => LEANS[key] ?? [];

/** Topics that a word of the index names, or none. */
export const notebooksOf = (key: string): readonly string[] => NOTEBOOKS[key] ?? [];

/** Stands on half of all pages: looking it up costs every reader 8 kB and tells nothing. */
const EVERYWHERE = 'docker';

/** The tokens that are looked up: all but the name that is everywhere, unless there is nothing else. */
export function withoutEverywhere<T extends { readonly key: string; readonly raw?: boolean }>(
  tokens: readonly T[],
): T[] {
  const rest = tokens.filter(({ key }) => key !== EVERYWHERE);
  return rest.some(({ raw }) => raw !== true) || rest.some(({ key }) => key.startsWith('0')) ? rest : [...tokens];
}
