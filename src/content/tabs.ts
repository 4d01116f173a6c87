/** What the tabs of a note can be about, and the names that a tab may have; a reader's choice counts for all tabs of one kind. */
export const TAB_KINDS: Readonly<Record<string, readonly string[]>> = {
  tool: ['Docker', 'Compose', 'Swarm', 'Kubernetes', 'Helm'],
  system: ['Linux', 'macOS', 'Windows'],
  shell: ['bash', 'PowerShell', 'Command Prompt'],
};
