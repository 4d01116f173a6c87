import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/checks/commands/grammar.ts';
import { compileForms } from '../../src/checks/commands/obsolete.ts';
import { checkExample } from '../../src/checks/files/examples.ts';
import { checkFile } from '../../src/checks/files/fence.ts';

const KNOWN = {
  parser: await loadCommands(),
  forms: compileForms([{ id: 'maintainer', now: '`LABEL`', find: ['(^|\\n)MAINTAINER[ \\t]'] }]),
};
const fence = (info: string, code: string) => {
  const [lang = '', ...meta] = info.split(' ');
  return checkFile({ lang, meta: meta.join(' '), code }).problems.map(
    ({ line, found, fix }) => `${line + 1}: ${found} | ${fix}`,
  );
};
const file = (path: string, code: string) =>
  checkExample(path, code, KNOWN).problems.map(({ line, found }) => `${line + 1}: ${found}`);

const POD =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n';
const DEPLOYMENT =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: { app: web }\n  template:\n    metadata:\n      labels: { app: web }\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n';

describe('files in fences that are right pass', () => {
  it.each([
    ['dockerfile', 'FROM alpine:3.22\nRUN --mount=type=cache,target=/x echo\nCMD ["a"]'],
    ['dockerfile part', 'CMD ["a"]\nCMD ["b"]'],
    [
      'yaml compose',
      'services:\n  web:\n    image: nginx:1.29\n    ports: ["80:80"]\n    develop:\n      watch:\n        - { path: ., target: /x, action: sync, initial_sync: true }',
    ],
    ['yaml compose', 'services:\n  web:\n    ports: !override ["80:80"]'],
    ['yaml compose at="services.web"', 'deploy:\n  replicas: 2'],
    ['yaml k8s', `${POD}---\n${DEPLOYMENT}`],
    ['yaml k8s at="Pod.spec.containers[]"', 'livenessProbe:\n  httpGet: { path: /, port: 80 }'],
    ['yaml k8s at="Pod.spec.containers[]"', '- name: a\n  image: b:1'],
    ['yaml k8s at="Deployment.spec.template.spec"', 'nodeSelector: { disk: ssd }'],
    ['yaml crd="a Gateway"', 'kind: Anything'],
    ['yaml chart', 'apiVersion: v2\nname: a\nversion: 1.0.0'],
    ['yaml kustomization', 'resources: [a.yaml]\nimages:\n  - name: nginx\n    newTag: "1.29"'],
    ['yaml helm-template', '{{- if .Values.a }}\na: {{ include "x" . | nindent 4 }}\n{{- end }}'],
    ['json daemon', '{ "log-driver": "local", "log-opts": { "max-size": "10m" } }'],
    ['json plain="a key"', '"auths": {}'],
  ])('%s', (info, code) => expect(fence(info, code)).toEqual([]));
});

describe('a fault in a file stops the build', () => {
  const cases: [string, string, string, RegExp][] = [
    [
      'an unknown instruction',
      'dockerfile',
      'FROM alpine:3.22\nCOPPY a b',
      /^2: Unknown instruction: COPPY \| did you mean COPY\?/,
    ],
    ['MAINTAINER', 'dockerfile part', 'MAINTAINER a', /LABEL org\.opencontainers/],
    ['two CMD in a whole Dockerfile', 'dockerfile', 'FROM a:1\nCMD ["a"]\nCMD ["b"]', /only be one CMD/],
    ['a Dockerfile without FROM', 'dockerfile', 'RUN a', /source image|without FROM/],
    [
      'an unknown key of a service',
      'yaml compose',
      'services:\n  web:\n    image: a:1\n    port: ["80:80"]',
      /^4: unknown key "port" under services\.web \| did you mean "ports"\?/,
    ],
    [
      'an unknown top-level key of Compose',
      'yaml compose',
      'service:\n  web: {}',
      /^1: unknown key "service" \| did you mean "services"\?/,
    ],
    [
      'a wrong type in Compose',
      'yaml compose',
      'services:\n  web:\n    image: [a]',
      /^3: services\.web\.image: must be string/,
    ],
    [
      'the version line of Compose',
      'yaml compose',
      'version: "3"\nservices:\n  web: { image: "a:1" }',
      /top-level key "version"/,
    ],
    [
      'a removed apiVersion',
      'yaml k8s',
      DEPLOYMENT.replace('apps/v1', 'extensions/v1beta1'),
      /^1: Deployment of extensions\/v1beta1, which Kubernetes 1\.37\.2 does not serve \| write apiVersion: apps\/v1/,
    ],
    [
      'a removed apiVersion without the kind',
      'yaml k8s',
      POD.replace('v1', 'policy/v1beta1').replace('Pod', 'PodSecurityPolicy'),
      /does not serve/,
    ],
    ['a kind in the wrong group', 'yaml k8s', POD.replace('v1', 'apps/v1'), /write apiVersion: v1/],
    ['an unknown kind', 'yaml k8s', POD.replace('Pod', 'Podd'), /^2: no kind Podd in v1 \| did you mean Pod \(v1\)\?/],
    [
      'an unknown field, deep down',
      'yaml k8s',
      POD.replace('image:', 'imagee:'),
      /^8: unknown field "imagee" under spec\.containers\.0 \| did you mean "image"\?/,
    ],
    ['a missing field', 'yaml k8s', DEPLOYMENT.replace(/ {2}selector:\n.*\n/, ''), /no "selector" under spec/],
    [
      'a wrong type',
      'yaml k8s',
      `${DEPLOYMENT.trimEnd()}\n`.replace('  selector', '  replicas: "3"\n  selector'),
      /spec\.replicas: "3" \| write a number/,
    ],
    [
      'a value that is none of the allowed',
      'yaml k8s',
      POD.replace('      image', '      imagePullPolicy: Allways\n      image'),
      /did you mean Always\?/,
    ],
    [
      'an unknown field in a piece',
      'yaml k8s at="Pod.spec.containers[]"',
      'livenesProbe: {}',
      /did you mean "livenessProbe"\?/,
    ],
    ['a path that leads nowhere', 'yaml k8s at="Pod.spec.container[]"', 'name: a', /nothing at container/],
    [
      'an unknown field of a Gateway',
      'yaml k8s',
      'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: a }\nspecs: {}',
      /unknown field "specs" of Gateway/,
    ],
    ['the same key twice', 'yaml k8s', `${POD}kind: Pod\n`, /no valid YAML: Map keys must be unique/],
    ['an old key of Kustomize', 'yaml kustomization', 'bases: [../base]', /unknown field "bases"/],
    ['an unknown field of a chart', 'yaml chart', 'name: a\nappversion: "1"', /did you mean "appVersion"\?/],
    ['a template without its end', 'yaml helm-template', '{{ if .Values.a }}', /no \{\{ end \}\}/],
    [
      'a template function that helm has not',
      'yaml helm-template',
      '{{ .Values.a | indentt 4 }}',
      /did you mean indent\?/,
    ],
    ['an unknown key of daemon.json', 'json daemon', '{ "log-drivr": "local" }', /did you mean "log-driver"\?/],
    ['broken JSON', 'json plain="x"', '{ "a": 1, }', /no valid JSON/],
    ['a block marked wrong that is right', 'yaml k8s wrong="x"', POD, /in which nothing is wrong/],
  ];
  it.each(cases)('%s', (_, info, code, expected) => {
    expect(fence(info, code).join('\n')).toMatch(expected);
  });
  it('and passes when it is marked wrong', () =>
    expect(fence('yaml k8s wrong="an old apiVersion"', DEPLOYMENT.replace('apps/v1', 'extensions/v1beta1'))).toEqual(
      [],
    ));
});

describe('whole files are checked by their kind', () => {
  it.each([
    ['a/Dockerfile', 'FROM alpine:3.22\nCMD ["a"]\n', 'Dockerfile'],
    ['a/compose.yaml', 'services:\n  web: { image: "a:1" }\n', 'Compose'],
    ['swarm/stack.yaml', 'services:\n  web: { image: "a:1" }\n', 'Compose'],
    ['k8s/pod.yaml', POD, 'Kubernetes'],
    [
      'k8s/overlays/production/memory.yaml',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 2 }\n',
      'Kubernetes',
    ],
    ['helm/shop/Chart.yaml', 'apiVersion: v2\nname: a\nversion: 1.0.0\n', 'Chart.yaml'],
    ['helm/shop/templates/_helpers.tpl', '{{ define "a" }}x{{ end }}\n', 'Helm template'],
    ['helm/shop/values.schema.json', '{ "type": "object" }', 'JSON schema'],
    ['a/requirements.txt', 'flask==3.1.2\n# x\n', 'requirements.txt'],
    ['a/.dockerignore', '# x\n**/node_modules\n!a\n', 'ignore file'],
    ['a/run.sh', '#!/bin/sh\nexec docker ps\n', 'shell script'],
    ['a/app.env', 'A=b\n', 'env file'],
    ['a/main.go', 'package main\n', 'source'],
  ])('%s', (path, code, kind) => {
    expect(checkExample(path, code, KNOWN)).toMatchObject({ kind, problems: [] });
  });

  const bad: [string, string, RegExp][] = [
    ['a/thing.xyz', 'x', /a file of unknown kind/],
    ['a/thing.yaml', 'x: y', /a file of unknown kind/],
    ['a/Dockerfile', 'FROM a:1\nMAINTAINER me\n', /MAINTAINER/],
    ['a/requirements.txt', 'flask\n', /"flask"/],
    ['a/run.sh', 'docker ps --al\n', /--al/],
    ['helm/shop/Chart.yaml', 'apiVersion: v2\nname: a\n', /no "version"/],
    ['helm/shop/values.schema.json', '{ "type": "objekt" }', /no valid JSON schema/],
    [
      'k8s/overlays/a/b.yaml',
      'apiVersion: apps/v1\nkind: Deployment\nspec: { replica: 2 }\n',
      /unknown field "replica"/,
    ],
    ['a/x.env', 'A B\n', /"A B"/],
  ];
  it.each(bad)('%s with a fault stops the build', (path, code, expected) =>
    expect(file(path, code).join('\n')).toMatch(expected),
  );
});
