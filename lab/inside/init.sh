#!/bin/bash
# Process 1 of the lab, in mount, network, pid, ipc, uts and cgroup namespaces of its own. Lays an overlay over the host's root, so
# that nothing written here reaches it, and hands over to serve.sh. Ends with the lab: the kernel then ends all that runs in it.
set -euo pipefail
state=$1 bin=$2 lab=$3
mount --make-rprivate /
mount -t tmpfs -o size=8g lab /mnt
mkdir -p /mnt/upper /mnt/work /mnt/root
mount -t overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work lab /mnt/root
cd /mnt/root
mkdir -p opt/lab/{bin,src,state,images,node,examples}
mount --bind "$bin" opt/lab/bin
mount --bind "$lab" opt/lab/src
mount --bind "$state" opt/lab/state
mount --bind "$state/../images" opt/lab/images
mount --bind "$lab/../content/examples" opt/lab/examples
mount --bind "$state/../node" opt/lab/node
# An overlay cannot be the upper layer of another one: what holds layers lies on the disk.
for dir in docker docker-2 docker-3 containerd-1 containerd-2 kubelet kubelet-2 etcd volumes; do
  mkdir -p "$state/data/$dir" "var/lib/$dir"
  mount --bind "$state/data/$dir" "var/lib/$dir"
done
# What was pushed is kept between two starts.
mkdir -p "$state/../registry" var/lib/registry
mount --bind "$state/../registry" var/lib/registry
mount -t proc proc proc
mount -t sysfs sysfs sys
mount --rbind /dev dev
mount -t tmpfs -o mode=755 run run
mount -t tmpfs -o mode=1777 tmp tmp
mkdir -p run/lock run/netns sys/fs/cgroup
# The cgroups, seen from the lab's own group as their root.
if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
  mount -t cgroup2 cgroup2 sys/fs/cgroup
  mkdir -p sys/fs/cgroup/init
  echo $$ > sys/fs/cgroup/init/cgroup.procs
  sed -e 's/ / +/g' -e 's/^/+/' sys/fs/cgroup/cgroup.controllers > sys/fs/cgroup/cgroup.subtree_control
else
  mount -t tmpfs -o mode=755 cgroup sys/fs/cgroup
  while IFS=: read -r _ controllers _; do
    [ -n "$controllers" ] || continue
    name=${controllers#name=}
    mkdir -p "sys/fs/cgroup/$name"
    mount -t cgroup -o "$controllers" cgroup "sys/fs/cgroup/$name"
  done < /proc/self/cgroup
fi
mkdir -p oldroot
pivot_root . oldroot
cd /
umount -l /oldroot
rmdir /oldroot
exec env -i PATH=/opt/lab/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root tini-static -g -- bash /opt/lab/src/inside/serve.sh
