/** The memory of a process with all that it starts, on Linux. */
import { readdirSync, readFileSync } from 'node:fs';

/** Looks every 200 ms at what a process and its children hold together; `peak` gives the most so far, in MB. */
export function watchMemory(pid: number): { peak(): number; end(): void } {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, heldBy(pid));
  }, 200);
  return { peak: () => Math.round(most / 1024), end: () => clearInterval(timer) };
}

/** Resident kB of a process and of its children; of one that has just ended, none. */
function heldBy(pid: number): number {
  try {
    const [, own = '0'] = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return children.reduce((sum, child) => sum + heldBy(child), Number(own));
  } catch {
    return 0;
  }
}
