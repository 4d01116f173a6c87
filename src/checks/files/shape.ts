/** What a value may look like, and the walk that holds a value against it. Pure. */
import { nearest } from '../../lib/nearest.ts';
import type { Path } from './yaml.ts';

export type Shape =
  | { readonly is: 'any' | 'string' | 'number' | 'boolean' | 'scalar' }
  | { readonly is: 'enum'; readonly values: readonly string[] }
  | { readonly is: 'list' | 'map'; readonly of: () => Shape }
  | { readonly is: 'object'; readonly name: string; readonly fields: ReadonlyMap<string, Field> };

export interface Field {
  readonly required: boolean;
  readonly shape: () => Shape;
}

export interface Misfit {
  readonly path: Path;
  readonly found: string;
  readonly allowed: string;
  readonly fix: string;
}

/** All places at which a value does not fit. A fragment need not have every required field at its top. */
export function misfits(value: unknown, shape: Shape, path: Path = [], isFragment = false): Misfit[] {
  const at = path.length > 0 ? `${path.join('.')}: ` : '';
  const wrong = (allowed: string): Misfit[] => [
    { path, found: `${at}${say(value)}`, allowed, fix: `write ${allowed}` },
  ];
  if (value === null || value === undefined) return [];
  switch (shape.is) {
    case 'any':
      return [];
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === shape.is
        ? []
        : [
            {
              path,
              found: `${at}${say(value)}`,
              allowed: `a ${shape.is}`,
              fix:
                shape.is === 'string' && typeof value !== 'object'
                  ? `put it in quotes: "${value}"`
                  : `write a ${shape.is}`,
            },
          ];
    case 'scalar':
      return typeof value === 'object' ? wrong('a number or a string') : [];
    case 'enum': {
      if (shape.values.includes(String(value))) return [];
      const near = nearest(String(value), shape.values);
      return [
        {
          path,
          found: `${at}${say(value)}`,
          allowed: shape.values.join(', '),
          fix: near ? `did you mean ${near}?` : 'use one of these values',
        },
      ];
    }
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((item, index) => misfits(item, shape.of(), [...path, index]))
        : wrong('a list');
    case 'map':
      return isRecord(value)
        ? Object.entries(value).flatMap(([key, item]) => misfits(item, shape.of(), [...path, key]))
        : wrong('a mapping');
    case 'object':
      return isRecord(value)
        ? objectMisfits(value, shape.name, shape.fields, path, isFragment)
        : wrong(`a mapping (${shape.name})`);
  }
}

function objectMisfits(
  value: Record<string, unknown>,
  name: string,
  fields: ReadonlyMap<string, Field>,
  path: Path,
  isFragment: boolean,
): Misfit[] {
  const within = path.length > 0 ? ` under ${path.join('.')}` : '';
  const inside = Object.entries(value).flatMap(([key, item]): Misfit[] => {
    const field = fields.get(key);
    if (field) return misfits(item, field.shape(), [...path, key]);
    const near = nearest(key, fields.keys());
    const list = [...fields.keys()];
    return [
      {
        path: [...path, key],
        found: `unknown field "${key}"${within}`,
        allowed: `the fields of ${name}: ${list.slice(0, 30).join(', ')}${list.length > 30 ? ', ...' : ''}`,
        fix: near ? `did you mean "${near}"?` : 'take it out, or put it where it belongs',
      },
    ];
  });
  const missing = isFragment
    ? []
    : [...fields]
        .filter(([key, { required }]) => required && value[key] === undefined)
        .map(([key]) => ({ path, found: `no "${key}"${within}`, allowed: `${name} needs ${key}`, fix: `add ${key}:` }));
  return [...inside, ...missing];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function say(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? `"${value}"` : `${value} (a ${typeof value})`;
}
