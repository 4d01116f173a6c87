/** What stands on the command line besides the command: the engine and the cluster that are named, and nothing else, replace the lab. Pure. */
import type { Outside } from './space.ts';

/** Takes --docker-host and --context out of the words. A flag without its value is refused: the lab would be used in silence instead. */
export function takeNamed(words: readonly string[]): {
  readonly rest: readonly string[];
  readonly outside: Outside | undefined;
} {
  const rest: string[] = [];
  let outside: Outside | undefined;
  for (let index = 0; index < words.length; index++) {
    const [, flag = '', joined] = /^(--docker-host|--context)(?:=(.*))?$/s.exec(words[index] ?? '') ?? [];
    if (flag === '') {
      rest.push(words[index] ?? '');
      continue;
    }
    const value = joined ?? words[++index];
    if (value === undefined || value === '' || value.startsWith('--')) throw new Error(`${flag} wants a value`);
    outside = { ...outside, ...(flag === '--context' ? { context: value } : { dockerHost: value }) };
  }
  return { rest, outside };
}

/** What a set-up does to the machine itself. In the lab that is an overlay; elsewhere it would be somebody's server. */
const MACHINE =
  /\bsystemctl\b|\/etc\/|\/srv\/|\/var\/backups|\b(?:restart_engine|kubelet_set|network \d|node_gone|swarm)\b|\/run\/docker|\b(?:user|group)(?:add|del)\b|\b(?:iptables|mount|nsenter|socat|kill|dockerd)\b|\/opt\/lab/;

/** Whether a page is replayed in the lab only: its set-up reaches beyond the engine and the cluster. */
export const onlyInTheLab = (setup: unknown): boolean => MACHINE.test(JSON.stringify(setup));

/** Whether a statement of a page is left out outside the lab: it asks for root on the machine. */
export const asksForRoot = (statement: string): boolean => /(?:^|[\s;|&(])sudo\s/.test(statement);
