/** Whole files of content/examples: their kind by name and content, and the check of that kind. An unknown kind is a problem. */

import type { Problem } from '../../lib/finding.ts';
import type { Knowledge } from '../code.ts';
import { readBlock } from '../commands/block.ts';
import type { Call } from '../commands/call.ts';
import { type ObsoleteForm, obsoleteIn } from '../commands/obsolete.ts';
import { checkTemplate } from '../commands/template.ts';
import { checkTemplates } from '../commands/templates.ts';
import { checkCompose } from './compose.ts';
import { checkDockerfile } from './dockerfile.ts';
import { checkJson, checkShape } from './fence.ts';
import { checkSchema } from './json-schema.ts';
import { checkManifests, checkPatch } from './kubernetes.ts';
import { CHART, DAEMON, KUSTOMIZATION } from './shapes.ts';
import { readYaml } from './yaml.ts';

export interface CheckedExample {
  /** Undefined when nobody knows it. */
  readonly kind: string | undefined;
  readonly problems: readonly Problem[];
  readonly calls: readonly Call[];
}

type Check = (code: string, path: string) => Problem[];

/** Source of small demo programs and their settings: shown as they are. */
const SOURCES =
  /\.(go|py|js|mjs|java|cs|csproj|rb|php|properties|xml|html|css|conf|template|toml|hcl|ini|service|txt|gitignore)$|(^|\/)(go\.(mod|sum)|Caddyfile)$/;

/** By path within content/examples; the first that fits. */
const KINDS: readonly (readonly [RegExp, string, Check])[] = [
  [/(^|\/)([^/]*Dockerfile)?\.(docker|helm)ignore$/, 'ignore file', checkIgnore],
  [/(^|\/)(Dockerfile[^/]*|[^/]+\.Dockerfile)$/, 'Dockerfile', (code) => checkDockerfile(code, false)],
  [/(^|\/)Chart\.yaml$/, 'Chart.yaml', (code) => checkShape(code, CHART)],
  [/(^|\/)templates\/.*\.(yaml|tpl|txt)$/, 'Helm template', (code) => checkTemplate(code, 'helm')],
  [/(^|\/)values[^/]*\.yaml$/, 'values.yaml', (code) => readYaml(code).problems],
  [/(^|\/)kustomization\.yaml$/, 'kustomization.yaml', (code) => checkShape(code, KUSTOMIZATION)],
  [/(^|\/)overlays\/.*\.yaml$/, 'Kubernetes', checkPatch],
  [/(^|\/)\.(hadolint|trivy)[^/]*\.yaml$/, 'other YAML', (code) => readYaml(code).problems],
  [/(^|\/)daemon[^/]*\.json$/, 'daemon.json', (code) => checkJson(code, DAEMON)],
  [/\.schema\.json$/, 'JSON schema', checkSchema],
  [/(^|\/)package(-lock)?\.json$/, 'package.json', (code) => checkJson(code)],
  [/(^|\/)requirements[^/]*\.txt$/, 'requirements.txt', checkRequirements],
  [/(\.env|(^|\/)\.env[^/]*)$/, 'env file', checkEnv],
];

/** Checks a file by its path within content/examples. */
export function checkExample(path: string, code: string, known: Pick<Knowledge, 'parser' | 'forms'>): CheckedExample {
  const old = obsolete(code, known.forms);
  if (path.endsWith('.sh')) {
    const block = readBlock(known.parser, code, 'sh');
    return {
      kind: 'shell script',
      problems: [...block.problems, ...checkTemplates(block.calls), ...old],
      calls: block.calls,
    };
  }
  const entry = KINDS.find(([pattern]) => pattern.test(path)) ?? (path.endsWith('.yaml') ? yamlKind(code) : undefined);
  if (entry) return { kind: entry[1], problems: [...entry[2](code, path), ...old], calls: [] };
  if (SOURCES.test(path)) return { kind: 'source', problems: old, calls: [] };
  return {
    kind: undefined,
    calls: [],
    problems: [
      {
        line: 0,
        found: 'a file of unknown kind',
        allowed: `${[...new Set(KINDS.map(([, name]) => name))].join(', ')}, Compose and stack files, manifests, shell scripts, sources`,
        fix: 'name it as its kind is named, or teach src/checks/files/examples.ts the kind',
      },
    ],
  };
}

function yamlKind(code: string): readonly [RegExp, string, Check] | undefined {
  if (/^(services|networks|volumes|configs|secrets|include|name):/m.test(code) && !/^apiVersion:/m.test(code))
    return [/./, 'Compose', (text) => checkCompose(text)];
  return /^apiVersion:/m.test(code) ? [/./, 'Kubernetes', (text) => checkManifests(text)] : undefined;
}

const obsolete = (code: string, forms: readonly ObsoleteForm[]): Problem[] => obsoleteIn(code, forms);

function perLine(code: string, right: RegExp, allowed: string): Problem[] {
  return code
    .split('\n')
    .flatMap((text, line) =>
      text.trim() === '' || right.test(text)
        ? []
        : [{ line, found: `"${text.trim()}"`, allowed, fix: 'mend the line' }],
    );
}

function checkIgnore(code: string): Problem[] {
  return perLine(code, /^(#.*|!?[^\s\\]+)$/, 'a comment, or a pattern without blanks');
}

function checkRequirements(code: string): Problem[] {
  return perLine(
    code,
    /^\s*(#.*|--hash=sha256:[0-9a-f]{64}.*|-r \S+|[A-Za-z0-9][\w.-]*(\[[\w,-]+\])?==[\w.+!-]+(\s*;.*|\s*\\|\s*#.*)?)$/,
    'a comment, or name==version',
  );
}

function checkEnv(code: string): Problem[] {
  return perLine(code, /^(#.*|[A-Za-z_]\w*(=.*)?)$/, 'a comment, NAME=value, or NAME');
}
