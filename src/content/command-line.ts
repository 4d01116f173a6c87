/** Whether a piece of code in a sentence or a table is a command that a reader can run. Pure. */

/** Programs that notes run, besides all whose name ends in `ctl`. */
const PROGRAMS =
  'docker dockerd docker-compose kubectl helm kubeadm kind minikube crane skopeo k9s buildctl aa-remove-unknown aa-status apt apt-get ' +
  'aws az cat chmod chown command cp curl date df dig du echo env export file findmnt free gcloud getent git grep id install ip ' +
  'iptables ls lsof mkdir mount mv nc nft nginx npm nslookup nvidia-ctk openssl ping pip printenv printf python3 rm rmdir sed ss ssh ' +
  'stat tar uname unset usermod vgchange wsl Get-Process Restart-Service systeminfo Test-NetConnection';

const COMMAND = new RegExp(`^(?:sudo )?(?:${PROGRAMS.replaceAll(' ', '|')}|[a-z]+ctl) \\S`);

/** A program with an argument at least: `docker ps` is one, `docker` is a name. */
export const isCommandLine = (code: string): boolean => COMMAND.test(code);
