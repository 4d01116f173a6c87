/** Puts a machine of the lab back to how `up` left it, so that pages do not see one another. */
import { isOutside, runInsideAsync } from './space.ts';

const DOCKER = `
for n in '' -2 -3; do docker -H unix:///run/docker$n.sock swarm leave --force; done
if [ -e /etc/docker/daemon.json ]; then docker ps -aq | xargs -r docker rm -f; systemctl stop docker; ip link delete docker0; rm -rf /var/lib/docker/network /etc/docker/daemon.json /var/lib/docker/overlay2 /var/lib/docker/image /var/lib/docker/[0-9]*.[0-9]*; fi
systemctl start docker
docker ps -aq | xargs -r docker rm -f -v
docker network prune -f
docker volume ls -q | xargs -r docker volume rm -f
cat /opt/lab/src/images/*/Dockerfile | sed -n 's/^# stands for: //p' | tr ' ' '\\n' | sort > /tmp/stand-ins
docker image ls --format '{{.Repository}}:{{.Tag}}' | grep -v -e '^debian:13-slim$' -e '^lab/' -e '<none>' | sort | comm -23 - /tmp/stand-ins | xargs -r docker image rm -f
tar -C /var/lib/registry -xf /var/lib/registry/stand-ins.tar
docker image prune -f
docker buildx prune -af
docker context ls -q | grep -v default | xargs -r docker context rm -f
find /home/ada -mindepth 1 -maxdepth 1 ! -name .kube ! -name k8s -exec rm -rf {} +
rm -rf /tmp/build* /root/.docker
`;

const KUBE = `
export KUBECONFIG=/etc/kubernetes/admin.conf
rm -rf /home/ada/k8s /home/ada/.kube /home/ada/.config /home/ada/.cache; mkdir -p /home/ada/.kube; cp /etc/kubernetes/admin.conf /home/ada/.kube/config
spaces=$(kubectl get ns -o name | grep -v -e kube- -e /default -e local-path -e /x-)
# A namespace that is going lets nothing new in. The cluster would look at it after five seconds only: it is emptied and let go here.
[ -n "$spaces" ] && kubectl delete --wait=false $spaces
types=$(kubectl api-resources --verbs=list,delete --namespaced -o name | grep -v '^events[.]' | paste -sd,)
for space in $(echo $spaces | sed 's#namespace/##g'); do
  (
    kubectl -n $space get pod,pvc -o name | xargs -r -n1 kubectl -n $space patch --type merge -p '{"metadata":{"finalizers":null}}'
    kubectl -n $space delete $types --all --force --grace-period=0 --wait=false
    kubectl -n $space get $types -o name | xargs -r -n1 kubectl -n $space patch --type merge -p '{"metadata":{"finalizers":null}}'
    kubectl get namespace $space -o json | jq '.spec.finalizers = []' | kubectl replace --raw /api/v1/namespaces/$space/finalize -f -
  ) &
done
(
  kubectl -n default delete deployment,statefulset,daemonset,job,cronjob,replicaset --all --cascade=background --wait=false
  sleep 0.3
  kubectl -n default get pod -o name | xargs -r -n1 kubectl -n default patch --type merge -p '{"metadata":{"finalizers":null}}'
  kubectl -n default delete service -l provider!=kubernetes --wait=false
  kubectl -n default delete pod,replicationcontroller,daemonset,deployment,replicaset,statefulset,hpa,job,cronjob,ingress,networkpolicy,pvc,resourcequota,limitrange,role,rolebinding,pdb,secret --all --force --grace-period=0 --wait=false
) &
kubectl -n default delete cm --field-selector metadata.name!=kube-root-ca.crt --wait=false &
kubectl -n default delete sa --field-selector metadata.name!=default --wait=false &
kubectl delete pv --all --wait=false &
kubectl delete validatingwebhookconfigurations,mutatingwebhookconfigurations,ingressclass,runtimeclass --all --wait=false &
(kubectl get priorityclass,sc -o name | grep -v -e system- -e /standard | xargs -r kubectl delete --wait=false) &
(kubectl get clusterrole,clusterrolebinding -o name | grep -v -e system: -e kubeadm: -e cluster-admin -e /admin -e /edit -e /view -e local-path -e metrics-server | xargs -r kubectl delete --wait=false) &
(kubectl get crd -o name | xargs -r kubectl delete --wait=false) &
wait
kubectl uncordon node-1 node-2
kubectl taint node --all dedicated- disk- gpu- maintenance- key- node.kubernetes.io/out-of-service- 
for _ in $(seq 150); do kubectl get ns | grep -q Terminating || kubectl get pods -A | grep -v -e kube-system -e local-path -e ^x- | grep -q Terminating || break; sleep 0.2; done
kubectl create ns shop
kubectl config set-context --current --namespace shop --kubeconfig /home/ada/.kube/config
`;

/** The commands that clean a machine up. Outside the lab they reach only what was named: no file, no socket by its path. */
export function cleaning(machine: string, outside: boolean): string {
  const script = machine.startsWith('k') ? KUBE : DOCKER;
  if (!outside) return script;
  return script
    .split('\n')
    .filter(
      (line) =>
        !/^(?:rm|find|tar|if|systemctl|for n in|export KUBECONFIG|\(?kubectl (?:uncordon|taint|get (?:crd|clusterrole|priorityclass)))/.test(
          line,
        ),
    )
    .map((line) => line.replace(' --kubeconfig /home/ada/.kube/config', ''))
    .join('\n')
    .replace(/^/, machine.startsWith('k') ? '' : 'docker swarm leave --force\n');
}

/** Cleans a machine up before the next page. */
export async function clean(machine: string): Promise<void> {
  await runInsideAsync(machine, ['bash', '-c', cleaning(machine, isOutside())]);
}
