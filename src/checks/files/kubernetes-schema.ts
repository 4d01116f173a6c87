/** The objects of the Kubernetes API as shapes, from the schema that its API server gives out (schemas/README.md). Pure. */
import kubernetes from './schemas/kubernetes.json' with { type: 'json' };
import type { Field, Shape } from './shape.ts';

/** What is kept of a JSON schema. */
interface Schema {
  readonly $ref?: string;
  /** `scalar` is a number or a string: quantities, and ports by number or name. */
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
}

const definitions = kubernetes.definitions as Readonly<Record<string, Schema>>;
const kinds = kubernetes.kinds as Readonly<Record<string, string>>;
const shapes = new Map<string, Shape>();

/** The release that the schema was taken from. */
export const KUBERNETES = kubernetes.version;

/** The shape of a kind, or undefined where the API has no such kind in that version. */
export function shapeOfKind(apiVersion: string, kind: string): Shape | undefined {
  const name = Object.hasOwn(kinds, `${apiVersion} ${kind}`) ? kinds[`${apiVersion} ${kind}`] : undefined;
  return name === undefined ? undefined : shapeOfDefinition(name);
}

/** Every kind with the apiVersion to write, the newest stable one, e.g. Deployment: apps/v1. */
export const KINDS: ReadonlyMap<string, string> = new Map(
  Object.keys(kinds)
    .map((key): [string, string] => {
      const [apiVersion = '', kind = ''] = key.split(' ');
      return [kind, apiVersion];
    })
    .sort(([, a], [, b]) => Number(isStable(a)) - Number(isStable(b)) || (a < b ? -1 : 1)),
);

function isStable(apiVersion: string): boolean {
  return /(^|\/)v\d+$/.test(apiVersion) && !apiVersion.startsWith('events.k8s.io/');
}

function shapeOfDefinition(name: string): Shape {
  const known = shapes.get(name);
  if (known) return known;
  const shape = shapeOf(definitions[name] ?? {}, name.split('.').at(-1) ?? name);
  shapes.set(name, shape);
  return shape;
}

function shapeOf(schema: Schema, name: string): Shape {
  if (schema.$ref !== undefined) return shapeOfDefinition(schema.$ref);
  if (schema.enum) return { is: 'enum', values: schema.enum };
  const { items, properties, additionalProperties, required = [] } = schema;
  if (properties)
    return {
      is: 'object',
      name,
      fields: new Map(
        Object.entries(properties).map(([key, own]): [string, Field] => [
          key,
          { required: required.includes(key), shape: () => shapeOf(own, key) },
        ]),
      ),
    };
  if (additionalProperties) return { is: 'map', of: () => shapeOf(additionalProperties, name) };
  if (items) return { is: 'list', of: () => shapeOf(items, name) };
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'scalar':
      return { is: schema.type };
    case 'integer':
    case 'number':
      return { is: 'number' };
    default:
      return { is: 'any' };
  }
}
