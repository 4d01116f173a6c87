#!/bin/bash
# Networks, names and daemons of the lab. Each machine is a network and a uts namespace on one bridge, 192.0.2.0/24:
#   .1 the hub (registry, names)   node-1 .11, node-2 .12, node-3 .13: engines   kube-1 .21, kube-2 .22: the cluster's nodes
set -uo pipefail
log=/opt/lab/state/log; mkdir -p "$log"
src=/opt/lab/src/inside
ip link set lo up
ip link add lab0 type bridge
ip address add 192.0.2.1/24 dev lab0
ip link set lab0 up
sysctl -qw net.ipv4.ip_forward=1

machine() { # NAME HOSTNAME ADDRESS
  ip netns add "$1"
  ip link add "v-$1" type veth peer name eth0 netns "$1"
  ip link set "v-$1" master lab0 up
  nsenter --net="/run/netns/$1" sh -c "ip link set lo up; ip address add $3/24 dev eth0; ip link set eth0 up; ip route add default via 192.0.2.1; sysctl -qw net.ipv4.ip_forward=1"
  touch "/run/uts-$1"
  unshare --uts="/run/uts-$1" hostname "$2"
}
mount --make-private /run
machine eng1 node-1 192.0.2.11
machine eng2 node-2 192.0.2.12
machine eng3 node-3 192.0.2.13
machine k1 node-1 192.0.2.21
machine k2 node-2 192.0.2.22
touch /run/netns/main /run/uts-main
mount --bind /proc/self/ns/net /run/netns/main
mount --bind /proc/self/ns/uts /run/uts-main
on() { local m=$1; shift; nsenter --net="/run/netns/$m" --uts="/run/uts-$m" "$@"; }
ip address add 192.0.2.2/24 dev lab0
ip address add 192.0.2.5/24 dev lab0

cat > /etc/hosts <<H
127.0.0.1 localhost
192.0.2.1 registry-1.docker.io index.docker.io docker.io registry.k8s.io ghcr.io quay.io hub.lab
192.0.2.2 registry.example.com
192.0.2.11 self.example.com
192.0.2.21 kube-1 cluster.example.com
H
echo "nameserver 192.0.2.1" > /etc/resolv.conf
export -f on

bash "$src/tls.sh"
"$src/up-hub.sh" > "$log/hub.log" 2>&1
"$src/up-engines.sh" > "$log/engines.log" 2>&1 &
if [ -e /opt/lab/state/with-cluster ]; then "$src/up-cluster.sh" > "$log/cluster.log" 2>&1 & fi
touch /opt/lab/state/serving
exec sleep infinity
