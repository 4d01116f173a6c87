/** Fences that are files: which kind they say they are, and the check of that kind. */
import { parseMeta } from '../../content/fence-meta.ts';
import type { Fence } from '../../content/read-note.ts';
import type { Problem } from '../../lib/finding.ts';
import { checkTemplate } from '../commands/template.ts';
import { checkCompose } from './compose.ts';
import { checkDockerfile } from './dockerfile.ts';
import { checkManifests, checkPiece } from './kubernetes.ts';
import { misfits, type Shape } from './shape.ts';
import { CHART, DAEMON, KUSTOMIZATION } from './shapes.ts';
import { readYaml } from './yaml.ts';

const YAML_MARKS =
  'yaml compose, yaml k8s, yaml k8s at="Pod.spec.containers[]", yaml crd="what it is", yaml chart, yaml values, yaml helm-template, yaml kustomization, yaml plain="what it is"';
const JSON_MARKS = 'json daemon, json plain="what it is"';

/** The kind of a fence's file, and what is wrong with it. Blocks marked wrong must have something wrong. */
export function checkFile(fence: Pick<Fence, 'lang' | 'meta' | 'code'>): {
  kind: string | undefined;
  problems: Problem[];
} {
  const { words, values } = parseMeta(fence.meta);
  const [kind, problems] = byKind(fence, words, values);
  if (values['wrong'] === undefined) return { kind, problems };
  return {
    kind,
    problems:
      problems.length > 0
        ? []
        : [
            {
              line: 0,
              found: `a block marked wrong="${values['wrong']}" in which nothing is wrong`,
              allowed: 'wrong="..." for what the check refuses',
              fix: 'leave the mark out, or show the mistake itself',
            },
          ],
  };
}

function byKind(
  { lang, code }: Pick<Fence, 'lang' | 'meta' | 'code'>,
  words: readonly string[],
  values: Readonly<Record<string, string>>,
): [string | undefined, Problem[]] {
  if (lang === 'output' || lang === 'text') return [undefined, []];
  if (lang === 'dockerfile') return ['Dockerfile', checkDockerfile(code, words.includes('part'))];
  if (lang === 'yaml') return yaml(code, words, values);
  if (lang === 'json' && words.includes('daemon')) return ['daemon.json', checkJson(code, DAEMON)];
  if (lang === 'json' && values['plain'] !== undefined) return ['other JSON', checkJson(code)];
  if (lang === 'json') return [undefined, [unmarked('json', JSON_MARKS)]];
  return [
    undefined,
    [
      {
        line: -1,
        found: `a block of "${lang}"`,
        allowed: 'sh, powershell, cmd, output, dockerfile, yaml, json, text',
        fix: 'use one of these; text for the rest',
      },
    ],
  ];
}

function yaml(
  code: string,
  words: readonly string[],
  values: Readonly<Record<string, string>>,
): [string | undefined, Problem[]] {
  if (words.includes('compose')) return ['Compose', checkCompose(code, values['at'])];
  if (words.includes('k8s'))
    return ['Kubernetes', values['at'] === undefined ? checkManifests(code) : checkPiece(code, values['at'])];
  if (words.includes('chart')) return ['Chart.yaml', checkShape(code, CHART, true)];
  if (words.includes('kustomization')) return ['kustomization.yaml', checkShape(code, KUSTOMIZATION, true)];
  if (words.includes('helm-template')) return ['Helm template', checkTemplate(code, 'helm')];
  if (words.includes('values')) return ['values.yaml', readYaml(code).problems];
  if (values['plain'] !== undefined || values['crd'] !== undefined) return ['other YAML', readYaml(code).problems];
  return [undefined, [unmarked('yaml', YAML_MARKS)]];
}

/** A YAML file with one shape. */
export function checkShape(code: string, shape: Shape, isFragment = false): Problem[] {
  const { documents, problems } = readYaml(code);
  return [
    ...problems,
    ...documents.flatMap(({ value, lineOf }) =>
      misfits(value, shape, [], isFragment).map(({ path, ...rest }) => ({ line: lineOf(path), ...rest })),
    ),
  ];
}

/** A JSON file, or one `"key": value` of it, with one shape if there is one. */
export function checkJson(code: string, shape?: Shape): Problem[] {
  const text = /^\s*"/.test(code) ? `{${code}}` : code;
  try {
    JSON.parse(text);
  } catch (error) {
    return [
      {
        line: 0,
        found: `no valid JSON: ${error instanceof Error ? error.message : error}`,
        allowed: 'JSON without comments and trailing commas',
        fix: 'mend it',
      },
    ];
  }
  return shape ? checkShape(text, shape, true) : [];
}

const unmarked = (lang: string, marks: string): Problem => ({
  line: -1,
  found: `a ${lang} block without its kind`,
  allowed: marks,
  fix: 'say behind the language what it is',
});
