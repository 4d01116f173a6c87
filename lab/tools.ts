/** What the lab is made of: one Go module a program under lab/tools/, and how each is built. */

export interface Tool {
  /** The folder under lab/tools/ whose go.mod pins it. */
  readonly module: string;
  /** What `go build` gets, and the name of the program; without a name the packages' own names are kept. */
  readonly packages: readonly string[];
  readonly program?: string;
  readonly folder?: string;
  readonly flags?: readonly string[];
  /** Variables that the linker sets: the version that the program prints. */
  readonly set?: Readonly<Record<string, string>>;
  readonly cgo?: boolean;
  /** Needed for the engines, or for the cluster only. */
  readonly part: 'engines' | 'cluster';
}

/** The releases that the notes speak of; a new one is set here and in its go.mod. */
export const VERSIONS = {
  docker: '29.9.3',
  engine: '29.8.1',
  compose: '5.6.0',
  buildx: '0.38.2',
  kubernetes: '1.37.2',
  helm: '4.3.1',
  containerd: '2.4.2',
} as const;

const kube = (name: string): string => `k8s.io/kubernetes/cmd/${name}`;
const KUBE = 'k8s.io/component-base/version';
const ENGINE = 'github.com/moby/moby/v2';
const RUNTIME = 'github.com/containerd/containerd/v2';

/** In the order of building: what is wanted first comes first. */
export const TOOLS: readonly Tool[] = [
  {
    module: 'cli',
    part: 'engines',
    packages: ['github.com/docker/cli/cmd/docker'],
    program: 'docker',
    flags: ['-gcflags=github.com/docker/cli/...=-lang=go1.25'],
    set: {
      'github.com/docker/cli/cli/version.Version': VERSIONS.docker,
      'github.com/docker/cli/cli/version.GitCommit': 'lab',
      'github.com/docker/cli/cli/version.BuildTime': '2026-11-26T00:00:00Z',
    },
  },
  {
    module: 'runc',
    part: 'engines',
    packages: ['github.com/opencontainers/runc'],
    flags: ['-tags=seccomp'],
    cgo: true,
  },
  {
    module: 'containerd',
    part: 'engines',
    packages: ['containerd', 'containerd-shim-runc-v2', 'ctr'].map((name) => `${RUNTIME}/cmd/${name}`),
    set: { [`${RUNTIME}/version.Version`]: `v${VERSIONS.containerd}` },
  },
  {
    module: 'dockerd',
    part: 'engines',
    packages: [`${ENGINE}/cmd/dockerd`, `${ENGINE}/cmd/docker-proxy`],
    set: {
      [`${ENGINE}/dockerversion.Version`]: VERSIONS.engine,
      [`${ENGINE}/dockerversion.GitCommit`]: 'lab',
      [`${ENGINE}/dockerversion.BuildTime`]: '2026-09-15T00:00:00Z',
    },
    cgo: true,
  },
  {
    module: 'compose',
    part: 'engines',
    packages: ['github.com/docker/compose/v5/cmd'],
    program: 'docker-compose',
    set: { 'github.com/docker/compose/v5/internal.Version': `v${VERSIONS.compose}` },
  },
  {
    module: 'buildx',
    part: 'engines',
    packages: ['github.com/docker/buildx/cmd/buildx'],
    program: 'docker-buildx',
    set: {
      'github.com/docker/buildx/version.Version': `v${VERSIONS.buildx}`,
      'github.com/docker/buildx/version.Revision': 'lab',
    },
  },
  {
    module: 'dockerd',
    part: 'engines',
    packages: ['github.com/moby/buildkit/frontend/dockerfile/cmd/dockerfile-frontend'],
  },
  { module: 'registry', part: 'engines', packages: ['github.com/distribution/distribution/v3/cmd/registry'] },
  { module: 'coredns', part: 'engines', packages: ['github.com/coredns/coredns'] },
  {
    module: 'kubernetes',
    part: 'cluster',
    packages: [
      'kube-apiserver',
      'kube-controller-manager',
      'kube-scheduler',
      'kubelet',
      'kube-proxy',
      'kubectl',
      'kubeadm',
    ].map(kube),
    set: {
      [`${KUBE}.gitVersion`]: `v${VERSIONS.kubernetes}`,
      [`${KUBE}.gitMajor`]: '1',
      [`${KUBE}.gitMinor`]: '37',
      [`${KUBE}.gitCommit`]: 'lab',
      [`${KUBE}.gitTreeState`]: 'clean',
      [`${KUBE}.buildDate`]: '2026-09-15T00:00:00Z',
      'k8s.io/client-go/pkg/version.gitVersion': `v${VERSIONS.kubernetes}`,
    },
  },
  {
    module: 'cni',
    part: 'cluster',
    folder: 'cni',
    packages: ['plugins/main/bridge', 'plugins/main/loopback', 'plugins/ipam/host-local', 'plugins/meta/portmap'].map(
      (name) => `github.com/containernetworking/plugins/${name}`,
    ),
  },
  { module: 'etcd', part: 'cluster', packages: ['go.etcd.io/etcd/server/v3'], program: 'etcd' },
  { module: 'etcd', part: 'cluster', packages: ['go.etcd.io/etcd/etcdctl/v3', 'go.etcd.io/etcd/etcdutl/v3'] },
  {
    module: 'helm',
    part: 'cluster',
    packages: ['helm.sh/helm/v4/cmd/helm'],
    set: { 'helm.sh/helm/v4/internal/version.version': `v${VERSIONS.helm}` },
  },
  { module: 'metrics-server', part: 'cluster', packages: ['sigs.k8s.io/metrics-server/cmd/metrics-server'] },
  { module: 'local-path', part: 'cluster', packages: ['github.com/rancher/local-path-provisioner'] },
];

/** The arguments of `go` for a tool that is to be laid in `bin`. */
export function buildArguments(tool: Tool, bin: string): string[] {
  const set = Object.entries(tool.set ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  const to = tool.program ? `${bin}/${tool.program}` : `${bin}/${tool.folder ? `${tool.folder}/` : ''}`;
  return [
    'build',
    '-p',
    '2',
    ...(tool.flags ?? []),
    `-ldflags=${['-s -w', ...set].join(' ')}`,
    '-o',
    to,
    ...tool.packages,
  ];
}

/** The programs that a tool leaves in `bin`. */
export function programsOf(tool: Tool): string[] {
  const names = tool.program
    ? [tool.program]
    : tool.packages.map(
        (path) =>
          path
            .replace(/\/v\d+$/, '')
            .split('/')
            .at(-1) ?? path,
      );
  return tool.folder ? names.map((name) => `${tool.folder}/${name}`) : names;
}
