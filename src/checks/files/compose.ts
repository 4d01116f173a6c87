/** Compose and stack files, by the schema of the Compose Specification. Pure. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Problem } from '../../lib/finding.ts';
import { nearest } from '../../lib/nearest.ts';
import schema from './schemas/compose-spec.json' with { type: 'json' };
import { ghostServices } from './sense.ts';
import { readYaml } from './yaml.ts';

let compiled: ValidateFunction | undefined;

/** The schema as a function, compiled for the first file: that takes a third of a second, and most builds after a change have none. */
function validator(): ValidateFunction {
  if (compiled) return compiled;
  const ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true, verbose: true });
  formats.default(ajv, { mode: 'fast' });
  for (const name of ['expose', 'ports', 'subnet_ip_address', 'duration']) ajv.addFormat(name, true);
  compiled = ajv.compile(withNewerKeys());
  return compiled;
}

/** Checks a Compose file; `at` is the path of a piece, e.g. services.web.deploy. */
export function checkCompose(text: string, at = ''): Problem[] {
  const { documents, problems } = readYaml(text.replace(/: !(reset|override)\b/g, ': '));
  if (problems.length > 0) return problems;
  const prefix = at.split('.').filter(Boolean);
  const validate = validator();
  return documents.flatMap((document) => {
    const { value, lineOf } = document;
    const whole = prefix.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
    const old =
      prefix.length === 0 && typeof value === 'object' && value !== null && 'version' in value
        ? [
            {
              line: lineOf(['version']),
              found: 'the top-level key "version", which Compose ignores with a warning',
              allowed: 'a file that begins with name or services',
              fix: 'leave the line out',
            },
          ]
        : [];
    if (validate(whole)) return [...old, ...(at === '' ? ghostServices(document) : [])];
    const seen = new Set<string>();
    return [
      ...old,
      ...best(validate.errors ?? []).flatMap((error): Problem[] => {
        const path = pathOf(error).slice(prefix.length);
        const problem = { line: lineOf(path), ...explain(error, path) };
        const key = `${problem.line} ${problem.found}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [problem];
      }),
    ];
  });
}

/** Unknown keys say most; else the deepest errors. */
function best(errors: readonly ErrorObject[]): ErrorObject[] {
  const real = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'if', 'allOf'].includes(keyword));
  const deepest = Math.max(...real.map(({ instancePath }) => instancePath.split('/').length), 0);
  const unknown = real.filter(
    ({ keyword, instancePath }) => keyword === 'additionalProperties' && instancePath.split('/').length >= deepest - 1,
  );
  return unknown.length > 0
    ? unknown
    : real.filter(({ instancePath }) => instancePath.split('/').length === deepest).slice(0, 1);
}

function pathOf(error: ErrorObject): (string | number)[] {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const extra = (error.params as { additionalProperty?: string }).additionalProperty;
  return extra === undefined ? path : [...path, extra];
}

function explain(error: ErrorObject, path: readonly (string | number)[]): Omit<Problem, 'line'> {
  const where = path.join('.') || 'the file';
  if (error.keyword === 'additionalProperties') {
    const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
    const key = String(path.at(-1));
    const near = nearest(key, known);
    return {
      found: `unknown key "${key}"${path.length > 1 ? ` under ${path.slice(0, -1).join('.')}` : ''}`,
      allowed: known.length > 0 ? known.slice(0, 40).join(', ') : 'names of the allowed pattern',
      fix: near ? `did you mean "${near}"?` : 'take it out, or put it where it belongs',
    };
  }
  return {
    found: `${where}: ${error.message}`,
    allowed: `what the Compose Specification says of ${where}`,
    fix: 'compare with the reference of the Compose file',
  };
}

/** The schema with the keys that the specification has gained since the npm package's copy (seen in compose-spec's main, November 2026). */
function withNewerKeys(): object {
  const { $schema: _, ...copy } = structuredClone(schema) as unknown as {
    $schema: string;
    definitions: { service: Keys; development: Keys };
  };
  const build = keysOf(keysOf(copy.definitions.service, 'build'));
  Object.assign(build, { provenance: { type: ['string', 'boolean'] }, sbom: { type: ['string', 'boolean'] } });
  Object.assign(keysOf(keysOf(copy.definitions.development, 'watch')), { initial_sync: { type: 'boolean' } });
  Object.assign(keysOf(copy.definitions.service), { pre_start: { type: 'array', items: { type: 'object' } } });
  return copy;
}

interface Keys {
  readonly properties?: Record<string, Keys>;
  readonly oneOf?: readonly Keys[];
  readonly items?: Keys;
}

/** The keys of an object's schema, or the schema of one of its keys. */
function keysOf(keys: Keys): Record<string, Keys>;
function keysOf(keys: Keys, name: string): Keys;
function keysOf(keys: Keys, name?: string): Keys | Record<string, Keys> {
  const properties =
    keys.properties ?? keys.items?.properties ?? keys.oneOf?.find((one) => one.properties)?.properties ?? {};
  return name === undefined ? properties : (properties[name] ?? {});
}
