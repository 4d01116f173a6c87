/** The arguments of a call: how many, and the slips that a flag check does not see. Pure. */

import type { Problem } from '../../lib/finding.ts';
import type { Call } from './call.ts';

/** Path, least, most, and the form in words. */
const COUNTS: readonly (readonly [RegExp, number, number, string])[] = [
  [/^docker (buildx )?build$/, 1, 1, 'docker build [flags] PATH: the folder of the build context, often "."'],
  [/^docker (container )?(run|create)$/, 1, Number.POSITIVE_INFINITY, 'docker run [flags] IMAGE [COMMAND ...]'],
  [
    /^docker (ps|container ls|(volume|network|context|node|service|stack|secret|config) ls|info|version)$/,
    0,
    0,
    'no argument; --filter name=web picks one',
  ],
  [/^docker (container )?cp$/, 2, 2, 'docker cp SOURCE TARGET, one of them CONTAINER:PATH'],
  [/^docker (image )?tag$/, 2, 2, 'docker tag IMAGE NEW_NAME'],
  [/^docker (container )?rename$/, 2, 2, 'docker rename CONTAINER NEW_NAME'],
  [/^docker (container )?(logs|attach|diff|export|top)$/, 1, 1, 'one CONTAINER'],
  [
    /^docker (container )?(start|stop|restart|kill|rm|pause|unpause|wait)$/,
    1,
    Number.POSITIVE_INFINITY,
    'one CONTAINER or more',
  ],
  [/^docker (image rm|rmi)$/, 1, Number.POSITIVE_INFINITY, 'one IMAGE or more'],
  [/^docker (image )?(pull|push|history)$/, 1, 1, 'one IMAGE'],
  [
    /^docker (volume|network|secret|config|service|stack|node|context) rm$/,
    1,
    Number.POSITIVE_INFINITY,
    'one name or more',
  ],
  [/^docker network (dis)?connect$/, 2, 2, 'docker network connect NETWORK CONTAINER'],
  [/^docker network create$/, 1, 1, 'one NETWORK'],
  [
    /^docker service create$/,
    1,
    Number.POSITIVE_INFINITY,
    'docker service create [flags] IMAGE [COMMAND ...]; the name is a flag, --name',
  ],
  [/^docker service (update|logs|rollback)$/, 1, 1, 'one SERVICE'],
  [/^docker service (ps|inspect)$/, 1, Number.POSITIVE_INFINITY, 'one SERVICE or more'],
  [/^docker stack deploy$/, 1, 1, 'docker stack deploy --compose-file FILE STACK'],
  [/^docker stack (ps|services)$/, 1, 1, 'one STACK'],
  [/^docker node (ps)$/, 0, Number.POSITIVE_INFINITY, 'any number of nodes'],
  [/^docker swarm (join)$/, 1, 1, 'docker swarm join --token TOKEN HOST:PORT'],
  [/^docker swarm join-token$/, 1, 1, 'worker or manager'],
  [/^docker compose exec$/, 1, Number.POSITIVE_INFINITY, 'docker compose exec SERVICE COMMAND'],
  [/^kubectl cp$/, 2, 2, 'kubectl cp SOURCE TARGET, one of them POD:PATH'],
  [/^kubectl run$/, 1, 1, 'kubectl run NAME --image=IMAGE -- COMMAND'],
  [/^helm (install)$/, 1, 2, 'helm install [NAME] CHART'],
  [/^helm (upgrade)$/, 2, 2, 'helm upgrade RELEASE CHART'],
  [/^helm rollback$/, 1, 2, 'helm rollback RELEASE [REVISION]'],
  [/^helm repo add$/, 2, 2, 'helm repo add NAME URL'],
  [/^helm push$/, 2, 2, 'helm push CHART.tgz oci://REGISTRY/PATH'],
];

const RESOURCE =
  /^(pods?|po|deployments?|deploy|jobs?|services?|svc|replicasets?|rs|daemonsets?|ds|statefulsets?|sts)$/;

/** What is wrong with the arguments. `open`: xargs or the like will add more. */
export function checkArguments(call: Call, open: boolean): Problem[] {
  if (call.flags.some(({ name }) => name === '--help')) return [];
  const problem = (found: string, allowed: string, fix: string): Problem[] => [
    { line: call.line, found, allowed, fix },
  ];
  const { path, args } = call;
  const isDynamic = args.some(({ dynamic }) => dynamic);
  const rule = COUNTS.find(([pattern]) => pattern.test(path));
  // The words behind the image are kept apart as `inner`; here only the image counts.
  if (rule && args.length < rule[1] && !open && !isDynamic)
    return problem(
      `${call.written} with ${args.length === 0 ? 'no argument' : `only "${args.map(({ text }) => text).join(' ')}"`}`,
      rule[3],
      `write ${rule[3]}`,
    );
  if (path === 'kubectl run' && args.length > 1 && !isDynamic)
    return problem(
      `kubectl run with "${args[1]?.text}" before --`,
      rule?.[3] ?? '',
      `write -- ${args
        .slice(1)
        .map(({ text }) => text)
        .join(' ')}`,
    );
  if (rule && args.length > rule[2] && !isDynamic)
    return problem(
      `${call.written} with ${args.length === 1 ? 'an argument' : `${args.length} arguments`}: ${args.map(({ text }) => text).join(' ')}`,
      rule[3],
      rule[2] === 0 ? 'leave it out, or pick with --filter' : `write ${rule[3]}`,
    );
  if (path === 'docker exec' && call.inner.length === 0 && args.length > 0 && !open && !isDynamic)
    return problem(
      'docker exec without a command',
      'docker exec CONTAINER COMMAND',
      'name the command, for example sh',
    );
  if (path === 'kubectl exec' && args.length > 1 && !call.dashes)
    return problem(
      `kubectl exec with "${args[1]?.text}" before --`,
      'kubectl exec POD -- COMMAND (refused without -- since 1.31)',
      `write kubectl exec ${args[0]?.text} -- ${args
        .slice(1)
        .map(({ text }) => text)
        .join(' ')}`,
    );
  if (/^kubectl (logs|exec|port-forward|attach)$/.test(path) && args.length > 1 && RESOURCE.test(args[0]?.text ?? ''))
    return problem(
      `${path} ${args[0]?.text} ${args[1]?.text}: read as pod "${args[0]?.text}"`,
      'one word, TYPE/NAME',
      `write ${args[0]?.text}/${args[1]?.text}`,
    );
  if (/^kubectl (get|describe|delete)$/.test(path) && args.some(({ text }) => /^[\w.]+\/[\w.]+\/[\w.]+/.test(text)))
    return problem(
      `${path} ${args[0]?.text}: more than one slash`,
      'TYPE/NAME, or types joined by commas',
      `write ${args[0]?.text.replaceAll('/', ',')}`,
    );
  return [];
}
