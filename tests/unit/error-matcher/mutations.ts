/** What happens to a message between the program that prints it and the box that it is pasted into; repeatable. */
import { inItsPlace } from '../../../src/error-matcher/messages.ts';
import type { Message } from '../../../src/error-matcher/types.ts';

/** A generator of numbers from 0 to 1, the same ones for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Random = () => number;
export type Mutation = (text: string, random: Random) => string;

const pick = (random: Random, list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  host: ['unix:///var/run/docker.sock', 'tcp://10.0.3.4:2375', 'deb.example.org', '10.20.0.5:6443'],
  address: ['0.0.0.0:5432', '127.0.0.1:3000', ':::80', '192.0.2.7:6443'],
  name: ['redis-cache', 'api-7d9c5b6f4-kx2lp', 'orders_default', 'prometheus-server'],
  id: ['4c01db0b339ca1c2e6cf1b5a8f4e8a39', '7f3c91d0a2be'],
  image: ['ghcr.io/acme/shop:2.1', 'nginx:1.99', 'registry.example.org/team/app:v3'],
  path: ['/usr/local/bin/start.sh', '/etc/nginx/nginx.conf', './config/app.yml'],
  file: ['/etc/docker/daemon.json', 'compose.yaml', 'shop/templates/deployment.yaml'],
  reason: ['connection reset by peer', 'EOF', 'rpc error: code = Unknown desc = boom'],
  time: ['3 minutes', 'About an hour', '7 seconds'],
  port: ['8080', '6379'],
  n: ['1', '3'],
  count: ['2', '12'],
  total: ['3', '5'],
  line: ['12', '7'],
  pid: ['4242', '17'],
  http_code: ['401', '503'],
  column: ['4', '9'],
  seconds: ['30', '5'],
  code: ['2', '404'],
  letter: ['v'],
  letters: ['vx'],
};

/** Puts values into the holes of a message. */
export function fillHoles(text: string, random: Random): string {
  return text.replace(/\{([A-Za-z][A-Za-z0-9 _-]*)\}/g, (_, name: string) =>
    pick(random, VALUES[name] ?? ['alpha', 'x7', 'some-value', 'team-a']),
  );
}

/** A message as it may be pasted: its holes filled, then changed; with a word in the line above if it counts only beside that word. */
export function pasteOf(error: string | Message, mutate: Mutation, random: Random): string {
  const text = mutate(fillHoles(typeof error === 'string' ? error : error.text, random), random);
  return inItsPlace(error, text);
}

const BEFORE = [
  '$ docker compose up',
  '$ kubectl describe pod web-0',
  '[Pipeline] sh',
  '+ helm upgrade --install shop ./chart',
  '#7 [internal] load build context',
  'Attaching to web-1, db-1',
  'Events:',
];
const AFTER = [
  'Run with --help for more information',
  'script returned exit code 1',
  '',
  'NAME  READY  AGE',
  'user@host:~$ ',
];
const PREFIXES = [
  'web-1  | ',
  '#11 12.34 ',
  '2026-11-21T08:12:44.120Z ',
  'Nov 21 08:12:44 node-2 dockerd[812]: ',
  'E1121 09:14:37.201845   48213 kubelet.go:719] ',
  '  Warning  Failed  11s (x6 over 70s)  kubelet  ',
  '##[error]',
  'Error response from daemon: ',
];

const words = (text: string, from: number, to: number) => {
  const list = text.split(' ');
  return list.length < 7 ? text : list.slice(Math.floor(list.length * from), Math.ceil(list.length * to)).join(' ');
};

/** By name: what a message goes through. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  plain: (text) => text,
  amid: (text, random) => [pick(random, BEFORE), pick(random, BEFORE), text, pick(random, AFTER)].join('\n'),
  prefixed: (text, random) => pick(random, PREFIXES) + text,
  'cut short': (text, random) => words(text, 0, 0.65 + random() * 0.25),
  'without its beginning': (text, random) => `...${words(text, 0.15 + random() * 0.15, 1)}`,
  wrapped: (text, random) => text.replace(new RegExp(`(.{${40 + Math.floor(random() * 40)}})`, 'g'), '$1\n'),
  'in JSON': (text) => JSON.stringify({ level: 'error', ts: '2026-11-21T08:00:00Z', msg: text }),
  'in logfmt': (text) => `time="2026-11-21T08:12:44Z" level=error msg=${JSON.stringify(text)}`,
  'in HTML': (text) => text.replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('<', '&lt;'),
  'with smart quotes': (text) => text.replace(/"([^"]*)"/g, '\u201c$1\u201d').replaceAll("'", '\u2019'),
  'in lower case': (text) => text.toLowerCase(),
  coloured: (text) => `\x1b[31;1m${text.replace(' ', ' \x1b[0m')}\x1b[0m`,
  retyped: (text, random) => {
    const list = text.split(' ');
    if (list.length > 6) list.splice(1 + Math.floor(random() * (list.length - 2)), 1);
    return list.join(' ');
  },
};
