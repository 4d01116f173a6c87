import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkCode } from '../../src/checks/code.ts';
import { knowledge } from '../../src/checks/integration.ts';
import { readNote } from '../../src/content/read-note.ts';
import { formatFinding } from '../../src/lib/finding.ts';

/** Commands as they stand in the five old notes, by the row of the ledger that judges them; private values replaced. */
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

const WRONG: readonly (readonly [string, string, RegExp, string?])[] = [
  ['a-057', "docker container inspect --format '{{.NetworkSettings.IPAddress}}' web", /range|Networks/],
  ['a-060', 'docker inspect --format "{{.ContainerConfig.Labels}}" shop/api', /\.Config\.Labels/],
  ['a-065', 'dockerd -H tcp://0.0.0.0:2375', /docker-plain-tcp/],
  ['a-069', 'curl --unix-socket /var/run/docker.sock http://localhost/v1.35/containers/json', /1\.44|api-old-version/],
  ['a-093', 'docker-machine create --driver hyperv default', /docker context create/],
  ['a-171', 'kubectl -n shop get deployments/event/pods/services', /write deployments,event,pods,services/],
  ['a-176', 'kubectl -n shop exec -it web sh', /kubectl exec web -- sh/],
  ['a-180', 'kubectl get pods --debug -v9', /unknown flag --debug of kubectl get/],
  ['a-182', 'kubectl run tmp-shell --restart=Never --rm -i --tty --image centos -- /bin/bash', /centos-image/],
  ['a-212', 'helm upgrade --install shop ./chart --atomic', /--rollback-on-failure/],
  ['b-047', 'COPY --from=build /app.jar', /copy-from-one-path/, 'dockerfile part'],
  [
    'b-120',
    'kubectl apply -n kube-system -f "https://cloud.weave.works/k8s/net?k8s-version=1"',
    /Flannel, Calico or Cilium/,
  ],
  ['b-153', 'docker image build --squash .', /multi-stage/],
  ['b-173', 'docker-compose logs --tail 10 --follow', /<Changed id="compose-v1"/],
  ['b-187', 'docker service create', /the name is a flag, --name/],
  ['c-064', 'docker service ps --no-trunc', /one SERVICE or more/],
  ['c-077', 'docker rm $(docker ps -v -q -f status=exited)', /unknown flag -v of docker ps[\s\S]*docker rm --volumes/],
  ['c-166', 'docker daemon -H fd:// -H tcp://0.0.0.0:4243', /dockerd/],
  ['d-001', 'aws ecr get-login --no-include-email --region us-east-1 | /bin/bash', /get-login-password/],
  ['d-005', 'docker login --username ada --password secret', /login-password-flag/],
  ['d-047', 'docker kill $(docker ps -a -q)', /kill-all/],
  ['d-092', 'kubectl exec -it web /bin/bash', /-- \/bin\/bash/],
  [
    'd-142',
    'apiVersion: extensions/v1beta1\nkind: ReplicaSet\nmetadata: { name: web }',
    /write apiVersion: apps\/v1/,
    'yaml k8s',
  ],
  ['e-126', 'docker service create --detach true nginx:1.30', /write --detach alone/],
  ['e-212', 'kubectl logs deployment web', /write deployment\/web/],
  ['e-235', 'kubectl expose deployment web --port 80 --dry-run client --output yaml', /--dry-run=client/],
];

const CURRENT: readonly (readonly [string, string])[] = [
  ['a', 'docker ps -a --format "table {{.Names}}\\t{{.Status}}"'],
  ['a', 'docker volume ls -qf dangling=true'],
  ['a', 'docker run --rm -it -v /var/run/docker.sock:/var/run/docker.sock docker:29-cli docker ps'],
  ['a', 'docker stack deploy -c docker-stack.yml --with-registry-auth shop'],
  ['a', 'kubectl -n shop port-forward deployment/web 8080:80'],
  ['a', 'kubectl -n shop logs -f web --previous'],
  ['a', 'helm upgrade --install shop ./chart -f values.yaml --set image.tag=1.4'],
  ['b', 'docker container run --rm -it alpine:3.22 sh'],
  ['b', 'docker image history shop/api:1.4'],
  ['b', 'docker network create --driver overlay --attachable shop-net'],
  ['b', 'docker swarm init --advertise-addr 192.0.2.10'],
  ['b', 'docker service update --image shop/api:1.5 api'],
  ['b', 'kubectl create deployment web --image=nginx:1.30 --replicas=3'],
  ['b', 'kubectl rollout undo deployment/web'],
  ['c', 'docker build -t shop/api:1.4 .'],
  ['c', 'docker save -o api.tar shop/api:1.4'],
  ['c', 'docker exec -it web sh -c "ls /tmp"'],
  ['c', 'docker rm -v $(docker ps -aq -f status=exited)'],
  ['c', 'docker service logs --details --tail 10 api'],
  ['d', 'docker tag shop/api:1.4 registry.example.com/shop/api:1.4'],
  ['d', 'kubectl get pods --show-labels'],
  ['d', 'kubectl describe pod web'],
  ['d', 'kubectl scale replicaset web --replicas=3'],
  ['e', 'docker container stats nginx --no-stream'],
  ['e', 'docker compose up -d --build'],
  ['e', 'docker service create --name web --replicas 3 --publish 8080:80 nginx:1.30'],
  ['e', 'kubectl apply --filename deployment.yaml --dry-run=server'],
];

describe('commands of the old notes that the ledger calls wrong or outdated stop the build, with the right advice', () => {
  it.each(WRONG.map(([row, code, advice, info = 'sh']) => ({ row, code, advice, info })))(
    '$row: $code',
    ({ code, advice, info }) => expect(stopped(code, info)).toMatch(advice),
  );
});

describe('commands of the old notes that the ledger calls current pass', () => {
  it.each(CURRENT)('note %s: %s', (_, code) => expect(stopped(code, 'sh')).toBe(''));
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
