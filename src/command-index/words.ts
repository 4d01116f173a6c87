/** Entries of the index that come from sentences: variables, file paths, exit codes, signals. Pure. */

import type { Page } from '../content/page.ts';
import type { Mention } from './entries.ts';

const VARIABLE =
  /^\$?\{?((?:DOCKER|COMPOSE|BUILDKIT|BUILDX|KUBE|HELM|DOCKERD|MSYS|JAVA|NODE|POSTGRES)[A-Z0-9]*_[A-Z0-9_]+|KUBECONFIG|HOSTNAME|PATH|HOME|HTTP_PROXY|HTTPS_PROXY|NO_PROXY|SOURCE_DATE_EPOCH|TARGETARCH|TARGETOS|TARGETPLATFORM|BUILDPLATFORM|PYTHONUNBUFFERED|XDG_RUNTIME_DIR|DEBIAN_FRONTEND)\}?(?:=.*)?$/;
const PATH = /^(?:~|\/(?:etc|var|run|usr|proc|sys|dev|tmp|opt|home|root|mnt|lib|bin)\b)(?:\/[\w.@*+-]+)+\/?$/;
const FILES =
  /^(?:Dockerfile|\.dockerignore|compose\.yaml|compose\.override\.yaml|docker-compose\.yml|daemon\.json|Chart\.yaml|Chart\.lock|values\.yaml|values\.schema\.json|kustomization\.yaml|_helpers\.tpl|NOTES\.txt|\.helmignore|\.env)$/;
const EXIT = /\b(?:exit(?:s|ed)?(?: with)?(?: code| status)|exit code of|code) `?(\d{1,3})\b|Exited \((\d{1,3})\)/gi;
const SIGNAL = /\bSIG(?:TERM|KILL|INT|HUP|QUIT|USR1|USR2|SEGV|STOP|CONT|CHLD|PIPE|ABRT|WINCH)\b/g;

/** What the sentences of a page name, by section. */
export function wordsIn(page: Page, source: string): Mention[] {
  const spans = page.spans
    .filter(({ was }) => !was)
    .flatMap(({ text, section }): Mention[] => {
      const variable = VARIABLE.exec(text)?.[1];
      if (variable) return [{ kind: 'variable', tool: '', name: variable, section }];
      return PATH.test(text) || FILES.test(text) ? [{ kind: 'path', tool: '', name: text, section }] : [];
    });
  const front = /^---\n[\s\S]*?\n---\n/.exec(source)?.[0].split('\n').length ?? 0;
  const lines = source.split('\n').flatMap((line, index): Mention[] => {
    if (index + 1 < front)
      return [...(/^exitCode: \[?([\d, ]+)/.exec(line)?.[1]?.match(/\d+/g) ?? [])].map((name) => ({
        kind: 'exit-code',
        tool: '',
        name,
        section: 0,
      }));
    const section = sectionAt(page, index + 1);
    const codes = [...line.matchAll(EXIT)]
      .map((match) => match[1] ?? match[2] ?? '')
      .filter((code) => Number(code) <= 255);
    return [
      ...codes.map((name): Mention => ({ kind: 'exit-code', tool: '', name, section })),
      ...(line.match(SIGNAL) ?? []).map((name): Mention => ({ kind: 'signal', tool: '', name, section })),
    ];
  });
  return [...spans, ...lines];
}

function sectionAt(page: Page, line: number): number {
  let found = 0;
  page.sections.forEach((section, index) => {
    if (section.line <= line) found = index;
  });
  return found;
}
