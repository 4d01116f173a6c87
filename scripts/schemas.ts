/**
 * `npm run schemas`: writes the schemas of the content as JSON Schema to schemas/, for editors, and says in .vscode/settings.json
 * which file each is for. An editor sees less than the checks: rules that are programs have no words in JSON Schema.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import { asksSchema, pageAsksSchema } from '../src/content/schema/asks.ts';
import { changeSchema } from '../src/content/schema/changes.ts';
import { redirectSchema, sourceSchema } from '../src/content/schema/data.ts';
import { schemaFor } from '../src/content/schema/front-matter.ts';
import { valueSchema } from '../src/content/schema/values.ts';
import { TOPIC_IDS } from '../src/topics.ts';

/** Schemas of YAML files, with the pattern of the files that each is for. */
const DATA: Readonly<Record<string, { readonly schema: z.ZodType; readonly files: string }>> = {
  values: { schema: z.array(valueSchema), files: 'content/values.yaml' },
  changes: { schema: z.array(changeSchema), files: 'content/changes.yaml' },
  sources: { schema: z.array(sourceSchema), files: 'content/sources.yaml' },
  redirects: { schema: z.array(redirectSchema), files: 'content/redirects.yaml' },
  asks: { schema: asksSchema, files: 'content/*/*.asks.yaml' },
  'page-asks': { schema: pageAsksSchema, files: 'content/pages.asks.yaml' },
};

/** A schema as an editor reads it: what a writer types, before dates and numbers are turned into texts. */
export function jsonSchemaOf(schema: z.ZodType): object {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // YAML has days, JSON has none: an editor sees a text.
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date' });
    },
  });
}

/** Every file that is written, by its path. Of notes there is a schema for each topic, since sections differ. */
export function schemaFiles(): Readonly<Record<string, string>> {
  const text = (data: object): string => `${JSON.stringify(data, null, 2)}\n`;
  const data = Object.entries(DATA).map(([name, { schema }]) => [`schemas/${name}.json`, text(jsonSchemaOf(schema))]);
  const notes = TOPIC_IDS.map((id) => [`schemas/front-matter-${id}.json`, text(jsonSchemaOf(schemaFor(id)))]);
  const places = Object.entries(DATA).map(([name, { files }]) => [`./schemas/${name}.json`, files]);
  return Object.fromEntries([
    ...data,
    ...notes,
    ['.vscode/settings.json', text({ 'yaml.schemas': Object.fromEntries(places) })],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(import.meta.dirname, '..');
  for (const [path, text] of Object.entries(schemaFiles())) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(Object.keys(schemaFiles()).join('\n'));
}
