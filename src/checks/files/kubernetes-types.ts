/** The objects of the Kubernetes API as shapes, read from the type declarations of kubernetes-models. Build-time only: it opens files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Field, Shape } from './shape.ts';

const MODELS = join(process.cwd(), 'node_modules/kubernetes-models');
const MACHINERY = join(process.cwd(), 'node_modules');
const shapes = new Map<string, Shape>();

/** The shape of a kind, or undefined where the API has no such kind in that version. */
export function shapeOfKind(apiVersion: string, kind: string): Shape | undefined {
  const file = join(
    MODELS,
    apiVersion
      .split('/')
      .map((part, index, all) => (index === 0 && all.length > 1 ? folderOf(part) : part))
      .join('/'),
    `${kind}.d.ts`,
  );
  return /^[\w.-]+(\/[\w.-]+)?$/.test(apiVersion) &&
    /^[A-Z]\w*$/.test(kind) &&
    existsSync(file) &&
    readFileSync(file, 'utf8').includes(`"kind": "${kind}"`)
    ? shapeOfFile(file)
    : undefined;
}

/** Every kind of the stable versions with its apiVersion, e.g. Deployment: apps/v1. */
export const KINDS: ReadonlyMap<string, string> = new Map(
  [
    'v1',
    ...readdirSync(MODELS).filter(
      (name) => !['v1', '_schemas', 'index.js', 'index.d.ts', 'LICENSE', 'README.md', 'package.json'].includes(name),
    ),
  ].flatMap((group) => {
    const versions =
      group === 'v1'
        ? ['']
        : readdirSync(join(MODELS, group))
            .filter((name) => /^v\d+$/.test(name))
            .sort();
    return versions.flatMap((version) => {
      const folder = join(MODELS, group, version);
      return readdirSync(folder)
        .filter(
          (name) =>
            name.endsWith('.d.ts') &&
            name !== 'index.d.ts' &&
            readFileSync(join(folder, name), 'utf8').includes('"kind": "'),
        )
        .map((name) => [name.slice(0, -5), version ? `${group}/${version}` : group] as const);
    });
  }),
);

const folderOf = (group: string): string => group;

function shapeOfFile(file: string): Shape {
  const known = shapes.get(file);
  if (known) return known;
  const text = readFileSync(file, 'utf8');
  const imports = new Map(
    [...text.matchAll(/import \{ (\w+) \} from "([^"]+)"/g)].map(([, name = '', from = '']) => [
      name,
      resolve(file, from),
    ]),
  );
  const body = /export interface I\w+(?: extends \w+)? \{\n([\s\S]*?)\n\}/.exec(text)?.[1];
  const shape: Shape =
    body === undefined
      ? aliasShape(text, imports)
      : { is: 'object', name: file.split('/').at(-1)?.slice(0, -5) ?? '', fields: fieldsOf(body, imports) };
  shapes.set(file, shape);
  return shape;
}

function resolve(file: string, from: string): string {
  const path = from.startsWith('.') ? join(dirname(file), from) : join(MACHINERY, from);
  return `${path.replace(/\.js$/, '')}.d.ts`;
}

function fieldsOf(body: string, imports: ReadonlyMap<string, string>): Map<string, Field> {
  const bare = body.replace(/\/\*\*[\s\S]*?\*\//g, '');
  const entries = bare
    .split(/^ {4}(?=")/m)
    .flatMap((entry) => [...entry.matchAll(/^"([^"]+)"(\??): ([\s\S]*?);\s*$/g)]);
  return new Map(
    entries.map(([, name = '', optional, type = '']) => [
      name,
      { required: optional === '', shape: () => shapeOfType(type, imports) },
    ]),
  );
}

function aliasShape(text: string, imports: ReadonlyMap<string, string>): Shape {
  const type = /export type I?\w+ = ([^;]+);/.exec(text)?.[1];
  return type ? shapeOfType(type, imports) : { is: 'any' };
}

function shapeOfType(type: string, imports: ReadonlyMap<string, string>): Shape {
  const text = type.trim();
  const list = /^Array<([\s\S]+)>$/.exec(text)?.[1];
  if (list) return { is: 'list', of: () => shapeOfType(list, imports) };
  const map = /^\{\s*\[key: string\]: ([\s\S]+?);?\s*\}$/.exec(text)?.[1];
  if (map) return { is: 'map', of: () => shapeOfType(map, imports) };
  if (text === 'string' || text === 'number' || text === 'boolean') return { is: text };
  if (/^"[^"]*"( \| "[^"]*")*$/.test(text))
    return { is: 'enum', values: [...text.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '') };
  if (/Quantity$|IntOrString$|^string \| number$|^number \| string$/.test(text)) return { is: 'scalar' };
  const file = imports.get(text);
  return file && existsSync(file) ? shapeOfFile(file) : { is: 'any' };
}
