#!/bin/sh
# Deploys a stack, waits for it with a limit, and ends with 0 only if every service runs the new definition.
set -eu

usage="usage: deploy-stack.sh STACK FILE [SECONDS]"
stack=${1:?$usage}
file=${2:?$usage}
limit=${3:-600}

# Is the number of running tasks, or of completed ones of a job, the wanted one? Takes the column REPLICAS.
converged() {
  case $1 in
    *completed*) part=${1#*\(} ;;
    *) part=$1 ;;
  esac
  part=${part%% *}
  [ "${part%/*}" = "${part#*/}" ]
}

fail() {
  echo "$1" >&2
  docker stack ps --no-trunc --format '{{.Name}} {{.CurrentState}} {{.Error}}' "$stack" | grep -v ' Running ' | head -n 20 >&2
  exit 1
}

docker stack deploy --compose-file "$file" --with-registry-auth --detach=true "$stack"

deadline=$(($(date +%s) + limit))
quiet=0
while [ "$quiet" -lt 2 ]; do
  sleep "${INTERVAL:-5}"
  waiting=
  services=$(docker stack services --format '{{.Name}}|{{.Replicas}}' "$stack")
  for line in $(echo "$services" | tr ' ' '~'); do
    service=${line%%|*}
    replicas=$(echo "${line#*|}" | tr '~' ' ')
    state=$(docker service inspect --format '{{if .UpdateStatus}}{{.UpdateStatus.State}}{{end}}' "$service")
    case $state in
      paused | rollback_paused | rollback_completed) fail "$service: the update ended as $state" ;;
      updating | rollback_started) waiting="$waiting $service" ;;
      *) converged "$replicas" || waiting="$waiting $service" ;;
    esac
  done
  if [ -n "$waiting" ]; then quiet=0; else quiet=$((quiet + 1)); fi
  [ "$(date +%s)" -lt "$deadline" ] || fail "not converged after $limit seconds:$waiting"
done
echo "$stack runs"
