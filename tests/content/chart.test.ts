/** The chart of deploy/ by the real Helm, where one is installed: lint, and what it makes is held to the schemas like any manifest of a note. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN } from '../../lab/paths.ts';
import { checkManifests } from '../../src/checks/files/kubernetes.ts';

const CHART = 'deploy/chart';
const helm = [join(BIN, 'helm'), 'helm'].find((path) =>
  path.includes('/') ? existsSync(path) : spawnSync(path, ['version']).status === 0,
);
if (helm === undefined)
  console.warn('helm is not installed, so the chart of deploy/ is only parsed: helm.sh/docs/intro/install');
const run = (...args: string[]) => spawnSync(helm ?? '', args, { encoding: 'utf8' });

/** Every switch off, and every switch on. */
const VALUES = {
  'as it comes': [],
  'with everything': [
    'autoscaling.enabled=true',
    'ingress.enabled=true',
    'ingress.className=nginx',
    'ingress.tlsSecret=notes-tls',
    'ingress.annotations.a=b',
    'networkPolicy.fromNamespaces.team=web',
    `image.digest=sha256:${'0'.repeat(64)}`,
    'image.pullSecrets={registry}',
    'nodeSelector.disk=ssd',
    'tolerations[0].key=edge',
  ],
  'with little': ['networkPolicy.enabled=false', 'replicaCount=1'],
};
const set = (values: readonly string[]) => values.flatMap((value) => ['--set', value]);

describe.skipIf(helm === undefined)('the chart', () => {
  it('is without fault for helm lint', () => {
    const { status, stdout } = run('lint', '--strict', CHART);
    expect(stdout).toContain('0 chart(s) failed');
    expect(status).toBe(0);
  });
  it.each(Object.entries(VALUES))('makes manifests that the API takes, %s', (_, values) => {
    const { status, stdout, stderr } = run('template', 'notes', CHART, ...set(values));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(checkManifests(stdout)).toEqual([]);
    expect(stdout).toContain('kind: Deployment');
  });
  it('lets nothing out, and runs nothing as root', () => {
    const { stdout } = run('template', 'notes', CHART);
    expect(stdout).toMatch(/policyTypes: \[Ingress, Egress\][\s\S]*egress: \[\]/);
    expect(stdout.match(/readOnlyRootFilesystem: true/g)).toHaveLength(2);
    expect(stdout.match(/runAsNonRoot: true/g)).toHaveLength(2);
  });
  it.each([
    ['a number of pods that is none', 'replicaCount=two'],
    ['a key that it does not know', 'replicas=2'],
    ['a digest that is none', 'image.digest=latest'],
    ['a port that is none', 'service.port=0'],
  ])('refuses %s', (_, value) => {
    const { status, stderr } = run('template', 'notes', CHART, '--set', value);
    expect(status).not.toBe(0);
    expect(stderr).toContain("don't meet the specifications of the schema");
  });
});
