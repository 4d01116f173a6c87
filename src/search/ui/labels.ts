/** What the page calls kinds and topics. */

const KINDS: Record<string, [one: string, many: string]> = {
  fix: ['Fix', 'Fixes'],
  task: ['How to', 'How to'],
  concept: ['Concept', 'Concepts'],
  reference: ['Reference', 'Reference'],
  topic: ['Topic', 'Topics'],
};
const TOPICS: Record<string, string> = {
  docker: 'Docker',
  dockerfile: 'Dockerfile',
  swarm: 'Swarm',
  k8s: 'Kubernetes',
  helm: 'Helm',
  troubleshooting: 'Troubleshooting',
};

/** The mark of a result. */
export const kindOf = (kind: string): string => KINDS[kind]?.[0] ?? kind;
/** The name of a filter. */
export const kindsOf = (kind: string): string => KINDS[kind]?.[1] ?? kind;
/** The name of a topic. */
export const topicOf = (topic: string): string => TOPICS[topic] ?? 'This site';
/** A number and its noun. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
