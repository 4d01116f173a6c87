/** Go templates and JSONPath in the flags of calls. Pure. */

import type { Problem } from '../../lib/finding.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Call } from './call.ts';
import type { UsedFlag } from './flags.ts';
import { checkTemplate } from './template.ts';

/** What is wrong with the templates that these calls carry. */
export function checkTemplates(calls: readonly Call[]): Problem[] {
  return calls.flatMap((call) =>
    call.flags.flatMap((flag) => checkFlag(call, flag).map((problem) => ({ ...problem, line: flag.line }))),
  );
}

/** Fields of the lists of docker 29 that notes format, as `docker/cli` names them. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [
    /^docker (ps|container ls)$/,
    'ID Names Image Command CreatedAt RunningFor Ports State Status Size Labels Label Mounts LocalVolumes Networks Platform HealthStatus IPAddresses',
  ],
  [
    /^docker (images|image ls)$/,
    'ID Repository Tag Digest CreatedSince CreatedAt Size Containers VirtualSize SharedSize UniqueSize',
  ],
];

/** A field that a list does not have: docker says so only when it runs. */
function unknownFields(template: string, path: string): Problem[] {
  const known = FIELDS.find(([command]) => command.test(path))?.[1].split(' ');
  // Within range and with the dot is something else.
  if (!known || /\{\{-?\s*(range|with|define)\b/.test(template)) return [];
  return [...template.matchAll(/\{\{([^}]*)\}\}/g)].flatMap(([, action = '']) =>
    [...action.replace(/"[^"]*"/g, '""').matchAll(/(?<![\w)$.])\.([A-Za-z]\w*)/g)].flatMap(([, name = '']) => {
      if (known.includes(name)) return [];
      const near = nearest(name, known);
      return [
        {
          line: 0,
          found: `the field .${name}, which ${path} does not have`,
          allowed: known.map((field) => `.${field}`).join(', '),
          fix: near ? `did you mean .${near}?` : `${path} --format json shows all fields`,
        },
      ];
    }),
  );
}

function checkFlag(call: Call, { name, value }: UsedFlag): Problem[] {
  if (value === undefined || /\$[\w({]|`/.test(value)) return [];
  if (name === '--format' && value.includes('{{'))
    return [...checkTemplate(value, call.tool), ...unknownFields(value, call.path)];
  if (name === '--format' && value.includes('}}')) return checkTemplate(value, call.tool);
  if (call.tool !== 'kubectl') return [];
  if (name === '--template') return checkTemplate(value, 'kubectl');
  const [kind = '', ...rest] = value.split('=');
  const text = rest.join('=');
  if (name === '--output' && /^(go-template|template)$/.test(kind) && text) return checkTemplate(text, 'kubectl');
  if (name === '--output' && /^jsonpath(-as-json)?$/.test(kind)) return jsonpath(text, true);
  if (name === '--sort-by' || (name === '--for' && kind === 'jsonpath'))
    return jsonpath(name === '--for' ? text : value, false);
  return [];
}

function jsonpath(text: string, needsBraces: boolean): Problem[] {
  const problem = (found: string, fix: string): Problem[] => [
    { line: 0, found: `JSONPath "${text}": ${found}`, allowed: "jsonpath='{.items[*].metadata.name}'", fix },
  ];
  if (text === '') return problem('it is empty', 'write the path behind the equals sign');
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""');
  if (needsBraces && !bare.includes('{'))
    return problem('nothing stands in braces, so it is printed as it is', 'put the path in braces: {.metadata.name}');
  for (const [open, close] of ['{}', '[]', '()'].map((pair) => pair.split(''))) {
    if (bare.split(open ?? '').length !== bare.split(close ?? '').length)
      return problem(`${open} and ${close} are not in pairs`, `close each ${open}`);
  }
  const ranges = (bare.match(/\{\s*range\b/g) ?? []).length;
  const ends = (bare.match(/\{\s*end\s*\}/g) ?? []).length;
  return ranges === ends ? [] : problem('range without end', 'close each {range ...} with {end}');
}
