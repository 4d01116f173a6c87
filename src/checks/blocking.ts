/** Commands that do not come back by themselves: they follow, open a shell, or ask for a secret. What is pasted behind them is lost. Pure. */

const BLOCKING: readonly RegExp[] = [
  // Follows or watches until it is stopped.
  /\b(?:docker|kubectl|stern|journalctl)\b.*\s(?:--follow|--watch|--watch-only|-f(?= [\w<]|$)(?<=logs.*)|-w)(?=\s|$)/,
  /\bkubectl (?:.* )?(?:port-forward|proxy|attach)\b(?!.*&\s*$)/,
  /\bdocker (?:.* )?(?:attach|events)\b(?!.*--until)/,
  /\bdocker (?:container |compose (?:.* )?)?stats\b(?!.*--no-stream)/,
  /\bdocker compose (?:.* )?(?:watch|attach)\b/,
  /\bdocker compose (?:.* )?up\b(?!.*(?:\s-d\b|--detach|--wait|--no-start|&\s*$))/,
  /^\s*(?:sudo )?(?:watch|less|more|top|htop|vi|vim|nano|man)\s/m,
  /\btail (?:-\w*[fF]|--follow)/,
  // Opens a shell or a program that reads what is typed.
  /\b(?:exec|run|debug)\b.*\s(?:-it|-ti|-i -t|-t -i|--interactive --tty|--tty --interactive)(?=\s|$)/,
  /\bdocker compose (?:.* )?exec (?!.*(?:\s-T\b|--no-tty)).*\b(?:ba|da|z)?sh\s*$/m,
  /^\s*(?:sudo )?(?:ssh(?!-)|su|nsenter .*sh|wsl(?: -d \S+)?|minikube ssh|python3?|psql|mysql)\s*(?:\S+\s*)?$/m,
  // Asks for a secret: the next line of a paste would be taken for it.
  /^\s*(?:IFS= )?read\s+(?:-\w+\s+)*-?\w*/m,
  /\bRead-Host\b/,
  /\bdocker login\b(?!.*--password)/,
];

/** Whether a command waits for the reader, or for ever. */
export function blocks(command: string): boolean {
  const joined = command.replace(/\\\n\s*/g, ' ').replace(/^\s*#.*$/gm, '');
  return BLOCKING.some((pattern) => pattern.test(joined));
}
