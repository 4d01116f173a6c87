/** The six topics, in reading order, each with its ordered sections. The id of a section stands in addresses: never rename one. */

export interface Section {
  readonly id: string;
  readonly title: string;
}

export interface Topic {
  readonly id: TopicId;
  readonly title: string;
  /** One sentence that says what a reader can do here. */
  readonly summary: string;
  readonly sections: readonly Section[];
}

export const TOPIC_IDS = ['docker', 'dockerfile', 'swarm', 'k8s', 'helm', 'troubleshooting'] as const;
export type TopicId = (typeof TOPIC_IDS)[number];

export const TOPICS: readonly Topic[] = [
  {
    id: 'docker',
    title: 'Docker',
    summary:
      'Run containers on one machine: start them, look inside, keep their data, publish their ports, and clean up afterwards.',
    sections: [
      { id: 'start', title: 'Start here' },
      { id: 'containers', title: 'Containers' },
      { id: 'images', title: 'Images and registries' },
      { id: 'data', title: 'Volumes and data' },
      { id: 'networks', title: 'Networks' },
      { id: 'compose', title: 'Compose' },
      { id: 'engine', title: 'Engine and desktop' },
      { id: 'security', title: 'Security' },
      { id: 'housekeeping', title: 'Housekeeping' },
      { id: 'reference', title: 'Cheat sheets and reading' },
    ],
  },
  {
    id: 'dockerfile',
    title: 'Dockerfile',
    summary: 'Write images that are small, build fast from cache, stop cleanly and do not run as root.',
    sections: [
      { id: 'start', title: 'Start here' },
      { id: 'instructions', title: 'Instructions' },
      { id: 'process', title: 'The process inside' },
      { id: 'speed', title: 'Size and speed' },
      { id: 'recipes', title: 'Recipes by language' },
      { id: 'reference', title: 'Reference and reading' },
    ],
  },
  {
    id: 'swarm',
    title: 'Swarm',
    summary: 'Join machines, roll out services, route traffic to them and keep a quorum of managers.',
    sections: [
      { id: 'start', title: 'Start here' },
      { id: 'cluster', title: 'Cluster' },
      { id: 'services', title: 'Services and stacks' },
      { id: 'network', title: 'Network' },
      { id: 'secrets', title: 'Secrets and configs' },
      { id: 'operate', title: 'Operate' },
      { id: 'reference', title: 'Cheat sheet' },
    ],
  },
  {
    id: 'k8s',
    title: 'Kubernetes',
    summary: 'Run pods, roll out changes, reach them over the network, and understand why the scheduler said no.',
    sections: [
      { id: 'start', title: 'Start here' },
      { id: 'kubectl', title: 'kubectl' },
      { id: 'workloads', title: 'Pods and workloads' },
      { id: 'network', title: 'Services and traffic' },
      { id: 'config', title: 'Configuration and secrets' },
      { id: 'storage', title: 'Storage' },
      { id: 'health', title: 'Health and resources' },
      { id: 'access', title: 'Clusters and access' },
      { id: 'reference', title: 'Cheat sheets and reading' },
    ],
  },
  {
    id: 'helm',
    title: 'Helm',
    summary: 'Install, upgrade and roll back releases; read, write and debug charts.',
    sections: [
      { id: 'start', title: 'Start here' },
      { id: 'releases', title: 'Releases' },
      { id: 'values', title: 'Values' },
      { id: 'charts', title: 'Charts' },
      { id: 'registries', title: 'Repositories and registries' },
      { id: 'reference', title: 'Versions and reference' },
    ],
  },
  {
    id: 'troubleshooting',
    title: 'Troubleshooting',
    summary:
      'Start from the message. Each fix has the steps, a way to check, the cause and how to keep it from coming back.',
    sections: [
      { id: 'build', title: 'Build' },
      { id: 'run', title: 'Run' },
      { id: 'network', title: 'Network' },
      { id: 'storage', title: 'Storage' },
      { id: 'registry', title: 'Registry' },
      { id: 'compose', title: 'Compose' },
      { id: 'swarm', title: 'Swarm' },
      { id: 'scheduling', title: 'Scheduling' },
      { id: 'pods', title: 'Pods' },
      { id: 'access', title: 'Access' },
      { id: 'helm', title: 'Helm' },
      { id: 'windows', title: 'Windows and Desktop' },
    ],
  },
];
