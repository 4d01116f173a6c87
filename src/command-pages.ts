/** The pages below /commands/. */
export interface CommandPage {
  readonly id: string;
  readonly title: string;
  readonly lede: string;
}

/** In their order. */
export const COMMAND_PAGES: readonly CommandPage[] = [
  {
    id: 'docker',
    title: 'docker',
    lede: 'Every docker command of these notes with its flags, and each place that uses it.',
  },
  {
    id: 'compose',
    title: 'docker compose',
    lede: 'Every docker compose command with its flags, then the keys of the Compose file.',
  },
  { id: 'buildx', title: 'docker build and buildx', lede: 'The commands that build images, with their flags.' },
  { id: 'dockerfile', title: 'Dockerfile instructions', lede: 'Every instruction, and each section that shows it.' },
  {
    id: 'kubectl',
    title: 'kubectl',
    lede: 'Every kubectl command of these notes with its flags, and each place that uses it.',
  },
  {
    id: 'kubernetes',
    title: 'Kubernetes kinds and fields',
    lede: 'The kinds of objects in the manifests of these notes, each with its fields.',
  },
  { id: 'helm', title: 'helm', lede: 'Every helm command of these notes with its flags, and each place that uses it.' },
  {
    id: 'words',
    title: 'Variables, paths, codes and signals',
    lede: 'Environment variables, files and folders, exit codes and signals.',
  },
];
