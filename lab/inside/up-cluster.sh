#!/bin/bash
# A cluster of two nodes: etcd and the control plane as processes of the machine k1, a kubelet and a containerd on k1 and k2, made with
# kubeadm's certificates; cluster DNS, metrics-server and a storage provisioner as pods.
set -u
log=/opt/lab/state/log conf=/etc/kubernetes pki=/etc/kubernetes/pki src=/opt/lab/src/inside
mkdir -p $conf /opt/cni /etc/cni/1 /etc/cni/2 /var/log/pods /home/ada/.kube
ln -sfn /opt/lab/bin/cni /opt/cni/bin
wait_for() { for _ in $(seq 300); do "$@" >/dev/null 2>&1 && return 0; sleep 0.1; done; echo "waited in vain for: $*" >&2; return 1; }

# Keys are kept between two starts: they take seconds to make.
if [ ! -e /opt/lab/state/kube/pki/ca.crt ]; then
  on k1 kubeadm init phase certs all --apiserver-advertise-address 192.0.2.21 --apiserver-cert-extra-sans cluster.example.com >/dev/null
  on k1 kubeadm init phase kubeconfig all --apiserver-advertise-address 192.0.2.21 --node-name node-1 >/dev/null
  on k1 sh -c "kubeadm kubeconfig user --client-name system:node:node-2 --org system:nodes" > $conf/kubelet-2.conf 2>/dev/null
  on k1 sh -c "kubeadm kubeconfig user --client-name system:kube-proxy" > $conf/kube-proxy.conf 2>/dev/null
  sed -i 's#server: .*#server: https://192.0.2.21:6443#' $conf/kubelet-2.conf $conf/kube-proxy.conf
  mkdir -p /opt/lab/state/kube && cp -a $conf/. /opt/lab/state/kube/
else
  cp -a /opt/lab/state/kube/. $conf/
fi

on k1 setsid etcd --data-dir /var/lib/etcd --unsafe-no-fsync --logger zap --log-level warn \
  --listen-client-urls https://127.0.0.1:2379,https://192.0.2.21:2379 --advertise-client-urls https://192.0.2.21:2379 --listen-peer-urls http://127.0.0.1:2380 \
  --cert-file $pki/etcd/server.crt --key-file $pki/etcd/server.key --client-cert-auth --trusted-ca-file $pki/etcd/ca.crt > $log/etcd.log 2>&1 &
on k1 setsid kube-apiserver --advertise-address 192.0.2.21 --allow-privileged --authorization-mode Node,RBAC --client-ca-file $pki/ca.crt --enable-admission-plugins NodeRestriction \
  --enable-bootstrap-token-auth --etcd-cafile $pki/etcd/ca.crt --etcd-certfile $pki/apiserver-etcd-client.crt --etcd-keyfile $pki/apiserver-etcd-client.key --etcd-servers https://127.0.0.1:2379 \
  --kubelet-client-certificate $pki/apiserver-kubelet-client.crt --kubelet-client-key $pki/apiserver-kubelet-client.key --kubelet-preferred-address-types InternalIP \
  --proxy-client-cert-file $pki/front-proxy-client.crt --proxy-client-key-file $pki/front-proxy-client.key --requestheader-allowed-names front-proxy-client \
  --requestheader-client-ca-file $pki/front-proxy-ca.crt --requestheader-extra-headers-prefix X-Remote-Extra- --requestheader-group-headers X-Remote-Group --requestheader-username-headers X-Remote-User \
  --service-account-issuer https://kubernetes.default.svc.cluster.local --service-account-key-file $pki/sa.pub --service-account-signing-key-file $pki/sa.key \
  --service-cluster-ip-range 10.96.0.0/12 --tls-cert-file $pki/apiserver.crt --tls-private-key-file $pki/apiserver.key --enable-aggregator-routing=true > $log/apiserver.log 2>&1 &

node() { # NUMBER ADDRESS KUBECONFIG
  local n=$1 root=/var/lib/kubelet; [ "$n" = 2 ] && root=/var/lib/kubelet-2
  mkdir -p /etc/containerd/$n
  for host in docker.io registry.k8s.io registry.example.com; do mkdir -p /etc/containerd/certs.d/$host; done
  cat > /etc/containerd/$n/config.toml <<C
version = 3
root = "/var/lib/containerd-$n"
state = "/run/containerd-$n"
[grpc]
  address = "/run/containerd-$n/containerd.sock"
[ttrpc]
  address = "/run/containerd-$n/containerd.sock.ttrpc"
[plugins."io.containerd.cri.v1.runtime"]
  restrict_oom_score_adj = true
  [plugins."io.containerd.cri.v1.runtime".cni]
    bin_dirs = ["/opt/cni/bin"]
    conf_dir = "/etc/cni/$n"
[plugins."io.containerd.cri.v1.images".pinned_images]
  sandbox = "registry.k8s.io/pause:3.10.1"
C
  cat > /etc/cni/$n/10-bridge.conflist <<C
{ "cniVersion": "1.0.0", "name": "pods", "plugins": [
  { "type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": true, "hairpinMode": true,
    "ipam": { "type": "host-local", "dataDir": "/run/cni-$n", "ranges": [[{ "subnet": "10.244.$n.0/24" }]], "routes": [{ "dst": "0.0.0.0/0" }] } },
  { "type": "portmap", "capabilities": { "portMappings": true } } ] }
C
  on k$n setsid containerd --config /etc/containerd/$n/config.toml > $log/containerd-$n.log 2>&1 &
  # Each node counts in a group of its own, since both see the same machine.
  for path in /sys/fs/cgroup/*/; do
    mkdir -p "$path/kube-node-$n"
    for name in cpuset.cpus cpuset.mems; do [ -e "$path/$name" ] && cat "$path/$name" > "$path/kube-node-$n/$name"; done
  done
  cat > $conf/kubelet-$n.yaml <<C
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: { anonymous: { enabled: false }, webhook: { enabled: true }, x509: { clientCAFile: $pki/ca.crt } }
authorization: { mode: Webhook }
cgroupDriver: cgroupfs
cgroupRoot: /kube-node-$n
failCgroupV1: false
failSwapOn: false
clusterDNS: [10.96.0.10]
clusterDomain: cluster.local
containerRuntimeEndpoint: unix:///run/containerd-$n/containerd.sock
address: $2
port: 10250
serverTLSBootstrap: false
localStorageCapacityIsolation: true
podLogsDir: /var/log/pods-$n
resolvConf: /etc/resolv.conf
registerWithTaints: []
evictionHard: { memory.available: 100Mi }
imageGCHighThresholdPercent: 100
C
  cat > $conf/proxy-$n.yaml <<C
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
clientConnection: { kubeconfig: $conf/kube-proxy.conf }
clusterCIDR: 10.244.0.0/16
mode: iptables
hostnameOverride: node-$n
conntrack: { maxPerCore: 0, min: 0 }
healthzBindAddress: $2:10256
metricsBindAddress: 127.0.0.1:10249
C
}
node 1 192.0.2.21; node 2 192.0.2.22
on k1 ip route add 10.244.2.0/24 via 192.0.2.22
on k2 ip route add 10.244.1.0/24 via 192.0.2.21

export KUBECONFIG=$conf/super-admin.conf
sed -i 's#server: .*#server: https://192.0.2.21:6443#' $conf/*.conf
cp $conf/admin.conf /home/ada/.kube/config
k() { on k1 kubectl "$@"; }
wait_for k get --raw /readyz
# There is one of each, so there is nobody to elect: on a busy machine a lease that was renewed too late would end them.
on k1 setsid kube-controller-manager --leader-elect=false --kubeconfig $conf/controller-manager.conf --authentication-kubeconfig $conf/controller-manager.conf --authorization-kubeconfig $conf/controller-manager.conf \
  --allocate-node-cidrs=false --client-ca-file $pki/ca.crt --cluster-signing-cert-file $pki/ca.crt --cluster-signing-key-file $pki/ca.key --controllers '*,bootstrapsigner,tokencleaner' \
  --root-ca-file $pki/ca.crt --service-account-private-key-file $pki/sa.key --use-service-account-credentials --requestheader-client-ca-file $pki/front-proxy-ca.crt --bind-address 127.0.0.1 > $log/controller-manager.log 2>&1 &
on k1 setsid kube-scheduler --leader-elect=false --kubeconfig $conf/scheduler.conf --authentication-kubeconfig $conf/scheduler.conf --authorization-kubeconfig $conf/scheduler.conf --bind-address 127.0.0.1 > $log/scheduler.log 2>&1 &
k create clusterrolebinding kubeadm:cluster-admins --clusterrole cluster-admin --group kubeadm:cluster-admins
k create clusterrolebinding kubeadm:api-to-kubelet --clusterrole system:kubelet-api-admin --user kube-apiserver-kubelet-client
k create clusterrolebinding kubeadm:node-proxier --clusterrole system:node-proxier --user system:kube-proxy
# The number of the program itself: `on` is a function, and $! the shell around it.
noted() { on "$1" sh -c 'echo $$ > "$0"; exec "$@"' "${@:2}"; }
# A kubelet that finds no runtime ends at once, and the cluster would be one node short.
for n in 1 2; do wait_for test -S /run/containerd-$n/containerd.sock; done
noted k1 /run/kubelet-1.pid setsid kubelet --config $conf/kubelet-1.yaml --kubeconfig $conf/kubelet.conf --node-ip 192.0.2.21 --hostname-override node-1 --root-dir /var/lib/kubelet > $log/kubelet-1.log 2>&1 &
noted k2 /run/kubelet-2.pid setsid kubelet --config $conf/kubelet-2.yaml --kubeconfig $conf/kubelet-2.conf --node-ip 192.0.2.22 --hostname-override node-2 --root-dir /var/lib/kubelet-2 > $log/kubelet-2.log 2>&1 &
for n in 1 2; do on k$n setsid kube-proxy --config $conf/proxy-$n.yaml > $log/kube-proxy-$n.log 2>&1 & done
k apply -f "$src/cluster" 
wait_for k get node node-1 node-2 || {
  # A lab with a cluster takes some forty instances, and root has 128 by default: a fourth lab finds none left.
  grep -q 'inotify_init: too many open files' "$log"/kubelet-*.log &&
    echo "the machine has no inotify instances left for another kubelet: sudo sysctl -w fs.inotify.max_user_instances=1024, then down and up" >&2
  exit 1
}
k label node node-1 node-role.kubernetes.io/control-plane= --overwrite
wait_for k wait --for=condition=Ready node --all --timeout=1s
k wait -n kube-system --for=condition=Available deployment/coredns deployment/metrics-server --timeout=60s
touch /opt/lab/state/cluster-up
