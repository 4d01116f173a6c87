/** What a schema cannot see in a file that it passes: names that meet nothing. Pure. */
import type { Problem } from '../../lib/finding.ts';
import { nearest } from '../../lib/nearest.ts';
import type { YamlDocument } from './yaml.ts';

/** Services that wait for one that the file does not have; a file that takes in others may have it there. */
export function ghostServices({ value, lineOf }: YamlDocument): Problem[] {
  const { services, include } = (value ?? {}) as { services?: Record<string, Service | null>; include?: unknown };
  if (!services || include !== undefined) return [];
  const names = Object.keys(services);
  return Object.entries(services).flatMap(([name, service]) => {
    const wanted = service?.extends === undefined ? (service?.depends_on ?? []) : [];
    return (Array.isArray(wanted) ? wanted.map(String) : Object.keys(wanted))
      .filter((other) => !names.includes(other))
      .map((other) => {
        const near = nearest(
          other,
          names.filter((own) => own !== name),
        );
        return {
          line: lineOf(['services', name, 'depends_on']),
          found: `${name} depends on ${other}, a service that the file does not have`,
          allowed: names.join(', '),
          fix: near ? `did you mean ${near}?` : 'add the service, or leave the dependency out',
        };
      });
  });
}

interface Service {
  readonly depends_on?: readonly unknown[] | object;
  readonly extends?: unknown;
}

/** A selector that its own pod template does not meet: the API server refuses such a workload. */
export function missedSelector({ value, lineOf }: YamlDocument): Problem[] {
  const { kind, spec } = (value ?? {}) as { kind?: unknown; spec?: Workload | null };
  const wanted = spec?.selector?.matchLabels;
  if (!wanted || !spec?.template) return [];
  const labels = spec.template.metadata?.labels ?? {};
  return Object.entries(wanted)
    .filter(([key, label]) => labels[key] !== label)
    .map(([key, label]) => ({
      line: lineOf(['spec', 'selector', 'matchLabels', key]),
      found: `${String(kind)}: the selector wants ${key}=${String(label)}, and its pods have ${key in labels ? `${key}=${String(labels[key])}` : `no label ${key}`}`,
      allowed: 'labels of spec.template.metadata that hold those of the selector',
      fix: `write ${key}: ${String(label)} in both places`,
    }));
}

interface Workload {
  readonly selector?: { readonly matchLabels?: Readonly<Record<string, unknown>> } | null;
  readonly template?: { readonly metadata?: { readonly labels?: Readonly<Record<string, unknown>> } | null } | null;
}
