/** What else a paste tells: whether it comes from containers at all, or from a program that fails in the same words. */

const AT_HOME = `docker dockerd dockerfile moby compose buildx buildkit container containers containerd runc oci image images pod pods
kubectl kubelet kubernetes k8s helm swarm namespace deployment replicaset statefulset daemonset crictl entrypoint podman kind minikube
eks gke aks initcontainer configmap scheduler ingress coredns overlay2 registry restartcount exitcode`;
const ELSEWHERE = `git gpg ssh sshd scp rsync publickey fatal kernel terraform maven gradle svn psql ansible systemd sudo apt dpkg yum brew
nginx apache smtp postfix samba cups bluetooth keyserver origin remote ldap mysqld commit merge branch`;

const set = (text: string) => new Set(text.split(/\s+/));
const HOME = set(AT_HOME);
const FOREIGN = set(ELSEWHERE);
/** Words read for this: a paste says what it is early. */
const LOOK_AT = 4000;

/** So many foreign words for each of ours. */
const FOREIGN_SHARE = 3;

/** -1 (another program) to 1 (containers), from the words of the text and from the shape of its lines. */
export function contextOf(text: string): -1 | 0 | 1 {
  let home = 0;
  let foreign = 0;
  let from = 0;
  const head = text.slice(0, 40_000).toLowerCase();
  for (let count = 0; count < LOOK_AT; count++) {
    while (from < head.length && !isLetter(head, from)) from++;
    if (from >= head.length) break;
    let to = from;
    while (to < head.length && isLetter(head, to)) to++;
    const word = head.slice(from, to);
    if (HOME.has(word)) home++;
    else if (FOREIGN.has(word) && !isJoint(head[from - 1]) && !isJoint(head[to])) foreign++;
    from = to;
  }
  if (hasColumn(head) || hasStep(head) || hasPodRow(head)) home++;
  if (home > foreign) return 1;
  // Containers are called nginx or smtp too: a few foreign words beside one of ours do not make another program's log.
  return foreign > home * FOREIGN_SHARE ? -1 : 0;
}

/** A part of a longer name or path, such as crm_smtp_pass, says nothing about the program. */
const isJoint = (char: string | undefined) => char !== undefined && '_-/.'.includes(char);

const isLetter = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
};

/** `web-1  | ` of Compose. */
function hasColumn(text: string): boolean {
  const at = text.indexOf(' | ');
  if (at < 0) return false;
  const start = text.lastIndexOf('\n', at) + 1;
  return at - start < 60 && /^[a-z0-9._-]+-\d+ *$/.test(text.slice(start, at));
}

/** `#11 0.4` of BuildKit. */
function hasStep(text: string): boolean {
  return /^#\d+ /.test(text) || /\n#\d{1,3} /.test(text);
}

/** `web-0   0/1   CrashLoopBackOff` of kubectl get pods. */
function hasPodRow(text: string): boolean {
  return /[a-z0-9] {2,40}\d{1,3}\/\d{1,3} {1,40}[a-z]/.test(text);
}
