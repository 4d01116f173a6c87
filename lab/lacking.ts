/** What `up` needs of the machine, and in plain words what cannot be recorded without it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is asked of a machine; tests answer for it. */
export interface Machine {
  readonly platform: string;
  readonly root: boolean;
  readonly has: (program: string) => boolean;
  /** Whether the kernel knows a file system, or a kind of network device. */
  readonly knows: (what: 'overlay' | 'bridge' | 'veth') => boolean;
}

const NEEDS: readonly (readonly [program: string, without: string])[] = [
  ['go', 'nothing can be built: install Go 1.26, or name an engine with --docker-host and a cluster with --context'],
  ['unshare', 'no namespaces, no lab: install util-linux'],
  ['nsenter', 'no namespaces, no lab: install util-linux'],
  ['ip', 'no networks, no lab: install iproute2'],
  ['iptables', 'no engine publishes a port: install iptables'],
  ['gcc', 'runc and dockerd are not built: install gcc and libseccomp-dev'],
  ['openssl', 'no registry with TLS, so nothing is pulled: install openssl'],
  ['tini-static', 'no engine starts, and --init cannot be recorded: install tini'],
];

const KERNEL: readonly (readonly [what: 'overlay' | 'bridge' | 'veth', without: string])[] = [
  ['overlay', 'no overlay file system: modprobe overlay; without it nothing can be recorded'],
  ['bridge', 'no bridges: modprobe bridge; without them no container has a network and nothing can be recorded'],
  ['veth', 'no veth pairs: modprobe veth; without them no container has a network and nothing can be recorded'],
];

/** One sentence for each thing that is missing. Pure. */
export function lackingOn(machine: Machine): string[] {
  if (machine.platform !== 'linux')
    return ['the lab needs Linux; elsewhere name an engine with --docker-host and a cluster with --context'];
  return [
    ...(machine.root ? [] : ['the lab needs root, for namespaces and mounts of its own: sudo npm run lab -- up']),
    ...NEEDS.filter(([program]) => !machine.has(program)).map(
      ([program, without]) => `${program} is missing: ${without}`,
    ),
    ...KERNEL.filter(([what]) => !machine.knows(what)).map(([, without]) => `the kernel has ${without}`),
  ];
}

/** What is missing on this machine. */
export const lacking = (): string[] =>
  lackingOn({
    platform: process.platform,
    root: process.getuid?.() === 0,
    has: (program) =>
      (process.env['PATH'] ?? '')
        .split(':')
        .concat('/usr/sbin', '/sbin')
        .some((folder) => existsSync(join(folder, program))),
    knows,
  });

/** Tries it in a network namespace that is gone with the command; who may not try is told to become root anyway. */
function knows(what: 'overlay' | 'bridge' | 'veth'): boolean {
  if (process.getuid?.() !== 0) return true;
  if (what === 'overlay')
    return readFileSync('/proc/filesystems', 'utf8').includes('overlay') || spawnSync('modprobe', [what]).status === 0;
  const device = what === 'bridge' ? ['type', 'bridge'] : ['type', 'veth', 'peer', 'name', 'try1'];
  const tried = spawnSync('unshare', ['--net', 'ip', 'link', 'add', 'name', 'try0', ...device], {
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
  });
  // Without the programs that is said already.
  return tried.error !== undefined || tried.status === 0 || tried.status === 127;
}
