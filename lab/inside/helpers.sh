# What pages presuppose, in a word each, for the set-ups: quiet, and fit to be said again.
gone() { docker rm -f "$@" >/dev/null 2>&1; true; }
# web [OPTIONS]: nginx as the container web.
web() { gone web; docker run -d --name web "$@" nginx:1.29 >/dev/null; sleep 0.4; }
# api [OPTIONS]: the shop's API as the container api.
api() { gone api; docker run -d --name api "$@" shop/api:1.4 >/dev/null; }
# db [OPTIONS]: PostgreSQL as the container db, once it answers.
db() { gone db; docker run -d --name db -e POSTGRES_PASSWORD=only-for-a-test "$@" postgres:17 >/dev/null; ready db; }
ready() { for _ in $(seq 100); do docker exec "$1" pg_isready -q -h 127.0.0.1 2>/dev/null && return 0; sleep 0.2; done; return 1; }
healthy() { for _ in $(seq 150); do [ "$(docker inspect -f '{{.State.Health.Status}}' "$1" 2>/dev/null)" = "${2:-healthy}" ] && return 0; sleep 0.2; done; return 1; }
# until_true COMMAND: waits at most a minute.
until_true() { for _ in $(seq 120); do "$@" >/dev/null 2>&1 && return 0; sleep 0.5; done; return 1; }
# image NAME: a small image of that name.
image() { printf 'FROM busybox:1.37\nCMD ["sleep","3600"]\n' | docker build -q -t "$1" - >/dev/null; }
# deploy NAME [IMAGE] [REPLICAS] [OPTIONS]: a Deployment, once it is available.
deploy() { local n=$1 i=${2:-nginx:1.30} r=${3:-1}; shift; shift; shift; kubectl create deployment "$n" --image="$i" --replicas="$r" "$@" >/dev/null 2>&1; kubectl rollout status "deployment/$n" --timeout=60s "$@" >/dev/null 2>&1; }
pod() { local n=$1 i=${2:-nginx:1.30}; shift; shift; kubectl run "$n" --image="$i" "$@" >/dev/null 2>&1; kubectl wait --for=condition=Ready "pod/$n" --timeout=60s >/dev/null 2>&1; }
space() { kubectl create namespace "$1" >/dev/null 2>&1; true; }
# only_images NAME ...: no other image is there.
only_images() { docker image ls --format '{{.Repository}}:{{.Tag}}' | grep -vxF "$(printf '%s\n' "$@")" | xargs -r docker image rm -f >/dev/null 2>&1; docker image prune -f >/dev/null; }
# swarm [MANAGERS]: a Swarm of three nodes with so many managers; 1 without a number, 0: none, and no node is in one.
swarm() {
  local managers=${1:-1} n
  for n in "" -2 -3; do docker -H unix:///run/docker$n.sock swarm leave --force; done >/dev/null 2>&1
  [ "$managers" = 0 ] && return
  docker swarm init --advertise-addr 192.0.2.11 >/dev/null || return
  for n in 2 3; do
    local role=worker; [ "$managers" -ge $n ] && role=manager
    docker -H unix:///run/docker-$n.sock swarm join --token "$(docker swarm join-token -q $role)" 192.0.2.11:2377 >/dev/null
  done
  for n in 2 3; do docker node ls --format '{{.Hostname}} {{.ID}} {{.Status}}' | grep -q "node-$n .*Ready" || sleep 1; done
}
# restart_engine NUMBER (2 or 3): as systemctl restart docker would do it on that node.
restart_engine() {
  local n=$1 pid
  pid=$(cat "/run/docker-$n.pid") || return
  kill "$pid"
  while [ -e "/proc/$pid" ]; do sleep 0.1; done
  # Twice in the background, so that it outlives the page.
  (nsenter --net=/run/netns/eng$n --uts=/run/uts-eng$n setsid dockerd --config-file /dev/null --data-root /var/lib/docker-$n --exec-root /run/docker-$n --pidfile /run/docker-$n.pid -H unix:///run/docker-$n.sock >/dev/null 2>&1 &)
  for _ in $(seq 100); do docker -H unix:///run/docker-$n.sock info >/dev/null 2>&1 && return; sleep 0.2; done
}
# manifest [REPLICAS]: deployment.yaml with the Deployment web.
manifest() { kubectl create deployment web --image=nginx:1.30 --replicas="${1:-1}" --dry-run=client -o yaml > deployment.yaml; }
# chart: the folder ./chart with the chart shop 0.3.0: one Deployment called web, one Service.
chart() {
  mkdir -p chart/templates values
  printf 'apiVersion: v2\nname: shop\nversion: 0.3.0\nappVersion: "1.29"\n' > chart/Chart.yaml
  printf 'image: nginx:1.29\nreplicas: 1\nlabel: web\n' > chart/values.yaml
  echo 'replicas: 1' > values/staging.yaml
  cat > chart/templates/deployment.yaml <<'X'
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: {{ .Values.replicas }}
  selector:
    matchLabels:
      app: {{ .Values.label }}
  template:
    metadata:
      labels:
        app: {{ .Values.label }}
    spec:
      containers:
        - name: web
          image: {{ .Values.image }}
X
}
# phase POD WORD: waits until kubectl get pods shows that word for it.
phase() { for _ in $(seq 200); do kubectl get pods 2>/dev/null | grep "$1" | grep -q "$2" && return 0; sleep 0.3; done; return 1; }
# yaml_pod NAME: a pod of standard input, with its name.
apply() { kubectl apply -f - >/dev/null; }
# kubelet_set NUMBER SED: the kubelet of that node with a changed configuration; without SED with its own again.
kubelet_set() {
  local file=/etc/kubernetes/kubelet-$1.yaml
  [ -e "$file.own" ] || cp "$file" "$file.own"
  cp "$file.own" "$file"; sed -i "${2:-}" "$file"; systemctl restart "kubelet-$1"
}
# network NUMBER off|on: takes that node's pod network away, or gives it back.
network() { if [ "$2" = off ]; then mkdir -p "/run/cni-off-$1"; mv /etc/cni/$1/* "/run/cni-off-$1/"; else mv /run/cni-off-$1/* "/etc/cni/$1/"; fi; }
# node_is NODE READY: waits until the node's condition Ready is True, False or Unknown.
node_is() { until_true kubectl get node "$1"; kubectl wait "node/$1" --for=condition=Ready="$2" --timeout=90s >/dev/null 2>&1; }
# node_gone, node_back: node-2 leaves the cluster, and joins it again (its kube-proxy ends with its node).
node_gone() { systemctl stop kubelet-2; kubectl delete node node-2 >/dev/null; }
node_back() {
  systemctl start kubelet-2
  pgrep -f 'kube-proxy.*proxy-2' >/dev/null || (nsenter --net=/run/netns/k2 --uts=/run/uts-k2 setsid kube-proxy --config /etc/kubernetes/proxy-2.yaml >> /opt/lab/state/log/kube-proxy-2.log 2>&1 &)
  node_is node-2 True
}
# crds gateway|cert-manager|snapshots: these kinds, as their project defines them; no controller acts on them.
crds() { kubectl apply --server-side -f "/opt/lab/bin/crds/$1" >/dev/null; kubectl wait --for=condition=Established crd --all --timeout=30s >/dev/null; }
# is KIND/NAME CONDITION [STATUS]: says of an object what its controller would say; STATUS is more of its status, as JSON without braces.
is() { until_true kubectl get "$1"; kubectl patch "$1" --subresource status --type merge --patch "{\"status\":{\"conditions\":[{\"type\":\"$2\",\"status\":\"True\",\"reason\":\"$2\",\"message\":\"\",\"lastTransitionTime\":\"$(date -u +%FT%TZ)\"}]${3:+,$3}}}" >/dev/null; }
