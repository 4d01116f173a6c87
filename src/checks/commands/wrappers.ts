/** Programs that start another program: how to find the inner call. Pure. */
import type { Word } from './words.ts';

const setOf = (flags: string): ReadonlySet<string> => new Set(flags.split(' '));

/** Flags of each wrapper that take the next word; `skip` words more come before the call. */
const WRAPPERS: Readonly<Record<string, { readonly flags: ReadonlySet<string>; readonly skip?: number }>> = {
  sudo: { flags: setOf('-u -g -h -p -C -T -U --user --group --prompt') },
  doas: { flags: setOf('-u -C') },
  xargs: {
    flags: setOf('-n -I -P -L -d -s -a -E --max-args --max-procs --replace --delimiter --max-lines --arg-file'),
  },
  watch: { flags: setOf('-n --interval') },
  env: { flags: setOf('-u -C -S --unset --chdir') },
  time: { flags: setOf('-f -o') },
  nohup: { flags: setOf('') },
  nice: { flags: setOf('-n') },
  ionice: { flags: setOf('-c -n -p') },
  winpty: { flags: setOf('') },
  command: { flags: setOf('') },
  exec: { flags: setOf('-a') },
  eval: { flags: setOf('') },
  stdbuf: { flags: setOf('-i -o -e') },
  setsid: { flags: setOf('') },
  timeout: { flags: setOf('-s -k --signal --kill-after'), skip: 1 },
  'systemd-run': { flags: setOf('-p -u --unit --property') },
  newgrp: { flags: setOf(''), skip: 1 },
};

const SHELLS = /^(?:.*\/)?(?:sh|bash|dash|ash|zsh)$/;
const SSH_VALUES = setOf('-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w');

/** What a command line starts in the end: its words, or a piece of shell text to be parsed again. */
export type Unwrapped = { readonly words: readonly Word[] } | { readonly script: string; readonly line: number };

/** Takes sudo, xargs, env X=y, sh -c and the like from before the call, one after the other. */
export function unwrap(words: readonly Word[]): Unwrapped {
  // A place in one list and no copies: twenty thousand times sudo is one pass.
  let all = words;
  let at = 0;
  for (;;) {
    const name = programName(all[at]?.text ?? '');
    const next = at + 1;
    const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
    if (/^[A-Za-z_]\w*=/.test(name)) at = next;
    else if (name === 'command' && /^-[vVp]*[vV]$/.test(all[next]?.text ?? '')) return { words: [] };
    else if (wrapper) {
      const inner = afterFlags(all, next, wrapper.flags);
      const only = all[inner];
      if ((name === 'watch' || name === 'eval') && only && inner === all.length - 1 && /\s/.test(only.text))
        return { script: only.text, line: only.line };
      at = inner + (wrapper.skip ?? 0);
    } else if (name === 'find') {
      let exec = next;
      while (exec < all.length && !/^-exec(dir)?$/.test(all[exec]?.text ?? '')) exec += 1;
      if (exec === all.length) return { words: all.slice(at) };
      // What ends the call is none of its words.
      if (all === words) all = words.filter(({ text }, index) => index <= exec || !/^(;|\+)$/.test(text));
      at = exec + 1;
    } else return ended(all.slice(at), name);
  }
}

/** What is started where nothing is left to take off. */
function ended(words: readonly Word[], name: string): Unwrapped {
  if (SHELLS.test(name) || name === 'su') {
    const at = words.findIndex(({ text }, index) => index > 0 && /^-[a-z]*c$/.test(text));
    const script = words[at + 1];
    if (at > 0 && script) return { script: script.text, line: script.line };
  }
  if (name === 'ssh') {
    const remote = words.slice(afterFlags(words, 1, SSH_VALUES) + 1);
    if (remote[0]) return { script: remote.map(({ text }) => text).join(' '), line: remote[0].line };
  }
  const [, second, third] = words;
  if (name === 'minikube' && second?.text === 'kubectl' && third?.text === '--')
    return { words: [second, ...words.slice(3)] };
  return { words };
}

/** The program's name without its folder and `.exe`. */
export const programName = (text: string): string => text.replace(/^.*[/\\](?=[\w.-]+$)/, '').replace(/\.exe$/i, '');

/** The index of the first word, from `start` on, that is neither a flag, nor its value, nor an assignment. */
function afterFlags(words: readonly Word[], start: number, withValue: ReadonlySet<string>): number {
  let at = start;
  while (at < words.length) {
    const text = words[at]?.text ?? '';
    if (text === '--') return at + 1;
    if (/^[A-Za-z_]\w*=/.test(text)) at += 1;
    else if (!text.startsWith('-')) break;
    else at += withValue.has(text) ? 2 : 1;
  }
  return at;
}
