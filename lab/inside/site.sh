# Inside the lab, by lab/site.sh: says what it did, and ends at the first thing that is not as it should be.
set -euo pipefail
cd /srv/notes
say() { printf '\n== %s\n' "$*"; }
must() { local got; got=$("${@:2}" 2>&1) && grep -q -- "$1" <<< "$got" || { echo "not as it should be: ${*:2}: $got" >&2; exit 1; }; echo "   ${*:2}: $(grep -m1 -- "$1" <<< "$got")"; }

say 'The image'
mkdir -p server
cat > server/Dockerfile <<'D'
FROM debian:13-slim
RUN --mount=type=bind,from=packages,target=/packages /packages/get nginx-light libnginx-mod-http-brotli-static \
 && rm --recursive --force /etc/nginx/sites-* /var/www /var/log/nginx/* && mkdir /srv/site
D
docker buildx build -q --build-context packages=/opt/lab/images/packages -t lab/notes-server server > /dev/null
for release in first second; do
  docker buildx build -q --file deploy/Dockerfile --build-context server=docker-image://lab/notes-server \
    --build-arg BUILDKIT_SYNTAX=docker/dockerfile:1 --build-context release="$release" -t "notes:$release" . > /dev/null
  docker push -q "notes:$release" > /dev/null
done
docker image ls --format '   {{.Repository}}:{{.Tag}} {{.Size}}' notes

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
must '200 OK' on curl --silent --head "$url/_astro/only.second.js"
must '200 OK' on curl --silent --head "$url/_astro/only.first.js"

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
