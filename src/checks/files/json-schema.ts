import { Ajv } from 'ajv';
import type { Problem } from '../../lib/finding.ts';
import { checkJson } from './fence.ts';

/** A JSON schema (values.schema.json of a chart): it must compile. Pure. */
export function checkSchema(code: string): Problem[] {
  const problems = checkJson(code);
  if (problems.length > 0) return problems;
  try {
    const { $schema: _, ...schema } = JSON.parse(code) as Record<string, unknown>;
    new Ajv({ strict: true, strictTypes: false, strictRequired: false, validateFormats: false }).compile(schema);
    return [];
  } catch (error) {
    return [
      {
        line: 0,
        found: `no valid JSON schema: ${error instanceof Error ? error.message : error}`,
        allowed: 'keywords of JSON Schema',
        fix: 'mend the keyword',
      },
    ];
  }
}
