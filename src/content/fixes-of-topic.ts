/** Sections of troubleshooting that belong to a topic. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  docker: ['run', 'network', 'storage', 'registry', 'compose', 'windows'],
  dockerfile: ['build'],
  swarm: ['swarm'],
  k8s: ['scheduling', 'pods', 'access'],
  helm: ['helm'],
};

/** The fixes that a topic's first page lists: those at home in its areas and, for network and storage, run with its tool. */
export function fixesOf<F extends { type: string; section: string; tools: readonly string[] }>(
  topic: string,
  notes: readonly F[],
): F[] {
  const tool = { docker: ['docker', 'compose', 'buildx'], k8s: ['kubectl'] }[topic];
  return notes.filter((note) => {
    if (note.type !== 'fix') return false;
    const shared = ['network', 'storage', 'registry'].includes(note.section);
    if (shared && tool) return topic === 'k8s' ? note.tools.includes('kubectl') : !note.tools.includes('kubectl');
    return SECTIONS[topic]?.includes(note.section) ?? false;
  });
}
