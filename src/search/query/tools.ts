/** Words that name a tool say which topic is meant. Pure. */

const TOPICS: Readonly<Record<string, readonly string[]>> = {
  docker: ['docker', 'dockerfile'],
  compos: ['docker'],
  dockerfil: ['dockerfile'],
  swarm: ['swarm'],
  kubernet: ['k8s'],
  kubectl: ['k8s'],
  kube: ['k8s'],
  k8s: ['k8s'],
  helm: ['helm'],
};

/** Tools of a page as its front matter names them, and the topics that speak of them. */
const TOPICS_OF_TOOL: Readonly<Record<string, readonly string[]>> = {
  docker: ['docker', 'dockerfile'],
  buildx: ['docker', 'dockerfile'],
  compose: ['docker'],
  kubectl: ['k8s'],
  helm: ['helm'],
};

/** Topics that a word of the index names, or none. */
export const topicsNamed = (key: string): readonly string[] =>
  (Object.hasOwn(TOPICS, key) ? TOPICS[key] : undefined) ?? [];

/** Topics that a page is about: its own, and for a fix those of its tools. */
export const topicsOf = (topic: string, kind: string, tools: readonly string[]): readonly string[] =>
  kind === 'fix' ? [...new Set(tools.flatMap((tool) => TOPICS_OF_TOOL[tool] ?? []))] : topic === '' ? [] : [topic];
