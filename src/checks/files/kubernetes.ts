/** Kubernetes manifests and pieces of them. */

import type { Problem } from '../../lib/finding.ts';
import { nearest } from '../../lib/nearest.ts';
import { KINDS, KUBERNETES, shapeOfKind } from './kubernetes-schema.ts';
import { missedSelector } from './sense.ts';
import { misfits, type Shape } from './shape.ts';
import { FOREIGN } from './shapes.ts';
import { readYaml, type YamlDocument } from './yaml.ts';

/** Versions that the API server no longer serves, with the release that dropped them and what to write. */
const REMOVED: Readonly<Record<string, string>> = {
  'extensions/v1beta1': 'apps/v1, networking.k8s.io/v1 (gone since 1.16 and 1.22)',
  'apps/v1beta1': 'apps/v1 (gone since 1.16)',
  'apps/v1beta2': 'apps/v1 (gone since 1.16)',
  'networking.k8s.io/v1beta1': 'networking.k8s.io/v1 (gone since 1.22)',
  'rbac.authorization.k8s.io/v1beta1': 'rbac.authorization.k8s.io/v1 (gone since 1.22)',
  'apiextensions.k8s.io/v1beta1': 'apiextensions.k8s.io/v1 (gone since 1.22)',
  'admissionregistration.k8s.io/v1beta1': 'admissionregistration.k8s.io/v1',
  'storage.k8s.io/v1beta1': 'storage.k8s.io/v1',
  'scheduling.k8s.io/v1beta1': 'scheduling.k8s.io/v1 (gone since 1.22)',
  'batch/v1beta1': 'batch/v1 (gone since 1.25)',
  'policy/v1beta1': 'policy/v1 (gone since 1.25); PodSecurityPolicy has no successor but Pod Security admission',
  'discovery.k8s.io/v1beta1': 'discovery.k8s.io/v1 (gone since 1.25)',
  'events.k8s.io/v1beta1': 'events.k8s.io/v1 (gone since 1.25)',
  'autoscaling/v2beta1': 'autoscaling/v2 (gone since 1.25)',
  'autoscaling/v2beta2': 'autoscaling/v2 (gone since 1.26)',
  'flowcontrol.apiserver.k8s.io/v1beta3': 'flowcontrol.apiserver.k8s.io/v1 (gone since 1.32)',
};

/** Checks whole manifests, one or several documents. */
export function checkManifests(text: string): Problem[] {
  return check(text, false);
}

/** Checks patches of Kustomize: manifests that need not have every required field. */
export function checkPatch(text: string): Problem[] {
  return check(text, true).filter(({ found }) => !/^no "/.test(found));
}

function check(text: string, isPatch: boolean): Problem[] {
  const { documents, problems } = readYaml(text);
  if (problems.length > 0) return problems;
  if (documents.length === 0)
    return [
      { line: 0, found: 'no document', allowed: 'a manifest with apiVersion, kind and metadata', fix: 'write one' },
    ];
  return documents.flatMap((document) => [
    ...checkManifest(document, isPatch),
    ...(isPatch ? [] : missedSelector(document)),
  ]);
}

function checkManifest(document: YamlDocument, isPatch: boolean): Problem[] {
  const value = document.value as { apiVersion?: unknown; kind?: unknown; metadata?: unknown; items?: unknown } | null;
  const apiVersion = String(value?.apiVersion ?? '');
  const kind = String(value?.kind ?? '');
  const at = (path: (string | number)[], found: string, allowed: string, fix: string): Problem[] => [
    { line: document.lineOf(path), found, allowed, fix },
  ];
  if (!value || typeof value !== 'object' || !apiVersion || !kind)
    return at(
      [],
      'a manifest without apiVersion or kind',
      'apiVersion and kind',
      'add them, or mark a piece of a manifest with at="Pod.spec.containers[]"',
    );
  const foreign = FOREIGN[`${apiVersion} ${kind}`];
  if (foreign)
    return Object.keys(value).flatMap((key) =>
      ['apiVersion', 'kind', 'metadata', ...foreign].includes(key)
        ? []
        : at(
            [key],
            `unknown field "${key}" of ${kind}`,
            foreign.join(', '),
            nearest(key, foreign) ? `did you mean "${nearest(key, foreign)}"?` : 'take it out',
          ),
    );
  const shape = REMOVED[apiVersion] ? undefined : shapeOfKind(apiVersion, kind);
  if (!shape) {
    const now = KINDS.get(kind);
    if (REMOVED[apiVersion])
      return at(
        ['apiVersion'],
        `${kind} of ${apiVersion}, which Kubernetes ${KUBERNETES} does not serve`,
        now ?? REMOVED[apiVersion] ?? '',
        `write apiVersion: ${now ?? REMOVED[apiVersion]}`,
      );
    const near = nearest(kind, KINDS.keys());
    return at(
      [now ? 'apiVersion' : 'kind'],
      `no kind ${kind} in ${apiVersion}`,
      now ? `${kind} is in ${now}` : `the kinds of Kubernetes ${KUBERNETES}`,
      now
        ? `write apiVersion: ${now}`
        : near
          ? `did you mean ${near} (${KINDS.get(near)})?`
          : 'a custom resource needs the mark yaml crd="what it is"',
    );
  }
  return compare(document, shape, isPatch);
}

/** Checks a piece that stands at a path such as `Pod.spec.containers[]`: one element of the list, or a list of them. */
export function checkPiece(text: string, at: string): Problem[] {
  const { documents, problems } = readYaml(text);
  if (problems.length > 0) return problems;
  const [kind = '', ...path] = at.replace(/\[\]/g, '.[]').split('.').filter(Boolean);
  const apiVersion = KINDS.get(kind);
  let shape: Shape | undefined = apiVersion ? shapeOfKind(apiVersion, kind) : undefined;
  if (!shape)
    return [
      {
        line: -1,
        found: `at="${at}": no kind ${kind}`,
        allowed: `a kind of Kubernetes ${KUBERNETES} and the path of its fields, e.g. Deployment.spec.template.spec`,
        fix: nearest(kind, KINDS.keys()) ? `did you mean ${nearest(kind, KINDS.keys())}?` : 'name a kind',
      },
    ];
  for (const step of path) {
    const next: Shape | undefined =
      step === '[]'
        ? shape.is === 'list'
          ? shape.of()
          : undefined
        : shape.is === 'object'
          ? shape.fields.get(step)?.shape()
          : shape.is === 'map'
            ? shape.of()
            : undefined;
    if (!next)
      return [
        {
          line: -1,
          found: `at="${at}": nothing at ${step}`,
          allowed: shape.is === 'object' ? [...shape.fields.keys()].join(', ') : `a ${shape.is}`,
          fix: 'follow the fields as in kubectl explain, [] for an element of a list',
        },
      ];
    shape = next;
  }
  const found = shape;
  return documents.flatMap((document) =>
    compare(
      document,
      found.is !== 'list' && Array.isArray(document.value) ? { is: 'list', of: () => found } : found,
      true,
    ),
  );
}

function compare(document: YamlDocument, shape: Shape, isFragment: boolean): Problem[] {
  return misfits(document.value, shape, [], isFragment).map(({ path, ...rest }) => ({
    line: document.lineOf(path),
    ...rest,
  }));
}
