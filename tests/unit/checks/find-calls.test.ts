import { describe, expect, it } from 'vitest';
import { paths, problems, read, span } from './read.ts';

describe('calls are found', () => {
  const cases: [string, string, string[]][] = [
    ['alone', 'docker ps --all', ['docker ps']],
    ['behind sudo with flags', 'sudo -u root -E docker ps', ['docker ps']],
    ['behind xargs', 'docker ps -aq | xargs --no-run-if-empty docker rm', ['docker ps', 'docker rm']],
    [
      'behind watch, as words and as a string',
      "watch -n 2 docker ps\nwatch 'kubectl get pods'",
      ['docker ps', 'kubectl get'],
    ],
    ['behind winpty', 'winpty docker run -it alpine:3.22 sh', ['docker run']],
    [
      'behind env and assignments',
      'env -u X DOCKER_HOST=tcp://a docker ps; DOCKER_BUILDKIT=0 docker build .',
      ['docker ps', 'docker buildx build'],
    ],
    [
      'behind time, nohup, nice and timeout',
      'time docker pull a\nnohup docker events &\nnice -n 5 docker ps\ntimeout 60 docker pull b',
      ['docker pull', 'docker events', 'docker ps', 'docker pull'],
    ],
    ['in $( ) and backticks', 'docker rm $(docker ps -aq) `docker ps -lq`', ['docker rm', 'docker ps', 'docker ps']],
    ['in a double-quoted $( )', 'echo "$(docker ps -q | head -n 1)"', ['docker ps']],
    [
      'after && and ||',
      'docker build . && docker push a || kubectl get pods',
      ['docker buildx build', 'docker push', 'kubectl get'],
    ],
    [
      'in loops and conditions',
      'for n in $(docker node ls -q); do docker node inspect "$n"; done\nif docker info >/dev/null; then helm list; fi',
      ['docker node ls', 'docker node inspect', 'docker info', 'helm list'],
    ],
    ['within sh -c', "sh -c 'docker ps | wc -l'", ['docker ps']],
    [
      'on the other side of ssh',
      'ssh -p 22 ada@server.example.com docker ps\nssh host "docker ps && docker images"',
      ['docker ps', 'docker ps', 'docker images'],
    ],
    ['behind find -exec', 'find . -name x -exec docker cp {} web:/ \\;', ['docker cp']],
    [
      'inside a container',
      'docker run --rm docker:29-cli docker ps\nkubectl exec web -- kubectl get pods',
      ['docker run', 'docker ps', 'kubectl exec', 'kubectl get'],
    ],
    ['by its full path', '/usr/bin/docker ps', ['docker ps']],
    ['over lines that end in a backslash', 'docker run \\\n  --detach \\\n  nginx:1.29', ['docker run']],
    ['beside a here-document', 'kubectl apply -f - <<EOF\nkind: Pod\nEOF', ['kubectl apply']],
    [
      'with global flags before the sub-command',
      'docker --host tcp://a:1 -D ps\nkubectl -n shop get pods\nhelm --kube-context a list',
      ['docker ps', 'kubectl get', 'helm list'],
    ],
    [
      'in plug-ins',
      'docker compose -f a.yaml up\ndocker buildx ls\ndocker builder prune',
      ['docker compose up', 'docker buildx ls', 'docker buildx prune'],
    ],
    [
      'by alias',
      'docker container list\nhelm dep up ./chart\nkubectl config use web',
      ['docker container ls', 'helm dependency update', 'kubectl config use-context'],
    ],
  ];
  it.each(cases)('%s', (_, code, expected) => {
    expect(paths(code)).toEqual(expected);
    expect(problems(code)).toEqual([]);
  });

  it('in PowerShell, with its continuation, assignment and $( )', () => {
    const code =
      '$id = docker ps --quiet\n& docker run `\n  --detach `\n  -v C:\\data:/data nginx:1.29\ndocker stop $(docker ps -q); Get-Process';
    expect(paths(code, 'powershell')).toEqual(['docker ps', 'docker run', 'docker stop', 'docker ps']);
    expect(problems(code, 'powershell')).toEqual([]);
    expect(problems('# first\ndocker run `\n  --detatch nginx:1.29\ndocker pss', 'powershell')).toEqual([
      expect.stringContaining('3: unknown flag --detatch'),
      expect.stringContaining('4: unknown sub-command: docker pss'),
    ]);
  });

  it('in cmd, with ^ at the end of a line', () => {
    expect(problems('rem nothing\ndocker run ^\n  --nmae web nginx:1.29', 'cmd')).toEqual([
      expect.stringContaining('--nmae'),
    ]);
  });
});

describe('what is no call is left alone', () => {
  it.each([
    "echo 'docker foo'",
    '# docker foo',
    'command -v docker',
    'cat docker-compose.yml',
    'ls docker kubectl',
    'curl https://get.docker.com | sh',
  ])('%s', (code) => expect(read(code).calls).toEqual([]));
});

describe('flags of an inner command are not ours', () => {
  it.each([
    'docker run --rm alpine:3.22 ls --color=never -Z',
    'docker exec web psql --username ada',
    'docker compose run api npm test --watch-all',
    'docker compose exec --index 2 api sh -c "x --y"',
    'kubectl exec web -- ls --nonsense',
    'kubectl run tmp --rm -it --image=busybox:1.37 -- wget -qO- http://web',
    'kubectl debug web -it --image=busybox:1.37 -- sh -x',
    'docker service create --name web nginx:1.29 nginx -g "daemon off;"',
    'docker top web -eo pid,cmd',
  ])('%s', (code) => expect(problems(code)).toEqual([]));
});

describe('inline code', () => {
  it.each([
    'docker stack',
    'kubectl get',
    'docker ... -h',
    'docker run --name',
    'docker stack ...',
    'docker compose up | tee log',
    'docker',
  ])('%s is a mention and passes', (code) => expect(span(code)).toEqual([]));
  it.each(['docker-compose.yml', 'dockerd', 'docker.sock', '--detach', 'kubectl-convert'])('%s is no call', (code) =>
    expect(span(code)).toBeUndefined(),
  );
  it('is checked like a block where it is a call', () => {
    expect(span('docker rn web')).toEqual([expect.stringContaining('did you mean "docker rm"')]);
    expect(span('sudo docker ps --al')).toEqual([expect.stringContaining('--all')]);
  });
});
