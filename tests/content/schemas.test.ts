/** schemas/ is what `npm run schemas` writes; it takes the content as it is, and refuses what the checks refuse. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaFiles } from '../../scripts/schemas.ts';
import { readAsks } from '../../src/content/asks.ts';
import { askFiles, contentFile, noteFiles } from '../../src/content/files.ts';
import { readOutline } from '../../src/content/read-note.ts';

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const takes = (name: string) => ajv.compile(JSON.parse(readFileSync(`schemas/${name}.json`, 'utf8')));

describe('schemas for editors', () => {
  it.each(Object.entries(schemaFiles()))('%s is as npm run schemas writes it', (path, text) =>
    expect(readFileSync(path, 'utf8')).toBe(text),
  );
  it.each(['values', 'changes', 'sources', 'redirects'])('%s.yaml passes', (name) => {
    const check = takes(name);
    expect(check(parse(contentFile(`${name}.yaml`).text)) || check.errors).toBe(true);
  });
  it('every note and every file of asks passes', () => {
    for (const path of noteFiles()) {
      const { topic, matter } = readOutline(`content/${path}`, contentFile(path).text);
      const check =
        ajv.getSchema(topic) ??
        ajv.addSchema(JSON.parse(readFileSync(`schemas/front-matter-${topic}.json`, 'utf8')), topic).getSchema(topic);
      expect(check?.(matter.data) || check?.errors, path).toBe(true);
    }
    const [own, pages] = [takes('asks'), takes('page-asks')];
    for (const { file, text } of askFiles())
      expect((file.endsWith('pages.asks.yaml') ? pages : own)(parse(text)), file).toBe(true);
  });
  it.each([
    ['values', [{ name: 'port', label: 'Port', example: '1', matches: '.' }]],
    ['values', [{ name: 'PORT', label: 'Port', example: '1', matches: '.', colour: 'red' }]],
    ['changes', [{ id: 'a' }]],
    ['redirects', [{ from: 'docker', to: '/docker/' }]],
    ['front-matter-docker', { title: 'A' }],
  ])('%s refuses %j', (name, data) => expect(takes(name)(data)).toBe(false));
  it.each(['page:\n', 'page: []\n', 'page:\n  - 137\n', 'Page:\n  - a\n', '/docker/:\n  - a\n'])(
    'asks %j are refused by the schema as by their reader',
    (text) => {
      expect(takes('asks')(parse(text))).toBe(false);
      expect(readAsks({ file: 'content/docker/a.asks.yaml', text }).findings).not.toEqual([]);
    },
  );
});
