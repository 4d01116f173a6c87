/** Whether a piece of code in a sentence or a table is a command that a reader can run. Pure. */

/** Programs that notes run, besides all whose name ends in `ctl`. */
const PROGRAMS =
  'docker dockerd docker-compose kubectl helm kubeadm kind minikube crane skopeo k9s buildctl apt-get aws az cat chmod chown curl ' +
  'date df dig du env export file findmnt free gcloud getent git grep id ip iptables ls lsof mkdir mount mv nft npm nslookup ' +
  'openssl ping pip python3 rm sed ss ssh stat tar uname unset wsl';

const COMMAND = new RegExp(`^(?:sudo )?(?:${PROGRAMS.replaceAll(' ', '|')}|[a-z]+ctl) \\S`);

/** A program with an argument at least: `docker ps` is one, `docker` is a name. */
export const isCommandLine = (code: string): boolean => COMMAND.test(code);
