import { describe, expect, it } from 'vitest';
import { splitWords } from '../../../src/checks/commands/words.ts';
import { programName, unwrap } from '../../../src/checks/commands/wrappers.ts';

const inner = (code: string): string => {
  const found = unwrap(splitWords(code, 4));
  return 'script' in found ? `${found.line}: script ${found.script}` : found.words.map(({ text }) => text).join(' ');
};

describe('what a line starts in the end', () => {
  it.each([
    ['nothing to take off', 'docker ps', 'docker ps'],
    ['nothing at all', '', ''],
    ['assignments', 'A=b _C1=d docker ps', 'docker ps'],
    ['no assignment', '1A=b docker ps', '1A=b docker ps'],
    ['sudo with flags that take a word', 'sudo -u root -g docker -E --user ada docker ps', 'docker ps'],
    ['sudo with a flag that holds its value', 'sudo --user=ada docker ps', 'docker ps'],
    ['sudo and the end of its flags', 'sudo -- docker ps', 'docker ps'],
    ['sudo with an assignment', 'sudo A=b docker ps', 'docker ps'],
    ['sudo alone', 'sudo -i', ''],
    ['by its path', '/usr/bin/sudo docker ps', 'docker ps'],
    ['doas', 'doas -u root docker ps', 'docker ps'],
    ['xargs', 'xargs -n 1 -I {} docker rm {}', 'docker rm {}'],
    ['env', 'env -u A B=c docker ps', 'docker ps'],
    ['time, nohup, nice', 'time -f %e nohup nice -n 5 docker ps', 'docker ps'],
    ['timeout and its time', 'timeout -s KILL 5 docker ps', 'docker ps'],
    ['newgrp and its group', 'newgrp docker docker ps', 'docker ps'],
    ['stdbuf, setsid, ionice, exec, winpty', 'stdbuf -o L setsid ionice -c 2 exec -a x winpty docker ps', 'docker ps'],
    ['systemd-run', 'systemd-run --unit x -p A=b docker ps', 'docker ps'],
    ['command', 'command docker ps', 'docker ps'],
    ['a question for a command', 'command -v docker', ''],
    ['the same in long', 'command -pV docker', ''],
    ['words behind watch', 'watch -n 2 docker ps', 'docker ps'],
    ['a text behind watch', 'watch -n 2 "docker ps"', '4: script docker ps'],
    ['a text and more behind watch', 'watch "docker ps" -a', 'docker ps -a'],
    ['one word behind watch', 'watch date', 'date'],
    ['a text behind eval', 'eval "docker ps"', '4: script docker ps'],
    ['a text behind sudo is a program', 'sudo "docker ps"', 'docker ps'],
    ['a shell', 'sh -c "docker ps"', '4: script docker ps'],
    ['a shell with flags in one', '/bin/bash -ec "docker ps"', '4: script docker ps'],
    ['a shell behind others', 'sudo -u root A=b zsh -c "docker ps"', '4: script docker ps'],
    ['another user', 'su - ada -c "docker ps"', '4: script docker ps'],
    ['a shell without a text', 'bash -c', 'bash -c'],
    ['a shell with a file', 'bash x.sh', 'bash x.sh'],
    ['no shell', 'fish -c "docker ps"', 'fish -c docker ps'],
    ['another machine', 'ssh -p 22 -i key host docker ps', '4: script docker ps'],
    ['another machine alone', 'ssh host', 'ssh host'],
    ['find', 'find . -exec docker cp {} a \\;', 'docker cp {} a'],
    ['find in folders', 'find . -execdir docker cp {} a +', 'docker cp {} a'],
    ['find without a call', 'find . -name x', 'find . -name x'],
    ['what is left of a find keeps a name', 'find . -name + -exec docker rm +', 'docker rm'],
    ['kubectl of minikube', 'minikube kubectl -- get pods', 'kubectl get pods'],
    ['minikube otherwise', 'minikube kubectl get', 'minikube kubectl get'],
    ['minikube and another word', 'minikube start -- x', 'minikube start -- x'],
  ])('%s', (_, code, expected) => expect(inner(code)).toBe(expected));
});

it.each([
  ['docker', 'docker'],
  ['/usr/bin/docker', 'docker'],
  ['C:\\bin\\docker.EXE', 'docker'],
  ['docker.exe.txt', 'docker.exe.txt'],
  ['bin/', 'bin/'],
])('the program of %s is %s', (text, name) => expect(programName(text)).toBe(name));
