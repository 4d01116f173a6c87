/** The tables that the tools print, as far as a pasted one has to be known by its header. */

/** A table that a tool prints. */
export interface Table {
  /** Columns without which it is another table; the rest come and go with releases and flags. */
  readonly needs: readonly string[];
  /** Columns whose cells are values of placeholders, by the name of the placeholder. */
  readonly names: Readonly<Record<string, string>>;
}

/** By the command that prints it. A header is that of the first table whose columns it has, so the choosier one comes first. */
export const TABLES = {
  'docker ps': { needs: ['CONTAINER ID', 'STATUS', 'NAMES'], names: { NAMES: 'container', IMAGE: 'image' } },
  'docker compose ps': {
    needs: ['NAME', 'SERVICE', 'STATUS'],
    names: { NAME: 'container', SERVICE: 'service', IMAGE: 'image' },
  },
  'docker service ls': { needs: ['ID', 'NAME', 'MODE', 'REPLICAS'], names: { NAME: 'service', IMAGE: 'image' } },
  'docker service ps': {
    needs: ['ID', 'NAME', 'NODE', 'DESIRED STATE', 'CURRENT STATE'],
    names: { NODE: 'node', IMAGE: 'image', ID: 'task' },
  },
  'docker node ls': { needs: ['ID', 'HOSTNAME', 'STATUS', 'AVAILABILITY'], names: { HOSTNAME: 'node' } },
  'kubectl get pods': { needs: ['NAME', 'READY', 'STATUS', 'RESTARTS'], names: { NAME: 'pod', NODE: 'node' } },
  'kubectl get nodes': { needs: ['NAME', 'STATUS', 'ROLES', 'VERSION'], names: { NAME: 'node' } },
  'kubectl get pvc': { needs: ['NAME', 'STATUS', 'VOLUME', 'CAPACITY'], names: { NAME: 'claim' } },
  'kubectl get pv': { needs: ['NAME', 'CAPACITY', 'RECLAIM POLICY', 'STATUS', 'CLAIM'], names: {} },
  'kubectl get services': { needs: ['NAME', 'TYPE', 'CLUSTER-IP', 'EXTERNAL-IP'], names: { NAME: 'service' } },
  'kubectl get deployments': { needs: ['NAME', 'READY', 'UP-TO-DATE', 'AVAILABLE'], names: { NAME: 'deployment' } },
  'kubectl get hpa': { needs: ['NAME', 'REFERENCE', 'TARGETS'], names: {} },
  'kubectl get jobs': { needs: ['NAME', 'STATUS', 'COMPLETIONS'], names: { NAME: 'job' } },
  'kubectl get endpointslices': { needs: ['NAME', 'ADDRESSTYPE', 'ENDPOINTS'], names: {} },
  'kubectl get endpoints': { needs: ['NAME', 'ENDPOINTS'], names: { NAME: 'service' } },
  'kubectl get certificates': { needs: ['NAME', 'READY', 'SECRET'], names: {} },
  'helm list': { needs: ['NAME', 'REVISION', 'STATUS', 'CHART'], names: { NAME: 'release', REVISION: 'revision' } },
  'kubectl get namespaces': { needs: ['NAME', 'STATUS', 'AGE'], names: { NAME: 'namespace' } },
} as const satisfies Record<string, Table>;

export type TableId = keyof typeof TABLES;
export const TABLE_IDS = Object.keys(TABLES) as [TableId, ...TableId[]];
