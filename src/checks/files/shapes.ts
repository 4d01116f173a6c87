/** Shapes of files that have no schema on npm, written down from their documentation. Pure. */
import type { Field, Shape } from './shape.ts';

const any: Shape = { is: 'any' };
const string: Shape = { is: 'string' };
const strings: Shape = { is: 'list', of: () => string };
const boolean: Shape = { is: 'boolean' };
const number: Shape = { is: 'number' };
const texts: Shape = { is: 'map', of: () => string };

/** An object from its fields; a name with `!` is required. */
function object(name: string, fields: Readonly<Record<string, Shape>>): Shape {
  return {
    is: 'object',
    name,
    fields: new Map(
      Object.entries(fields).map(([key, shape]): [string, Field] => [
        key.replace('!', ''),
        { required: key.endsWith('!'), shape: () => shape },
      ]),
    ),
  };
}
const list = (shape: Shape): Shape => ({ is: 'list', of: () => shape });
const fieldsOf = (names: string, shape: Shape): Record<string, Shape> =>
  Object.fromEntries(names.split(' ').map((name) => [name, shape]));

/** Chart.yaml, https://helm.sh/docs/topics/charts/ */
export const CHART: Shape = object('Chart.yaml', {
  'apiVersion!': { is: 'enum', values: ['v2'] },
  'name!': string,
  'version!': string,
  ...fieldsOf('kubeVersion description home icon appVersion', string),
  type: { is: 'enum', values: ['application', 'library'] },
  keywords: strings,
  sources: strings,
  deprecated: boolean,
  annotations: texts,
  maintainers: list(object('maintainer', { 'name!': string, email: string, url: string })),
  dependencies: list(
    object('dependency', {
      'name!': string,
      version: string,
      repository: string,
      condition: string,
      tags: strings,
      'import-values': any,
      alias: string,
    }),
  ),
});

/** kustomization.yaml of Kustomize 5; the old names are unknown on purpose. */
export const KUSTOMIZATION: Shape = object('kustomization.yaml', {
  apiVersion: { is: 'enum', values: ['kustomize.config.k8s.io/v1beta1', 'kustomize.config.k8s.io/v1alpha1'] },
  kind: { is: 'enum', values: ['Kustomization', 'Component'] },
  ...fieldsOf('resources components crds configurations generators transformers validators', strings),
  ...fieldsOf('namespace namePrefix nameSuffix', string),
  ...fieldsOf(
    'metadata buildMetadata configMapGenerator secretGenerator generatorOptions helmCharts helmGlobals openapi replicas',
    any,
  ),
  commonAnnotations: texts,
  labels: list(object('labels', { pairs: texts, includeSelectors: boolean, includeTemplates: boolean, fields: any })),
  images: list(
    object('image', { 'name!': string, newName: string, newTag: string, digest: string, tagSuffix: string }),
  ),
  patches: list(object('patch', { path: string, patch: string, target: any, options: any })),
  replacements: list(object('replacement', { path: string, source: any, targets: any })),
});

/** daemon.json of dockerd 29, https://docs.docker.com/reference/cli/dockerd/#daemon-configuration-file */
export const DAEMON: Shape = object('daemon.json', {
  ...fieldsOf(
    'allow-direct-routing allow-nondistributable-artifacts authorization-plugins cdi-spec-dirs dns dns-opts dns-search exec-opts hosts insecure-registries labels registry-mirrors storage-opts',
    strings,
  ),
  ...fieldsOf(
    'bip bip6 bridge bridge-accept-fwmark cgroup-parent containerd containerd-namespace containerd-plugins-namespace data-root default-cgroupns-mode default-gateway default-gateway-v6 default-ipc-mode default-runtime default-shm-size exec-root fixed-cidr fixed-cidr-v6 firewall-backend group host-gateway-ip http-proxy https-proxy init-path ip ipc-mode log-driver log-format log-level metrics-addr min-api-version no-proxy pidfile seccomp-profile storage-driver swarm-default-advertise-addr tlscacert tlscert tlskey userland-proxy-path userns-remap',
    string,
  ),
  ...fieldsOf(
    'allow-direct-routing debug experimental icc init ip-forward ip-forward-no-drop ip-masq ip6tables iptables ipv6 live-restore no-new-privileges raw-logs rootless selinux-enabled tls tlsverify userland-proxy validate',
    boolean,
  ),
  ...fieldsOf(
    'cpu-rt-period cpu-rt-runtime max-concurrent-downloads max-concurrent-uploads max-download-attempts mtu network-control-plane-mtu network-diagnostic-port oom-score-adjust shutdown-timeout',
    number,
  ),
  ...fieldsOf('builder features proxies runtimes default-network-opts node-generic-resources', any),
  'default-address-pools': list(object('address pool', { 'base!': string, 'size!': number })),
  'default-ulimits': { is: 'map', of: () => object('ulimit', { Name: string, Hard: number, Soft: number }) },
  'host-gateway-ips': strings,
  'log-opts': texts,
});

/** Kinds that a cluster has only with an add-on, or that configure a tool; their top-level fields by `apiVersion kind`. */
export const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  'gateway.networking.k8s.io/v1 GatewayClass': ['spec', 'status'],
  'gateway.networking.k8s.io/v1 Gateway': ['spec', 'status'],
  'gateway.networking.k8s.io/v1 HTTPRoute': ['spec', 'status'],
  'gateway.networking.k8s.io/v1 GRPCRoute': ['spec', 'status'],
  'gateway.networking.k8s.io/v1beta1 ReferenceGrant': ['spec'],
  'kubeadm.k8s.io/v1beta4 ClusterConfiguration':
    'kubernetesVersion controlPlaneEndpoint networking apiServer controllerManager scheduler etcd dns proxy certificatesDir imageRepository featureGates clusterName encryptionAlgorithm certificateValidityPeriod caCertificateValidityPeriod'.split(
      ' ',
    ),
  'kubeadm.k8s.io/v1beta4 InitConfiguration':
    'bootstrapTokens localAPIEndpoint nodeRegistration skipPhases patches timeouts dryRun certificateKey'.split(' '),
  'kubeadm.k8s.io/v1beta4 JoinConfiguration':
    'discovery nodeRegistration controlPlane caCertPath skipPhases patches timeouts dryRun'.split(' '),
  'kubelet.config.k8s.io/v1beta1 KubeletConfiguration':
    'cgroupDriver evictionHard evictionSoft evictionSoftGracePeriod maxPods podPidsLimit imageGCHighThresholdPercent imageGCLowThresholdPercent containerLogMaxSize containerLogMaxFiles systemReserved kubeReserved failSwapOn memorySwap shutdownGracePeriod shutdownGracePeriodCriticalPods crashLoopBackOff serializeImagePulls maxParallelImagePulls rotateCertificates serverTLSBootstrap authentication authorization clusterDNS clusterDomain registryPullQPS registryBurst'.split(
      ' ',
    ),
  'kind.x-k8s.io/v1alpha4 Cluster':
    'name nodes networking featureGates runtimeConfig kubeadmConfigPatches kubeadmConfigPatchesJSON6902 containerdConfigPatches containerdConfigPatchesJSON6902'.split(
      ' ',
    ),
  'eksctl.io/v1alpha5 ClusterConfig':
    'managedNodeGroups nodeGroups iam addons vpc accessConfig cloudWatch fargateProfiles availabilityZones kubernetesNetworkConfig privateCluster secretsEncryption autoModeConfig'.split(
      ' ',
    ),
};
