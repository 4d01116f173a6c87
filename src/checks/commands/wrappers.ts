/** Programs that start another program: how to find the inner call. Pure. */
import type { Word } from './words.ts';

/** Flags of each wrapper that take the next word; a missing wrapper is none. */
const WRAPPERS: Readonly<Record<string, { readonly values: string; readonly skip?: number }>> = {
  sudo: { values: '-u -g -h -p -C -T -U --user --group --prompt' },
  doas: { values: '-u -C' },
  xargs: { values: '-n -I -P -L -d -s -a -E --max-args --max-procs --replace --delimiter --max-lines --arg-file' },
  watch: { values: '-n --interval' },
  env: { values: '-u -C -S --unset --chdir' },
  time: { values: '-f -o' },
  nohup: { values: '' },
  nice: { values: '-n' },
  ionice: { values: '-c -n -p' },
  winpty: { values: '' },
  command: { values: '' },
  exec: { values: '-a' },
  eval: { values: '' },
  stdbuf: { values: '-i -o -e' },
  setsid: { values: '' },
  timeout: { values: '-s -k --signal --kill-after', skip: 1 },
  'systemd-run': { values: '-p -u --unit --property' },
  newgrp: { values: '', skip: 1 },
};

const SHELLS = /^(?:.*\/)?(?:sh|bash|dash|ash|zsh)$/;
const SSH_VALUES = new Set('-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w'.split(' '));

/** What a command line starts in the end: its words, or a piece of shell text to be parsed again. */
export type Unwrapped = { readonly words: readonly Word[] } | { readonly script: string; readonly line: number };

/** Takes sudo, xargs, env X=y, sh -c and the like from before the call, one after the other. */
export function unwrap(words: readonly Word[]): Unwrapped {
  const [first, ...rest] = words;
  const name = programName(first?.text ?? '');
  if (/^[A-Za-z_]\w*=/.test(name)) return unwrap(rest);
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (name === 'watch' || name === 'eval') {
    const inner = afterFlags(rest, new Set(WRAPPERS[name]?.values.split(' ')));
    const [only] = inner;
    if (only && inner.length === 1 && /\s/.test(only.text)) return { script: only.text, line: only.line };
  }
  if (name === 'command' && /^-[vVp]*[vV]$/.test(rest[0]?.text ?? '')) return { words: [] };
  if (wrapper) return unwrap(afterFlags(rest, new Set(wrapper.values.split(' '))).slice(wrapper.skip ?? 0));
  if (SHELLS.test(name) || name === 'su') {
    const at = rest.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
    const script = rest[at + 1];
    if (at >= 0 && script) return { script: script.text, line: script.line };
  }
  if (name === 'ssh') {
    const remote = afterFlags(rest, SSH_VALUES).slice(1);
    if (remote[0]) return { script: remote.map(({ text }) => text).join(' '), line: remote[0].line };
  }
  if (name === 'find') {
    const at = rest.findIndex(({ text }) => /^-exec(dir)?$/.test(text));
    if (at >= 0) return unwrap(rest.slice(at + 1).filter(({ text }) => !/^(;|\+)$/.test(text)));
  }
  if (name === 'minikube' && rest[0]?.text === 'kubectl' && rest[1]?.text === '--')
    return { words: [rest[0], ...rest.slice(2)] };
  return { words };
}

/** The program's name without its folder and `.exe`. */
export const programName = (text: string): string => text.replace(/^.*[/\\](?=[\w.-]+$)/, '').replace(/\.exe$/i, '');

function afterFlags(words: readonly Word[], withValue: ReadonlySet<string>): readonly Word[] {
  let at = 0;
  while (at < words.length) {
    const text = words[at]?.text ?? '';
    if (text === '--') return words.slice(at + 1);
    if (/^[A-Za-z_]\w*=/.test(text)) at += 1;
    else if (!text.startsWith('-')) break;
    else at += withValue.has(text) ? 2 : 1;
  }
  return words.slice(at);
}
