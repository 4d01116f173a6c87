/** Names that the tools have dropped, discourage or never had, with what to write instead: the advice where the nearest name would mislead. */

/** By `path flag` or by path; `*` stands for any sub-command of the tool. */
const RETIRED: Readonly<Record<string, string>> = {
  'helm * --atomic': 'helm 4 calls it --rollback-on-failure',
  'helm * --force': 'helm 4 calls it --force-replace (and --force-conflicts for server-side apply)',
  'helm * --name': 'since helm 3 the release name is the first argument: helm install <RELEASE> <CHART>',
  'helm * --purge': 'helm uninstall removes the history by itself; leave the flag out',
  'helm * --recreate-pods': 'use kubectl rollout restart deployment/<DEPLOYMENT> after the upgrade',
  'helm init': 'helm has had no Tiller since version 3: leave the command out',
  'helm serve': 'removed in helm 3: use an OCI registry and helm push',
  'helm reset': 'there is no Tiller to remove since helm 3',
  'helm delete': 'write helm uninstall, its name since helm 3',
  'helm del': 'write helm uninstall, its name since helm 3',
  'helm fetch': 'write helm pull, its name since helm 3',
  'helm inspect': 'write helm show, its name since helm 3',
  'kubectl * --export': 'removed in 1.18: use -o yaml and delete the status and metadata that the server sets',
  'kubectl * --record': 'removed: annotate with kubectl annotate <OBJECT> kubernetes.io/change-cause="..."',
  'kubectl * --generator': 'removed: kubectl create deployment, kubectl create job, kubectl create cronjob',
  'kubectl run --replicas': 'kubectl run makes one pod: use kubectl create deployment --replicas',
  'kubectl run --limits': 'removed in 1.24: write resources into a manifest, or use --overrides',
  'kubectl run --requests': 'removed in 1.24: write resources into a manifest, or use --overrides',
  'kubectl run --serviceaccount': 'removed in 1.24: use --overrides, or a manifest',
  'kubectl run --schedule': 'removed: use kubectl create cronjob --schedule',
  'kubectl * --show-all': 'removed: finished pods are always listed',
  'kubectl drain --delete-local-data': 'renamed --delete-emptydir-data in 1.20',
  'kubectl top --heapster-namespace': 'Heapster is gone: the metrics server needs no flag',
  'kubectl version --short': 'removed in 1.28: the short form is what it prints',
  'kubectl rolling-update': 'removed in 1.18: use a Deployment and kubectl rollout',
  'kubectl convert': 'a plug-in of its own since 1.22: install kubectl-convert',
  'kubectl exec -p': 'write the pod as the first argument',
  'kubectl apply --prune-whitelist': 'renamed --prune-allowlist in 1.26',
  'docker run --link':
    'links are a legacy of the default bridge: put both containers into one network (docker network create)',
  'docker create --link':
    'links are a legacy of the default bridge: put both containers into one network (docker network create)',
  'docker container run --link':
    'links are a legacy of the default bridge: put both containers into one network (docker network create)',
  'docker exec --sig-proxy': 'only docker run and docker attach have it',
  'docker push --disable-content-trust': 'removed with content trust in 29',
  'docker pull --disable-content-trust': 'removed with content trust in 29',
  'docker trust': 'moved out of the docker command in 29: sign with cosign or notation',
  'docker machine': 'archived in 2021: use a context over SSH (docker context create)',
  'docker-machine': 'archived in 2021: use a context over SSH (docker context create)',
  'docker scan': 'removed in 2023: use docker scout cves, or trivy image',
  'docker app': 'removed: use docker compose publish',
  'docker deploy': 'write docker stack deploy',
  'docker daemon': 'the daemon is a program of its own: dockerd',
  'docker stack deploy --bundle-file': 'removed: use --compose-file',
  'docker stack deploy --orchestrator': 'removed in 20.10: stacks run on Swarm only',
  'docker stack --orchestrator': 'removed in 20.10: stacks run on Swarm only',
  'docker commit --pause': 'pausing is the default; its opposite is --no-pause',
  'docker tag --force': 'removed in 1.12: docker tag moves a tag without asking',
  'docker tag -f': 'removed in 1.12: docker tag moves a tag without asking',
  'docker login --email': 'removed in 17.06: leave it out',
  'docker login -e': 'removed in 17.06: leave it out',
  'docker * --graph': 'dockerd calls it --data-root',
  'docker build --rm': 'a flag of the legacy builder; BuildKit leaves no containers behind, so leave it out',
  'docker build --force-rm': 'a flag of the legacy builder; BuildKit leaves no containers behind, so leave it out',
  'docker build --squash': 'a flag of the legacy builder: use a multi-stage build',
  'docker build --memory':
    'a flag of the legacy builder: limit the builder itself (docker buildx create --driver-opt memory=...)',
  'docker build -m':
    'a flag of the legacy builder: limit the builder itself (docker buildx create --driver-opt memory=...)',
  'docker build --compress': 'a flag of the legacy builder: BuildKit sends only the files that changed; leave it out',
  'docker build --isolation': 'a flag of the legacy builder for Windows containers',
  'docker buildx install': 'buildx is the default builder: leave the command out',
  'docker buildx create --config': 'renamed --buildkitd-config in buildx 0.15',
  'docker buildx create --buildkitd-flags-file': 'use --buildkitd-config',
  'docker compose up --no-ansi': 'write docker compose --ansi never up',
  'docker compose --no-ansi': 'write docker compose --ansi never',
  'docker compose --workdir': 'write docker compose --project-directory',
  'docker compose --verbose': 'write docker --debug compose',
  'docker compose convert': 'write docker compose config, its name since Compose 2',
  'docker compose rm --all': 'deprecated, and without effect: leave it out',
  'docker compose rm -a': 'deprecated, and without effect: leave it out',
  'docker compose config --resolve-image-digests-file': 'use --resolve-image-digests',
  'docker ps --since': 'write --filter since=<CONTAINER>',
  'docker ps --before': 'write --filter before=<CONTAINER>',
  'docker images --tree-view': 'use --tree',
  'docker network create --ip': 'the address belongs to docker run or docker network connect',
};

/** Spellings that still work, and print a warning or a "deprecated" in the help. Found, they stop the build like an unknown one. */
export function retiredAdvice(path: string, flag?: string): string | undefined {
  const tool = path.split(' ')[0] ?? '';
  return flag === undefined
    ? RETIRED[path]
    : (RETIRED[`${path} ${flag}`] ?? RETIRED[`${canonical(path)} ${flag}`] ?? RETIRED[`${tool} * ${flag}`]);
}

/** A flag by itself that some command has dropped or renamed. */
export const retiresFlag = (name: string): boolean => Object.keys(RETIRED).some((key) => key.endsWith(` ${name}`));

const canonical = (path: string): string =>
  path
    .replace(/^docker (container|image) (?!ls|prune|inspect|rm)/, 'docker ')
    .replace(/^docker (buildx|image|builder) build$/, 'docker build');
