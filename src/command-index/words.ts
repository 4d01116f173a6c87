/** Entries of the index that come from sentences: variables, file paths, exit codes, signals. Pure. */

import type { ParsedNote } from '../content/read-note.ts';
import type { Mention } from './types.ts';

const VARIABLE =
  /^\$?\{?((?:DOCKER|COMPOSE|BUILDKIT|BUILDX|KUBE|HELM|DOCKERD|MSYS|JAVA|NODE|POSTGRES)[A-Z0-9]*_[A-Z0-9_]+|KUBECONFIG|HOSTNAME|PATH|HOME|HTTP_PROXY|HTTPS_PROXY|NO_PROXY|SOURCE_DATE_EPOCH|TARGETARCH|TARGETOS|TARGETPLATFORM|BUILDPLATFORM|PYTHONUNBUFFERED|XDG_RUNTIME_DIR|DEBIAN_FRONTEND)\}?(?:=.*)?$/;
const PATH = /^(?:~|\/(?:etc|var|run|usr|proc|sys|dev|tmp|opt|home|root|mnt|lib|bin)\b)(?:\/[\w.@*+-]+)+\/?$/;
const FILES =
  /^(?:Dockerfile|\.dockerignore|compose\.yaml|compose\.override\.yaml|docker-compose\.yml|daemon\.json|Chart\.yaml|Chart\.lock|values\.yaml|values\.schema\.json|kustomization\.yaml|_helpers\.tpl|NOTES\.txt|\.helmignore|\.env)$/;
const EXIT = /\b(?:exit(?:s|ed)?(?: with)?(?: code| status)|exit code of|code) `?(\d{1,3})\b|Exited \((\d{1,3})\)/gi;
const SIGNAL = /\bSIG(?:TERM|KILL|INT|HUP|QUIT|USR1|USR2|SEGV|STOP|CONT|CHLD|PIPE|ABRT|WINCH)\b/g;

/** What the sentences of a note name, by section. */
export function wordsIn(note: ParsedNote): Mention[] {
  const mention = (kind: Mention['kind'], name: string, section: number): Mention => ({
    kind,
    tool: '',
    name,
    section,
  });
  const spans = note.spans
    .filter(({ was }) => !was)
    .flatMap(({ text, section }): Mention[] => {
      const variable = VARIABLE.exec(text)?.[1];
      if (variable) return [mention('variable', variable, section)];
      return PATH.test(text) || FILES.test(text) ? [mention('path', text.replace(/\/$/, ''), section)] : [];
    });
  const { exitCode } = (note.matter.data ?? {}) as { exitCode?: unknown };
  const own = [exitCode].flat().filter((code) => code !== undefined);
  const front = note.text.split('\n').indexOf('---', 1) + 1;
  const lines = note.text.split('\n').flatMap((line, index): Mention[] => {
    if (index < front) return [];
    const section = note.sections.findLastIndex((known) => known.line <= index + 1);
    const codes = [...line.matchAll(EXIT)].map((match) => match[1] ?? match[2] ?? '');
    return [
      ...codes.filter((code) => Number(code) <= 255).map((code) => mention('exit-code', code, section)),
      ...(line.match(SIGNAL) ?? []).map((name) => mention('signal', name, section)),
    ];
  });
  return [...spans, ...own.map((code) => mention('exit-code', String(code), 0)), ...lines];
}
