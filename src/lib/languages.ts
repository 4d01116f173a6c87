const BY_ENDING: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  go: 'go',
  py: 'python',
  js: 'javascript',
  mjs: 'javascript',
  java: 'java',
  sh: 'sh',
  ps1: 'powershell',
  toml: 'toml',
  ini: 'ini',
  conf: 'nginx',
};

/** The language of a file by its name, for highlighting; `text` when it has no grammar here. */
export function languageOf(name: string): string {
  if (name.endsWith('ignore')) return 'text';
  if (/^(.*\.)?Dockerfile|\.Dockerfile$/i.test(name)) return 'dockerfile';
  return BY_ENDING[name.split('.').at(-1) ?? ''] ?? 'text';
}
