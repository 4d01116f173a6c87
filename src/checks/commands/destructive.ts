/** Which calls destroy something that does not come back by itself: one table. Pure. */
import type { Call } from './call.ts';

/** Path of the call, a flag it must have (if only then), and what is lost. */
const TABLE: readonly { readonly path: RegExp; readonly flag?: RegExp; readonly loses: string }[] = [
  { path: /^docker (system|container|image|volume|network) prune$/, loses: 'whatever is unused at this moment' },
  { path: /^docker buildx prune$/, loses: 'the build cache' },
  {
    path: /^docker (rm|container rm)$/,
    flag: /^--(force|volumes)$/,
    loses: 'a running container, or its anonymous volumes',
  },
  { path: /^docker (rmi|image rm)$/, loses: 'the image, if nothing else holds it' },
  { path: /^docker volume rm$/, loses: 'the data in the volume' },
  { path: /^docker (stack|service|secret|config) rm$/, loses: 'the service, secret or config for the whole swarm' },
  { path: /^docker node rm$/, flag: /^--force$/, loses: 'the membership of the node' },
  { path: /^docker swarm leave$/, flag: /^--force$/, loses: "the manager's state, and with the last one the swarm" },
  { path: /^docker swarm init$/, flag: /^--force-new-cluster$/, loses: 'every other manager' },
  { path: /^docker context rm$/, flag: /^--force$/, loses: 'the context in use' },
  { path: /^docker buildx rm$/, loses: 'the builder with its cache' },
  { path: /^docker compose down$/, flag: /^--(volumes|rmi)$/, loses: 'volumes or images of the project' },
  { path: /^docker compose rm$/, flag: /^--(force|volumes|stop)$/, loses: 'containers, or their anonymous volumes' },
  { path: /^kubectl delete$/, loses: 'the objects, and what they own' },
  { path: /^kubectl drain$/, loses: 'every pod of the node, and the data in emptyDir' },
  { path: /^kubectl replace$/, flag: /^--force$/, loses: 'the object, for a moment or for good' },
  { path: /^kubectl apply$/, flag: /^--(prune|force)$/, loses: 'objects that are no longer in the files' },
  { path: /^kubectl config (delete-context|delete-cluster|delete-user)$/, loses: 'the entry in the kubeconfig' },
  { path: /^helm uninstall$/, loses: 'the release and its history' },
];

/** What a call destroys; undefined when it destroys nothing, or only rehearses. */
export function destroys(call: Call): string | undefined {
  const rehearsal = call.flags.some(
    ({ name, value }) => name === '--help' || (name === '--dry-run' && value !== 'none' && value !== 'false'),
  );
  if (rehearsal) return undefined;
  return TABLE.find(
    ({ path, flag }) =>
      path.test(call.path) && (!flag || call.flags.some(({ name, value }) => flag.test(name) && value !== 'false')),
  )?.loses;
}
