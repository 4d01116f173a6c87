/** What stands behind the language of a fence: bare words, and key="value" pairs. */
export interface Meta {
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/** Reads the meta string of a fence, e.g. `part file="compose.yaml"`. */
export function parseMeta(meta: string): Meta {
  const values: Record<string, string> = {};
  const rest = meta.replace(/([\w-]+)="([^"]*)"/g, (_, key: string, value: string) => {
    values[key] = value;
    return '';
  });
  return { words: rest.split(/\s+/).filter(Boolean), values };
}

/** Languages of blocks that a reader types into a shell. */
export const SHELLS: Readonly<Record<string, string>> = {
  sh: 'Shell',
  powershell: 'PowerShell',
  cmd: 'Command Prompt',
};

/** All words and keys that may stand behind a language. */
export const FENCE_WORDS: readonly string[] = [
  ...['part', 'sequence', 'compose', 'k8s', 'chart', 'values', 'helm-template', 'kustomization', 'daemon'],
  ...['file', 'title', 'where', 'wrong', 'at', 'plain', 'crd', 'typed'],
];
