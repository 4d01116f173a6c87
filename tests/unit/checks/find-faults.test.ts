import { describe, expect, it } from 'vitest';
import { TREES } from '../../../src/checks/commands/tools.ts';
import { problems, read } from './read.ts';

describe('a fault is found, and the advice is right', () => {
  const cases: [string, string, RegExp][] = [
    [
      'an unknown sub-command',
      'docker stak ls',
      /^1: unknown sub-command: docker stak \| did you mean "docker stack"\?/,
    ],
    [
      'an unknown sub-command of a plug-in',
      'docker compose upp',
      /docker compose upp \| did you mean "docker compose up"\?/,
    ],
    [
      'an unknown nested sub-command',
      'kubectl rollout rstart deployment/web',
      /did you mean "kubectl rollout restart"\?/,
    ],
    [
      'an unknown flag, with its line',
      'docker ps\ndocker run \\\n  --detatch nginx:1.29',
      /^3: unknown flag --detatch of docker run \| did you mean --detach\?/,
    ],
    ['an unknown short flag in a bundle', 'docker run -itz alpine:3.22', /unknown flag -z in "-itz" of docker run/],
    ['a flag of another command', 'docker stop --force web', /unknown flag --force of docker stop/],
    [
      'a global flag of docker behind the sub-command',
      'docker ps --context staging',
      /unknown flag --context of docker ps/,
    ],
    ['a removed flag', 'kubectl version --short', /removed in 1\.28/],
    ['a renamed flag', 'helm upgrade --install --atomic shop ./chart', /--rollback-on-failure/],
    ['a removed command', 'helm init', /no Tiller/],
    ['a retired program', 'docker-machine ls', /docker context create/],
    ['an old spelling that still works', 'helm delete shop', /helm uninstall/],
    [
      'a flag without its value',
      'docker run nginx:1.29\ndocker logs web --tail',
      /^2: --tail of docker logs without its value/,
    ],
    ['a short flag without its value', 'kubectl get pods -n', /-n|--namespace of kubectl get without its value/],
    [
      'a swallowed value',
      'docker service create --detach true nginx:1.29',
      /the word true is read as an argument.* \| write --detach alone/,
    ],
    ['a swallowed value that is false', 'docker service update --detach false web', /join it: --detach=false/],
    [
      'a value of an optional flag that is not joined',
      'kubectl create deployment web --image=nginx:1.29 --dry-run client -o yaml',
      /join the value with an equals sign: --dry-run=client/,
    ],
    ['a switch with a word that is none', 'docker run --rm=yes alpine:3.22', /it is a switch/],
    ['a value that is not allowed', 'docker run --restart on-failur nginx:1.29', /did you mean on-failure\?/],
    ['an output format that does not exist', 'kubectl get pods -o jsn', /did you mean json\?/],
    ['a number that is none', 'docker service create --replicas three nginx:1.29', /which is no number/],
    ['a duration without its unit', 'helm upgrade shop ./chart --timeout 300', /write for example --timeout 300s/],
    ['an open quote', 'docker run --name "web nginx:1.29', /shell syntax/],
    ['an open loop', 'for n in a b; do docker rm $n', /shell syntax/],
    ['a template with a lone bracket', "docker ps --format '{{.Names}'", /lone/],
    ['a template function that docker has not', "docker ps --format '{{upcase .Names}}'", /function "upcase"/],
    ['a template without its end', "docker inspect --format '{{range .Mounts}}{{.Source}}' web", /no \{\{ end \}\}/],
    ['a JSONPath without braces', 'kubectl get pods -o jsonpath=.items', /in braces/],
    ['a JSONPath with an open bracket', "kubectl get pods -o jsonpath='{.items[0.metadata.name}'", /not in pairs/],
    ['a JSONPath range without end', "kubectl get pods -o jsonpath='{range .items[*]}{.metadata.name}'", /\{end\}/],
    ['kubectl exec without --', 'kubectl exec -it web sh', /write kubectl exec web -- sh/],
    ['a type and a name as two words', 'kubectl logs deployment web', /write deployment\/web/],
    ['types joined by slashes', 'kubectl get deployments/events/pods', /write deployments,events,pods/],
    ['docker build without its context', 'docker build --tag shop:1', /the folder of the build context/],
    ['docker cp with one path', 'docker cp web:/tmp/a', /docker cp SOURCE TARGET/],
    ['docker exec without a command', 'docker exec --tty web', /name the command/],
    ['a group without its sub-command', 'docker compose', /without a sub-command/],
  ];
  it.each(cases)('%s', (_, code, expected) => {
    const found = problems(code);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatch(expected);
  });
});

describe('right spellings pass', () => {
  it.each([
    'docker run -p8080:80 -itd --name=web nginx:1.29',
    'docker run --rm=false --publish 8080:80 --env A=b nginx:1.29',
    'docker logs -fn 20 web',
    'docker ps -aqf status=exited',
    "docker ps --format 'table {{.Names}}\\t{{.Ports}}'",
    "docker inspect --format '{{range $name, $net := .NetworkSettings.Networks}}{{$name}} {{$net.IPAddress}}{{end}}' web",
    "docker inspect -f '{{if .State.Running}}up{{else}}down{{end}}' web",
    'kubectl get pods -A -o wide --sort-by=.metadata.name',
    'kubectl get nodes -o jsonpath=\'{range .items[*]}{.metadata.name}{"\\n"}{end}\'',
    'kubectl apply -f app.yaml --dry-run=server',
    'kubectl delete pod web --cascade=orphan',
    'helm upgrade --install shop ./chart --wait --timeout 5m --rollback-on-failure',
    'helm list -An shop',
    'docker compose up -d --wait',
    'docker compose --profile debug logs -f --tail=10 api',
    'docker compose alpha --help',
    'docker run --help',
    'docker --version',
    'docker buildx build --platform linux/amd64,linux/arm64 --push -t a .',
    'docker update --restart=unless-stopped $(docker ps -q)',
    'docker scout cves nginx:1.29',
    'kubectl create secret generic db --from-literal=a=b',
    'kubectl top pods --containers',
    'kubectl logs -l app=web --all-containers --since=1h',
    'exec 3<> /dev/tcp/127.0.0.1/80',
  ])('%s', (code) => expect(problems(code).filter((text) => !text.includes('alpha'))).toEqual([]));
});

describe('a call tells what it is', () => {
  it('with long names of its flags, their values and the inner words', () => {
    const [call] = read('docker run -dp 80:80 --name=web nginx:1.29 nginx -T').calls;
    expect(call?.flags.map(({ name, value }) => [name, value])).toEqual([
      ['--detach', undefined],
      ['--publish', '80:80'],
      ['--name', 'web'],
    ]);
    expect(call?.args.map(({ text }) => text)).toEqual(['nginx:1.29']);
    expect(call?.inner.map(({ text }) => text)).toEqual(['nginx', '-T']);
    expect([call?.tool, call?.version]).toEqual(['docker', TREES['docker']?.version]);
  });
});
