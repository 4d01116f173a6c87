import { describe, expect, it } from 'vitest';
import { asksForRoot, onlyInTheLab, takeNamed } from '../../../lab/arguments.ts';
import { cleaning } from '../../../lab/clean.ts';

describe('what is named on the command line', () => {
  it('is the lab when nothing is named', () => {
    expect(takeNamed(['record', 'docker/first-container'])).toEqual({
      rest: ['record', 'docker/first-container'],
      outside: undefined,
    });
  });
  it('takes an engine and a cluster, wherever they stand', () => {
    expect(takeNamed(['--context', 'kind-lab', 'diff', '--docker-host=unix:///run/x.sock', 'k8s'])).toEqual({
      rest: ['diff', 'k8s'],
      outside: { dockerHost: 'unix:///run/x.sock', context: 'kind-lab' },
    });
  });
  it.each([[['record', '--docker-host']], [['--context', '--docker-host', 'x']], [['--context=']]])(
    'refuses a flag without its value: %j',
    (words) => {
      expect(() => takeNamed(words)).toThrow('wants a value');
    },
  );
});

describe('outside the lab', () => {
  it.each([
    { before: 'systemctl restart docker' },
    { blocks: { check: { before: "echo '{}' > /etc/docker/daemon.json" } } },
    { provoke: { prepare: 'kubelet_set 2', fault: 'kubectl get pods', fix: 'true' } },
    { blocks: { check: { run: 'docker -H unix:///run/docker-2.sock info' } } },
  ])('a set-up that reaches beyond engine and cluster is not played: %j', (setup) => {
    expect(onlyInTheLab(setup)).toBe(true);
  });
  it('one that stays within them is', () => {
    expect(onlyInTheLab({ before: 'web --publish 8080:80', blocks: { check: { only: [1] } } })).toBe(false);
  });
  it.each(['eng1', 'k1'])('the cleaning of %s names no socket and no file', (machine) => {
    expect(cleaning(machine, false)).toMatch(machine === 'k1' ? /rm -rf/ : /unix:\/\/\/run\/docker/);
    expect(cleaning(machine, true)).not.toMatch(
      /unix:|\brm -rf|\/etc\/|systemctl|--kubeconfig|tar -C|taint|get (?:crd|clusterrole|priorityclass)/,
    );
  });
  it.each([
    ['sudo mkfs.ext4 /dev/vg0/x', true],
    ['cat x | sudo tee -a /etc/fstab', true],
    ['docker run --rm alpine:3.22 echo sudoku', false],
  ])('%s asks for root: %s', (statement, asks) => {
    expect(asksForRoot(statement)).toBe(asks);
  });
});
