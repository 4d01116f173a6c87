/** A table of each kind as it is printed, for pages and checks. Build-time only. */
import type { TableId } from './tables.ts';

/** By the command: columns in their order, with a cell of each. */
export const SAMPLES: Readonly<Record<TableId, Readonly<Record<string, string>>>> = {
  'docker ps': {
    'CONTAINER ID': '3f2a91c0d1b4',
    IMAGE: 'shop/api:1.4',
    COMMAND: '"node server.js"',
    CREATED: '2 minutes ago',
    STATUS: 'Up 2 minutes',
    PORTS: '',
    NAMES: 'api',
  },
  'docker compose ps': {
    NAME: 'shop-api-1',
    IMAGE: 'shop/api:1.4',
    COMMAND: '"node server.js"',
    SERVICE: 'api',
    CREATED: '2 minutes ago',
    STATUS: 'Up 2 minutes',
    PORTS: '',
  },
  'docker service ls': {
    ID: 'x1atwav4yfo8',
    NAME: 'shop_web',
    MODE: 'replicated',
    REPLICAS: '3/3',
    IMAGE: 'nginx:1.29',
    PORTS: '*:8080->80/tcp',
  },
  'docker service ps': {
    ID: 'k3x9w2m7qd1p',
    NAME: 'shop_web.1',
    IMAGE: 'nginx:1.29',
    NODE: 'node-2',
    'DESIRED STATE': 'Running',
    'CURRENT STATE': 'Running 2 minutes ago',
    ERROR: '',
    PORTS: '',
  },
  'docker node ls': {
    ID: 'zp9tfpj4ogf4nk4cb6ynp3l2c',
    HOSTNAME: 'node-2',
    STATUS: 'Ready',
    AVAILABILITY: 'Active',
    'MANAGER STATUS': '',
    'ENGINE VERSION': '29.9.3',
  },
  'kubectl get pods': { NAME: 'web-7d4b9c6f5-x2x8p', READY: '0/1', STATUS: 'Running', RESTARTS: '0', AGE: '6m12s' },
  'kubectl get nodes': { NAME: 'node-2', STATUS: 'Ready', ROLES: '<none>', AGE: '90d', VERSION: 'v1.37.2' },
  'kubectl get pvc': {
    NAME: 'blog-data',
    STATUS: 'Bound',
    VOLUME: '',
    CAPACITY: '',
    'ACCESS MODES': '',
    STORAGECLASS: 'fast',
    AGE: '6m12s',
  },
  'kubectl get pv': {
    NAME: 'pvc-6a1f0c2e',
    CAPACITY: '8Gi',
    'ACCESS MODES': 'RWO',
    'RECLAIM POLICY': 'Retain',
    STATUS: 'Bound',
    CLAIM: 'shop/blog-data',
    STORAGECLASS: 'fast',
    AGE: '90d',
  },
  'kubectl get services': {
    NAME: 'web',
    TYPE: 'LoadBalancer',
    'CLUSTER-IP': '10.43.120.17',
    'EXTERNAL-IP': '203.0.113.20',
    'PORT(S)': '80:31734/TCP',
    AGE: '12m',
  },
  'kubectl get deployments': { NAME: 'web', READY: '3/3', 'UP-TO-DATE': '3', AVAILABLE: '3', AGE: '8m' },
  'kubectl get hpa': {
    NAME: 'web',
    REFERENCE: 'Deployment/web',
    TARGETS: 'cpu: 40%/60%',
    MINPODS: '2',
    MAXPODS: '10',
    REPLICAS: '2',
    AGE: '8m',
  },
  'kubectl get jobs': { NAME: 'migrate', STATUS: 'Complete', COMPLETIONS: '0/1', DURATION: '10m', AGE: '10m' },
  'kubectl get endpointslices': {
    NAME: 'web-x4t8z',
    ADDRESSTYPE: 'IPv4',
    PORTS: '80',
    ENDPOINTS: '10.42.1.7',
    AGE: '20m',
  },
  'kubectl get endpoints': { NAME: 'web', ENDPOINTS: '10.42.1.7:80', AGE: '20m' },
  'kubectl get certificates': { NAME: 'web-tls', READY: 'True', SECRET: 'web-tls', AGE: '15m' },
  'helm list': {
    NAME: 'shop',
    NAMESPACE: 'shop',
    REVISION: '3',
    UPDATED: '2026-11-20 10:11:12 +0000 UTC',
    STATUS: 'deployed',
    CHART: 'shop-1.4.0',
    'APP VERSION': '1.4',
  },
  'kubectl get namespaces': { NAME: 'shop', STATUS: 'Active', AGE: '3d' },
};

/** A table of one row as it is printed, with some cells in place of the samples; whole, or the columns that a reader looks at. */
export function printedRow(
  id: TableId,
  cells: Readonly<Record<string, string>>,
  part: 'whole' | 'telling' = 'whole',
): string {
  const name = ['NAMES', 'NAME', 'HOSTNAME'].find((column) => column in SAMPLES[id]);
  const own: Record<string, string> = { ...SAMPLES[id], ...cells };
  const columns = Object.entries(own)
    .filter(([column]) => part === 'whole' || column === name || column in cells)
    .map(([column, text]) => ({ column, text, wide: Math.max(column.length, text.length) }));
  const join = (read: (one: (typeof columns)[number]) => string) =>
    columns
      .map((one) => read(one).padEnd(one.wide))
      .join(part === 'whole' ? '   ' : '  ')
      .trimEnd();
  return `${join(({ column }) => column)}\n${join(({ text }) => text)}`;
}
