import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkCode } from '../../src/checks/code.ts';
import { knowledge } from '../../src/checks/integration.ts';
import { readNote } from '../../src/content/read-note.ts';
import { formatFinding } from '../../src/lib/finding.ts';

/** Commands as they stand in the five old notes; private values replaced. */
const known = await knowledge();
const CAUTION = '<Danger title="t" lost="x" look="x" undo="x" />';
const stopped = (code: string, info: string) =>
  checkCode(
    readNote(
      'content/docker/old-note.mdx',
      `---\ntools: []\n---\n\n## A {#a}\n\n${CAUTION}\n\n\`\`\`${info}\n${code}\n\`\`\`\n`,
    ),
    known,
  )
    .findings.filter(({ found }) => !found.startsWith('tools '))
    .map(formatFinding)
    .join('\n');

const WRONG: readonly (readonly [string, RegExp, string?])[] = [
  ["docker container inspect --format '{{.NetworkSettings.IPAddress}}' web", /range|Networks/],
  ['docker inspect --format "{{.ContainerConfig.Labels}}" shop/api', /\.Config\.Labels/],
  ['dockerd -H tcp://0.0.0.0:2375', /docker-plain-tcp/],
  ['curl --unix-socket /var/run/docker.sock http://localhost/v1.35/containers/json', /1\.44|api-old-version/],
  ['docker-machine create --driver hyperv default', /docker context create/],
  ['kubectl -n shop get deployments/event/pods/services', /write deployments,event,pods,services/],
  ['kubectl -n shop exec -it web sh', /kubectl exec web -- sh/],
  ['kubectl get pods --debug -v9', /unknown flag --debug of kubectl get/],
  ['kubectl run tmp-shell --restart=Never --rm -i --tty --image centos -- /bin/bash', /centos-image/],
  ['helm upgrade --install shop ./chart --atomic', /--rollback-on-failure/],
  ['COPY --from=build /app.jar', /copy-from-one-path/, 'dockerfile part'],
  ['kubectl apply -n kube-system -f "https://cloud.weave.works/k8s/net?k8s-version=1"', /Flannel, Calico or Cilium/],
  ['docker image build --squash .', /multi-stage/],
  ['docker-compose logs --tail 10 --follow', /<Changed id="compose-v1"/],
  ['docker service create', /the name is a flag, --name/],
  ['docker service ps --no-trunc', /one SERVICE or more/],
  ['docker rm $(docker ps -v -q -f status=exited)', /unknown flag -v of docker ps[\s\S]*docker rm --volumes/],
  ['docker daemon -H fd:// -H tcp://0.0.0.0:4243', /dockerd/],
  ['aws ecr get-login --no-include-email --region us-east-1 | /bin/bash', /get-login-password/],
  ['docker login --username ada --password secret', /login-password-flag/],
  ['docker kill $(docker ps -a -q)', /kill-all/],
  ['kubectl exec -it web /bin/bash', /-- \/bin\/bash/],
  [
    'apiVersion: extensions/v1beta1\nkind: ReplicaSet\nmetadata: { name: web }',
    /write apiVersion: apps\/v1/,
    'yaml k8s',
  ],
  ['docker service create --detach true nginx:1.30', /write --detach alone/],
  ['kubectl logs deployment web', /write deployment\/web/],
  ['kubectl expose deployment web --port 80 --dry-run client --output yaml', /--dry-run=client/],
];

const CURRENT: readonly string[] = [
  'docker ps -a --format "table {{.Names}}\\t{{.Status}}"',
  'docker volume ls -qf dangling=true',
  'docker run --rm -it -v /var/run/docker.sock:/var/run/docker.sock docker:29-cli docker ps',
  'docker stack deploy -c docker-stack.yml --with-registry-auth shop',
  'kubectl -n shop port-forward deployment/web 8080:80',
  'kubectl -n shop logs -f web --previous',
  'helm upgrade --install shop ./chart -f values.yaml --set image.tag=1.4',
  'docker container run --rm -it alpine:3.22 sh',
  'docker image history shop/api:1.4',
  'docker network create --driver overlay --attachable shop-net',
  'docker swarm init --advertise-addr 192.0.2.10',
  'docker service update --image shop/api:1.5 api',
  'kubectl create deployment web --image=nginx:1.30 --replicas=3',
  'kubectl rollout undo deployment/web',
  'docker build -t shop/api:1.4 .',
  'docker save -o api.tar shop/api:1.4',
  'docker exec -it web sh -c "ls /tmp"',
  'docker rm -v $(docker ps -aq -f status=exited)',
  'docker service logs --details --tail 10 api',
  'docker tag shop/api:1.4 registry.example.com/shop/api:1.4',
  'kubectl get pods --show-labels',
  'kubectl describe pod web',
  'kubectl scale replicaset web --replicas=3',
  'docker container stats nginx --no-stream',
  'docker compose up -d --build',
  'docker service create --name web --replicas 3 --publish 8080:80 nginx:1.30',
  'kubectl apply --filename deployment.yaml --dry-run=server',
];

describe('commands of the old notes that are wrong or outdated stop the build, with the right advice', () => {
  it.each(WRONG.map(([code, advice, info = 'sh']) => ({ code, advice, info })))('$code', ({ code, advice, info }) =>
    expect(stopped(code, info)).toMatch(advice),
  );
});

describe('commands of the old notes that still hold pass', () => {
  it.each(CURRENT)('%s', (code) => expect(stopped(code, 'sh')).toBe(''));
});

describe('content/changes.yaml', () => {
  const changes = parse(readFileSync('content/changes.yaml', 'utf8')) as {
    id: string;
    was: string;
    now: string;
    find?: string[];
  }[];
  const codes = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

  it('has an entry for each of at least 60 habits', () =>
    expect(new Set(changes.map(({ id }) => id)).size).toBeGreaterThanOrEqual(60));

  it.each(
    changes.filter(({ find, was }) => find && codes(was).length > 0).map((change) => [change.id, change] as const),
  )('%s: no form that holds now is found', (_, { now, find = [] }) => {
    for (const code of codes(now))
      for (const pattern of find) expect(new RegExp(pattern, 'm').test(code), `${pattern} matches ${code}`).toBe(false);
  });
});
