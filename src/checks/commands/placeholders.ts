/** Placeholders in commands: replaced by their example before a block is parsed, and each one declared. Pure. */

import type { Problem } from '../../lib/finding.ts';
import { nearest } from '../../lib/nearest.ts';

const PLACEHOLDER = /<([A-Z][A-Z0-9_]*)>/g;

/** Variables that any shell has, or that the tools read. */
const KNOWN_VARIABLES = new Set(
  'HOME PWD OLDPWD USER LOGNAME PATH SHELL HOSTNAME UID EUID GID PPID TERM LANG EDITOR RANDOM SECONDS TMPDIR IFS PS1 LINENO BASH_VERSION XDG_RUNTIME_DIR XDG_CONFIG_HOME KUBECONFIG DOCKER_HOST DOCKER_CONTEXT DOCKER_CONFIG DOCKER_BUILDKIT SSH_AUTH_SOCK DISPLAY USERPROFILE USERNAME COMPUTERNAME APPDATA LOCALAPPDATA PROGRAMFILES ProgramFiles ProgramData LASTEXITCODE _'.split(
    ' ',
  ),
);

/** Puts a word that the shell can read in the place of each `<UPPER_CASE>`; lines stay where they are. */
export function fillPlaceholders(code: string, examples: ReadonlyMap<string, string>): string {
  return code.replace(PLACEHOLDER, (_, name: string) => {
    const example = examples.get(name) ?? name.toLowerCase();
    return /^[\w.,:@%+=/-]+$/.test(example) ? example : example.replace(/[^\w.,:@%+=/-]/g, '_');
  });
}

/** Lower-case `<names>` that values.yaml declares in upper case, as manuals write them. */
const LOWER = /<([a-z][a-z0-9]*(?:[_-][a-z0-9]+)*)>/g;
const upper = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/** Puts `<CONTAINER>` in the place of `<container>`, so that the rest of the line can be judged. */
export function raise(code: string, examples: ReadonlyMap<string, string>): string {
  return code.replace(LOWER, (whole, name: string) => (examples.has(upper(name)) ? `<${upper(name)}>` : whole));
}

/** Every `<container>` that means `<CONTAINER>`. */
export function lowerCase(code: string, examples: ReadonlyMap<string, string>): Problem[] {
  return code.split('\n').flatMap((text, line) =>
    [...text.matchAll(LOWER)].flatMap(([whole, name = '']) =>
      examples.has(upper(name))
        ? [
            {
              line,
              found: `${whole}, a placeholder in lower case`,
              allowed: '<UPPER_CASE>, which readers fill in',
              fix: `write <${upper(name)}>`,
            },
          ]
        : [],
    ),
  );
}

/** Every `<UPPER_CASE>` that values.yaml does not declare. */
export function undeclared(code: string, names: ReadonlySet<string>): Problem[] {
  return code.split('\n').flatMap((text, line) =>
    [...text.matchAll(PLACEHOLDER)].flatMap(([whole, name = '']) => {
      if (names.has(name)) return [];
      const near = nearest(name, names);
      return [
        {
          line,
          found: `the placeholder ${whole}, which is not declared`,
          allowed: 'the names of content/values.yaml',
          fix: near
            ? `did you mean <${near}>? Else add ${name} to content/values.yaml`
            : `add { name: ${name}, label: ..., example: ..., matches: ... } to content/values.yaml, or use a declared one`,
        },
      ];
    }),
  );
}

/** Variables that a shell block reads, and nobody sets. `set` are those that the page sets itself. */
export function unsetVariables(
  used: readonly { name: string; line: number }[],
  set: ReadonlySet<string>,
  names: ReadonlySet<string>,
): Problem[] {
  const seen = new Set<string>();
  return used.flatMap(({ name, line }) => {
    if (KNOWN_VARIABLES.has(name) || set.has(name) || names.has(name) || /^\d$/.test(name) || seen.has(name)) return [];
    seen.add(name);
    return [
      {
        line,
        found: `the variable $${name}, which nothing sets`,
        allowed: `variables that the page sets (${name}=...), those of content/values.yaml, and HOME, PWD, USER, PATH and the like`,
        fix: `set it first in the block or above it, or write the placeholder <${name.toUpperCase()}>`,
      },
    ];
  });
}
