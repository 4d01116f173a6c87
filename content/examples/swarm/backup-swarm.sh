#!/bin/sh
# Copies the state of a manager. Run as root on one manager that is not the leader, or on the only one.
# The engine stops for a moment; other managers must keep the quorum meanwhile.
set -eu
umask 077

target=${1:?usage: backup-swarm.sh FOLDER}
archive="$target/swarm-$(hostname)-$(date +%Y-%m-%dT%H%M).tar.gz"

leader=$(docker node inspect --format '{{.ManagerStatus.Leader}}' self)
managers=$(docker node ls --filter role=manager --quiet | wc -l)
if [ "$leader" = true ] && [ "$managers" -gt 1 ]; then
  echo "this manager is the leader of $managers; run the script on another one" >&2
  exit 1
fi
docker version --format '{{.Server.Version}}' > "$target/engine-version.txt"

# The engine starts again in any case, after Ctrl+C too.
trap 'systemctl start docker' EXIT
trap 'exit 1' INT TERM HUP
systemctl stop docker docker.socket
tar --create --gzip --file "$archive" --directory /var/lib/docker swarm
echo "$archive"
