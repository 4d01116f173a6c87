/** The scripts that a reader would save do what their pages say. Programs such as docker are stand-ins that answer from files. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, fence, folder, run, standIn } from './run.ts';

afterAll(cleanUp);

const log = (place: string): string => (existsSync(join(place, 'log')) ? readFileSync(join(place, 'log'), 'utf8') : '');

describe('deploy-stack.sh', () => {
  const script = resolve('content/examples/swarm/deploy-stack.sh');
  /** `docker` with one service; state and replicas are read from files anew at each call. */
  function swarm(service: string, state: string, replicas: string, seconds = '60') {
    const place = folder();
    const path = standIn(place, {
      docker: `echo "$*" >> "${place}/log"
case "$1 $2" in
  'stack deploy') exit 0 ;;
  'stack services') echo "${service}|${replicas}" ;;
  'service inspect') echo "${state}" ;;
  'stack ps') echo 'shop_api.1 Failed 3 seconds ago "task: non-zero exit (1)"' ;;
esac`,
    });
    return { place, ...run('sh', [script, 'shop', 'stack.yaml', seconds], { PATH: path, INTERVAL: '0.2' }) };
  }

  it('ends with 0 when all tasks run', () => {
    const { status, stdout, place } = swarm('shop_api', 'completed', '2/2 (max 1 per node)');
    expect([status, stdout]).toEqual([0, 'shop runs\n']);
    expect(log(place)).toContain('stack deploy --compose-file stack.yaml --with-registry-auth --detach=true shop');
  });
  it('takes a job that is done, and a service that was never updated', () => {
    expect(swarm('shop_migrate', '', '0/1 (1/1 completed)').status).toBe(0);
    expect(swarm('shop_web', '', '3/3').status).toBe(0);
  });
  it.each(['rollback_completed', 'rollback_paused', 'paused'])('ends with 1 when the update ended as %s', (state) => {
    const { status, stderr } = swarm('shop_api', state, '2/2');
    expect(status).toBe(1);
    expect(stderr).toContain(`shop_api: the update ended as ${state}`);
    expect(stderr).toContain('non-zero exit (1)');
  });
  it('gives up on what never converges', () => {
    const { status, stderr } = swarm('shop_api', '', '0/2', '2');
    expect([status, stderr.split('\n')[0]]).toEqual([1, 'not converged after 2 seconds: shop_api']);
  });
});

describe('backup-swarm.sh', () => {
  const script = resolve('content/examples/swarm/backup-swarm.sh');
  function manager(leader: boolean, managers: number, tar = 'exit 0') {
    const place = folder();
    const path = standIn(place, {
      docker: `case "$2" in inspect) echo ${leader} ;; ls) seq ${managers} ;; *) echo 29.9.3 ;; esac`,
      systemctl: `echo "systemctl $*" >> "${place}/log"`,
      tar,
      hostname: 'echo node-1',
    });
    return { place, ...run('sh', [script, place], { PATH: path }) };
  }
  it('refuses on the leader of several', () => {
    const { status, stderr, place } = manager(true, 3);
    expect(status).toBe(1);
    expect(stderr).toContain('this manager is the leader of 3');
    expect(log(place)).toBe('');
  });
  it('copies a manager that does not lead, and the only one', () => {
    for (const { status, stdout, place } of [manager(false, 3), manager(true, 1)]) {
      expect(status).toBe(0);
      expect(stdout).toMatch(/swarm-node-1-.*\.tar\.gz/);
      expect(log(place)).toBe('systemctl stop docker docker.socket\nsystemctl start docker\n');
    }
  });
  it('starts the engine again when the copy fails', () => {
    const { status, place } = manager(false, 3, 'exit 2');
    expect(status).toBe(2);
    expect(log(place)).toContain('systemctl start docker');
  });
});

describe('smoke-test.sh', () => {
  function build(answer: string) {
    const place = folder();
    const path = standIn(place, {
      docker: `echo "$*" >> "${place}/log"; [ "$1" != port ] || echo 127.0.0.1:49153`,
      curl: answer,
      sleep: 'exit 0',
    });
    return { place, ...run('sh', [resolve('content/examples/docker/smoke-test.sh')], { PATH: path }) };
  }
  it('ends with 0 on an answer and removes the container', () => {
    const { status, stdout, place } = build('echo ok');
    expect([status, stdout]).toEqual([0, expect.stringContaining('healthy after 1 tries')]);
    expect(log(place)).toMatch(/rm --force --volumes smoke-\d+\n$/);
  });
  it('ends with 1 without one, prints the log, and removes the container', () => {
    const { status, place } = build('exit 22');
    expect(status).toBe(1);
    expect(log(place)).toMatch(/logs --tail 50 smoke-\d+\nrm --force/);
  });
});

describe('the rules of DOCKER-USER', () => {
  it('are added once, for IPv4 and IPv6', () => {
    const place = folder();
    writeFileSync(join(place, 'rules'), fence('docker/publish-ports', '/usr/local/sbin/docker-user-rules'));
    const fake = `name=$(basename "$0"); op=$1; shift; rule="$name $*"
case $op in -C) grep -qxF -- "$rule" "${place}/log" 2>/dev/null ;; -I) echo "$rule" >> "${place}/log" ;; esac`;
    const path = standIn(place, { iptables: fake, ip6tables: fake });
    for (let i = 0; i < 2; i += 1) expect(run('sh', [join(place, 'rules')], { PATH: path }).status).toBe(0);
    const lines = log(place).trim().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['iptables', 'ip6tables']);
    expect(lines[0]).toContain('--ctorigdstport 8080 --ctdir ORIGINAL ! -s 192.0.2.0/24 -j DROP');
  });
});

describe('renew-registry-auth', () => {
  it('renews services of that registry and leaves alone jobs, others, and those whose update waits', () => {
    const place = folder();
    writeFileSync(join(place, 'renew'), fence('swarm/registry-access', '/usr/local/sbin/renew-registry-auth'));
    const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
    const path = standIn(place, {
      aws: 'echo token',
      docker: `case "$1 $2" in
  'login '*) cat > /dev/null ;;
  'service ls') printf '%s\\n' 'shop_api replicated ${registry}/shop/api:1.4' 'shop_web replicated ${registry}/shop/web:2.0' 'shop_migrate replicated job ${registry}/shop/api:1.4' 'web replicated nginx:1.29' ;;
  'service inspect') case "$*" in *shop_web) echo paused ;; esac ;;
  *) echo "$*" >> "${place}/log" ;;
esac`,
    });
    expect(run('sh', [join(place, 'renew')], { PATH: path }).status).toBe(0);
    expect(log(place)).toBe('service update --quiet --detach --with-registry-auth shop_api\n');
  });
});

describe('check-release.sh', () => {
  it('stops at the first refusal, and leaves no file that may hold Secrets', () => {
    const place = folder();
    mkdirSync(join(place, 'chart'));
    writeFileSync(join(place, 'check'), fence('helm/check-before-deploy', 'check-release.sh'));
    chmodSync(join(place, 'check'), 0o755);
    const path = standIn(place, { helm: 'echo "kind: X"', kubectl: `echo "$*" >> "${place}/log"; exit 1` });
    expect(run('sh', [join(place, 'check')], { PATH: path }, place).status).toBe(1);
    expect(log(place)).toContain('--server-side --dry-run=server --field-manager=helm');
    expect(existsSync(join(place, 'rendered.yaml'))).toBe(false);
  });
});
