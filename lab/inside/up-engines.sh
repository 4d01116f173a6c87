#!/bin/bash
# Three engines, the first of which answers at the usual socket.
set -u
log=/opt/lab/state/log
mkdir -p /usr/local/lib/docker/cli-plugins /usr/libexec/docker /etc/docker /home/dev
ln -sf /opt/lab/bin/docker-compose /opt/lab/bin/docker-buildx /usr/local/lib/docker/cli-plugins/
for name in /opt/lab/bin/*; do [ -f "$name" ] && ln -sf "$name" /usr/local/bin/; done
rm -f /usr/bin/kubectl
ln -sf /usr/bin/tini-static /usr/local/bin/docker-init
cp /opt/lab/src/inside/{sudo,systemctl,journalctl} /usr/local/bin/
update-alternatives --set iptables /usr/sbin/iptables-nft >/dev/null 2>&1
# Numbers of users in containers shall not bear names of the host's.
sed -i -E '/^[^:]*:[^:]*:(1[0-9][0-9]|999|1000|10001):/d' /etc/passwd
on eng1 setsid dockerd > "$log/dockerd-1.log" 2>&1 &
for n in 2 3; do
  on eng$n setsid dockerd --config-file /dev/null --data-root /var/lib/docker-$n --exec-root /run/docker-$n --pidfile /run/docker-$n.pid -H unix:///run/docker-$n.sock > "$log/dockerd-$n.log" 2>&1 &
done
for n in 1 2 3; do
  socket=/run/docker-$n.sock; [ $n = 1 ] && socket=/run/docker.sock
  for _ in $(seq 150); do docker -H "unix://$socket" version >/dev/null 2>&1 && break; sleep 0.2; done
done
touch /opt/lab/state/engines-up
