/** Names that readers know for the programs of a recording. */
const NAMES: Readonly<Record<string, string>> = {
  engine: 'Docker',
  docker: 'the Docker CLI',
  compose: 'Compose',
  buildx: 'buildx',
  kubernetes: 'Kubernetes',
  helm: 'Helm',
};

/** The programs that printed an output with their releases: `Docker 29.8.1`. The CLI counts only where no engine ran. Pure. */
export function printedBy(versions: Readonly<Record<string, string>>): string {
  return Object.entries(versions)
    .filter(([program]) => program !== 'docker' || versions['engine'] === undefined)
    .map(([program, version]) => `${NAMES[program] ?? program} ${version}`)
    .join(', ');
}
