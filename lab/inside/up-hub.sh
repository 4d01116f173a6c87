#!/bin/bash
# The registry that stands for public ones (192.0.2.1, anybody may read and write) and one with accounts (registry.example.com).
set -u
dir=/opt/lab/state/tls
config() { # NAME ADDRESS FOLDER [AUTH]
  cat > "/etc/registry-$1.yaml" <<C
version: 0.1
log: { level: warn }
storage: { filesystem: { rootdirectory: $3 }, delete: { enabled: true }, maintenance: { uploadpurging: { enabled: false } } }
http:
  addr: $2:443
  tls: { certificate: $dir/hub.crt, key: $dir/hub.key }
${4:-}
C
}
config hub 192.0.2.1 /var/lib/registry/hub
if [ ! -e /opt/lab/state/htpasswd ]; then cp /opt/lab/src/inside/htpasswd /opt/lab/state/htpasswd; fi
config accounts 192.0.2.2 /var/lib/registry/accounts "auth: { htpasswd: { realm: registry, path: /opt/lab/state/htpasswd } }"
for name in hub accounts; do
  OTEL_TRACES_EXPORTER=none setsid registry serve "/etc/registry-$name.yaml" > "/opt/lab/state/log/registry-$name.log" 2>&1 &
done
# Names: example.com is there, everything else that is not in the lab does not exist, at once.
cat > /etc/lab-dns <<C
.:53 {
  bind 192.0.2.1
  template IN A example.com {
    match ^example\.com\.$
    answer "{{ .Name }} 60 IN A 192.0.2.80"
    fallthrough
  }
  template ANY ANY {
    rcode NXDOMAIN
  }
}
C
setsid coredns -conf /etc/lab-dns > /opt/lab/state/log/dns.log 2>&1 &
sleep 0.3
