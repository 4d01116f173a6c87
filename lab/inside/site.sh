# Inside the lab, by lab/site.sh: says what it did, and ends at the first thing that is not as it should be.
set -euo pipefail
cd /srv/notes
ln -sfn first/deploy deploy
say() { printf '\n== %s\n' "$*"; }
must() { local got; got=$("${@:2}" 2>&1) && grep -q -- "$1" <<< "$got" || { echo "not as it should be: ${*:2}: $got" >&2; exit 1; }; echo "   ${*:2}: $(grep -m1 -- "$1" <<< "$got")"; }

say 'The images that the lab has no other way to'
mkdir -p node debian
cat > node/Dockerfile <<'D'
FROM node:24
COPY --from=npm cli /usr/local/lib/node_modules/npm
COPY --from=npm cache /npm-cache
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
ARG REGISTRY
ENV npm_config_cache=/npm-cache npm_config_offline=true npm_config_registry=$REGISTRY
D
cat > debian/Dockerfile <<'D'
FROM debian:13-slim
COPY --from=packages . /packages
RUN rm --force /etc/apt/sources.list.d/* && echo 'deb [trusted=yes] file:/packages ./' > /etc/apt/sources.list
D
docker buildx build -q --build-context npm=npm --build-arg "REGISTRY=$(cat npm/registry)" -t lab/notes-node node > /dev/null
docker buildx build -q --build-context packages=/opt/lab/images/packages -t lab/notes-debian debian > /dev/null

say 'The image, from npm ci on'
image() { # RELEASE [ARG ...]: the Dockerfile as it is, each public image by its name replaced by the lab's.
  docker buildx build -q --file "$1/deploy/Dockerfile" --build-arg BUILDKIT_SYNTAX=docker/dockerfile:1 \
    --build-context "$(base "$1" node)=docker-image://lab/notes-node" \
    --build-context "$(base "$1" debian)=docker-image://lab/notes-debian" "${@:2}" -t "notes:$1" "$1" > /dev/null
  docker push -q "notes:$1" > /dev/null
}
base() { sed -n "s/^FROM \\($2:[^ ]*\\) .*/\\1/p" "$1/deploy/Dockerfile"; }
image first
image second --build-arg PREVIOUS=notes:first
docker image ls --format '   {{.Repository}}:{{.Tag}} {{.Size}}' notes
hashed() { docker run --rm "notes:$1" cat /srv/site/_hashed.txt | sort; }
only() { comm -23 <(hashed "$1") <(hashed "$2") | grep -m1 '\.js$'; }

say 'Compose'
export NOTES_IMAGE=notes:first
trap 'docker compose --file deploy/compose.yaml down > /dev/null 2>&1 || true' EXIT
docker compose --file deploy/compose.yaml up --detach --wait --no-build > /dev/null 2>&1
must healthy docker compose --file deploy/compose.yaml ps
must '^33$' docker compose --file deploy/compose.yaml exec -T site id -u
must 'Read-only file system' sh -c 'docker compose --file deploy/compose.yaml exec -T site touch /srv/x || true'
must '200 OK' curl --silent --head http://127.0.0.1:8080/docker/clean-up/
must 'Content-Encoding: br' curl --silent --head --header 'Accept-Encoding: br' http://127.0.0.1:8080/docker/clean-up/
must "frame-ancestors 'none'" curl --silent --head http://127.0.0.1:8080/docker/clean-up/
must '404 Not Found' curl --silent --head http://127.0.0.1:8080/never-there/
docker compose --file deploy/compose.yaml down > /dev/null 2>&1

say 'The chart'
trap 'helm uninstall notes --namespace notes > /dev/null 2>&1 || true' EXIT
kubectl create namespace notes > /dev/null 2>&1 || true
# What the strictest of Kubernetes' own standards refuses, does not start here.
kubectl label --overwrite namespace notes pod-security.kubernetes.io/enforce=restricted > /dev/null
chart() { helm upgrade --install notes deploy/chart --namespace notes --set image.repository=notes --set "image.tag=$1" --wait --timeout 120s > /dev/null; }
chart first
kubectl --namespace notes get pods --output wide | sed 's/^/   /'
must 'Succeeded' helm test notes --namespace notes
url=http://$(kubectl --namespace notes get service notes --output jsonpath='{.spec.clusterIP}')
on() { nsenter --net=/run/netns/k1 "$@"; }

# load SECONDS COMMAND ...: runs a command while requests go on, each on a connection of its own; no request may fail.
load() {
  local seconds=$1; shift
  on wrk -t1 -c10 "-d${seconds}s" -H 'Connection: close' "$url/docker/clean-up/" > wrk.txt &
  local wrk=$!
  sleep 2
  "$@"
  wait "$wrk"
  if grep -E 'Socket errors|Non-2xx' wrk.txt; then exit 1; fi
  echo "   $(grep 'requests in' wrk.txt | sed 's/^ *//'), none failed"
}

say 'An upgrade under load'
load 40 chart second
must second kubectl --namespace notes get deployment notes --output 'jsonpath={.spec.template.spec.containers[0].image}'
# A page of the release before finds its script.
must '200 OK' on curl --silent --head "$url/$(only second first)"
must '200 OK' on curl --silent --head "$url/$(only first second)"

say 'A pod deleted under load'
one() { kubectl --namespace notes delete pod "$(kubectl --namespace notes get pods --output name | head -n1 | cut -d/ -f2)" --wait > /dev/null; }
load 25 one

say 'A node drained under load'
drained() { kubectl drain node-2 --ignore-daemonsets --delete-emptydir-data --timeout 60s > /dev/null 2>&1; kubectl uncordon node-2 > /dev/null; }
load 30 drained

say 'Back'
load 40 helm rollback notes 1 --namespace notes --wait --timeout 120s
must first kubectl --namespace notes get deployment notes --output 'jsonpath={.spec.template.spec.containers[0].image}'
must 'Succeeded' helm test notes --namespace notes
say 'All as it should be'
