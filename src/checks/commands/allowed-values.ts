/** Values that a flag takes, where the tool takes few. Pure. */

import type { Problem } from '../../lib/finding.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Command, Flag } from './tree.ts';
import type { Word } from './words.ts';

const OUTPUT =
  /^(json|yaml|name|wide|kyaml|go-template|go-template-file|template|templatefile|jsonpath|jsonpath-as-json|jsonpath-file|custom-columns|custom-columns-file)(=|$)/;

/** By `tool --flag` or `path --flag`: a pattern, and what to tell the writer. */
const VALUES: Readonly<Record<string, readonly [RegExp, string]>> = {
  'kubectl --dry-run': [/^(none|client|server)$/, 'none, client, server'],
  'kubectl --cascade': [/^(background|foreground|orphan)$/, 'background, foreground, orphan'],
  'kubectl --validate': [/^(strict|warn|ignore|true|false)$/, 'strict, warn, ignore'],
  'kubectl get --output': [OUTPUT, 'json, yaml, kyaml, name, wide, go-template=..., jsonpath=..., custom-columns=...'],
  'kubectl run --restart': [/^(Always|OnFailure|Never)$/, 'Always, OnFailure, Never'],
  'kubectl run --image-pull-policy': [/^(Always|IfNotPresent|Never)$/, 'Always, IfNotPresent, Never'],
  'kubectl expose --type': [
    /^(ClusterIP|NodePort|LoadBalancer|ExternalName)$/,
    'ClusterIP, NodePort, LoadBalancer, ExternalName',
  ],
  'kubectl debug --profile': [
    /^(legacy|general|baseline|netadmin|restricted|sysadmin)$/,
    'general, baseline, restricted, netadmin, sysadmin',
  ],
  'helm --output': [/^(table|json|yaml)$/, 'table, json, yaml'],
  'helm --dry-run': [/^(none|client|server)$/, 'none, client, server'],
  'helm --wait': [/^(watcher|legacy|hookOnly)$/, 'watcher, legacy, hookOnly'],
  'docker --restart': [
    /^(no|always|unless-stopped|on-failure(:\d+)?)$/,
    'no, always, unless-stopped, on-failure[:max-retries]',
  ],
  'docker service create --restart-condition': [/^(none|on-failure|any)$/, 'none, on-failure, any'],
  'docker service create --mode': [
    /^(replicated|global|replicated-job|global-job)$/,
    'replicated, global, replicated-job, global-job',
  ],
  'docker --endpoint-mode': [/^(vip|dnsrr)$/, 'vip, dnsrr'],
  'docker node update --availability': [/^(active|pause|drain)$/, 'active, pause, drain'],
  'docker node update --role': [/^(manager|worker)$/, 'manager, worker'],
  'docker --update-order': [/^(start-first|stop-first)$/, 'start-first, stop-first'],
  'docker --update-failure-action': [/^(pause|continue|rollback)$/, 'pause, continue, rollback'],
  'docker run --pull': [/^(always|missing|never)$/, 'always, missing, never'],
  'docker create --pull': [/^(always|missing|never)$/, 'always, missing, never'],
  'compose --rmi': [/^(all|local)$/, 'all, local'],
  'compose --progress': [/^(auto|tty|plain|json|quiet)$/, 'auto, tty, plain, json, quiet'],
  'compose --ansi': [/^(never|always|auto)$/, 'never, always, auto'],
  'compose --pull': [/^(always|missing|never|build|policy)$/, 'always, missing, never, build'],
  'buildx --progress': [/^(auto|none|plain|quiet|rawjson|tty)$/, 'auto, none, plain, quiet, rawjson, tty'],
};

const NUMBERS = /^(u?int\d*|float\d*|decimal)$/;

/** The problem with a value, if its flag takes only certain ones. */
export function valueProblem(command: Command, flag: Flag, value: Word): Problem[] {
  if (value.dynamic || /[$`]/.test(value.text)) return [];
  const rule = VALUES[`${command.path} ${flag.name}`] ?? VALUES[`${command.tool} ${flag.name}`];
  if (rule && !rule[0].test(value.text)) {
    const near = nearest(value.text, rule[1].split(/, |=\.\.\.|\[.*\]/));
    return [
      {
        line: value.line,
        found: `${flag.name} ${value.text} of ${command.path}`,
        allowed: rule[1],
        fix: near ? `did you mean ${near}?` : 'use one of these values',
      },
    ];
  }
  if (NUMBERS.test(flag.takes ?? '') && !/^[-+]?[\d.]+$/.test(value.text))
    return [
      {
        line: value.line,
        found: `${flag.name} ${value.text} of ${command.path}, which is no number`,
        allowed: 'a number',
        fix: `write a number behind ${flag.name}`,
      },
    ];
  if (flag.takes === 'duration' && !/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$|^0$/.test(value.text))
    return [
      {
        line: value.line,
        found: `${flag.name} ${value.text} of ${command.path}, which is no duration`,
        allowed: 'a number with its unit: 90s, 5m, 1h30m',
        fix: `write for example ${flag.name} ${/^\d+$/.test(value.text) ? `${value.text}s` : '30s'}`,
      },
    ];
  return [];
}
