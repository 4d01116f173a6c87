/** Entries of the index that come from files: instructions, kinds, fields. Pure. */

import { readYaml } from '../checks/files/yaml.ts';
import { parseMeta } from '../content/fence-meta.ts';
import type { ParsedNote } from '../content/read-note.ts';
import type { Mention } from './types.ts';

const INSTRUCTION =
  /^(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)\b/;

/** Keys below which names of the writer's own stand. */
const OWN_NAMES =
  /^(labels|matchLabels|annotations|data|stringData|nodeSelector|environment|args|limits|requests|hard|selector|build-arg|options|driver_opts|sysctls|extra_hosts|parameters|metadata)$/;

/** What the fences and the shown files of a page hold. */
export function fieldsIn(note: ParsedNote, example: (file: string) => string): Mention[] {
  const fences = note.fences.flatMap(({ lang, meta, code, section }): Mention[] => {
    const { words, values } = parseMeta(meta);
    if (values['wrong'] !== undefined) return [];
    if (lang === 'dockerfile') return instructions(code, section);
    if (lang === 'yaml' && words.includes('compose')) return compose(code, section, values['at']);
    return lang === 'yaml' && words.includes('k8s') ? kubernetes(code, section, values['at']) : [];
  });
  const files = note.components.flatMap(({ name, attributes: { file }, section }): Mention[] => {
    if (name !== 'Example' || file === undefined) return [];
    const code = example(file);
    if (/(^|\/)Dockerfile[^/]*$/.test(file)) return instructions(code, section);
    if (!file.endsWith('.yaml') || code.includes('{{')) return [];
    return /^apiVersion:/m.test(code)
      ? kubernetes(code, section)
      : /^services:/m.test(code)
        ? compose(code, section)
        : [];
  });
  const named = note.spans
    .filter(({ was }) => !was)
    .flatMap(({ text, section }) => (INSTRUCTION.test(text) ? instructions(text, section) : []));
  return [...fences, ...files, ...named];
}

function instructions(code: string, section: number): Mention[] {
  const joined = code.replace(/<<-?"?'?(\w+)[\s\S]*?^\1$/gm, '').replace(/\\\n/g, ' ');
  return joined.split('\n').flatMap((line) => {
    const name = INSTRUCTION.exec(line.trim())?.[1];
    return name ? [{ kind: 'instruction' as const, tool: 'dockerfile', name, section }] : [];
  });
}

function kubernetes(code: string, section: number, at?: string): Mention[] {
  return readYaml(code).documents.flatMap(({ value }): Mention[] => {
    const of = at?.split('.')[0] ?? String((value as { kind?: unknown } | null)?.kind ?? '');
    const prefix = at?.split('.').slice(1).join('.') ?? '';
    if (!of) return [];
    return [
      { kind: 'manifest-kind', tool: 'kubernetes', name: of, section },
      ...paths(value, prefix.replace(/\[\]$/, ''))
        .filter((path) => !/^(apiVersion|kind|metadata)\b/.test(path))
        .map((name): Mention => ({ kind: 'field', tool: 'kubernetes', name, of, section })),
    ];
  });
}

function compose(code: string, section: number, at = ''): Mention[] {
  return readYaml(code.replace(/: !(reset|override)\b/g, ': ')).documents.flatMap(({ value }) =>
    paths(value, at)
      .map((path) =>
        path
          .replace(/^(services|networks|volumes|configs|secrets)\.[^.]+/, '$1.<NAME>')
          .replace(/^(services\.<NAME>\.(?:networks|depends_on))\.[^.]+/, '$1.<NAME>'),
      )
      .filter((path) => !path.endsWith('>'))
      .map((name): Mention => ({ kind: 'field', tool: 'compose', name, of: '', section })),
  );
}

/** The dotted paths of all keys; elements of a list stand under their list. */
function paths(value: unknown, prefix: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => paths(item, prefix));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = prefix ? `${prefix}.${key}` : key;
    return OWN_NAMES.test(key) ? [path] : [path, ...paths(inner, path)];
  });
}
