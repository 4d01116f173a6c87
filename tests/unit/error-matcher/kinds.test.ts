import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signaturesOf } from '../../../src/error-matcher/compile.ts';
import { matchText } from '../../../src/error-matcher/match.ts';
import { endAfter, endBefore, tokenise } from '../../../src/error-matcher/tokens.ts';
import { loadFixes } from '../../helpers/load-fixes.ts';

const file = signaturesOf(loadFixes('content/troubleshooting'));
const ids = (text: string) => matchText(text, file).map(({ id }) => id);
const escaped = (text: string, levels: number): string =>
  levels === 0 ? text : escaped(JSON.stringify({ log: text, stream: 'stderr' }), levels - 1);

const USER = 'docker: Error response from daemon: unable to find user builder: no matching entries in passwd file';
const CHART =
  'Error: INSTALLATION FAILED: chart requires kubeVersion: >=1.31.0-0 which is incompatible with Kubernetes v1.29.4';
const BUDGET =
  'error when evicting pods/"mail-0" -n "crm" (will retry after 5s): Cannot evict pod as it would violate the pod\'s disruption budget.';

describe('the mess of real life', () => {
  it.each(
    [
      [0, 1, 2, 3].map((levels) => [`JSON, ${levels} levels deep`, escaped(BUDGET, levels), 'drain-disruption-budget']),
      [
        [
          'a record whose error comes before its message',
          '{"level":"error","error":"unable to find user builder: no matching entries in passwd file","message":"cannot start","time":"2026-11-21"}',
          'unable-to-find-user',
        ],
        [
          'logfmt with escaped quotes',
          'time="2026-11-21T09:14:37Z" level=error msg="Handler for POST /v1.51/containers/create returned error: Conflict. The container name \\"/mail\\" is already in use by container \\"0a1b\\". You have to remove (or rename) that container to be able to reuse that name."',
          'container-name-in-use',
        ],
        [
          'a table that cuts with dots',
          'k3x9w2m7qd1p   mail.1   shop/mail:1.4   node-2   Shutdown   Rejected 4 seconds ago   "invalid mount config for type "bind": bind source path does not…"',
          'bind-source-path-does-not-exist',
        ],
        [
          'a table that cuts in another encoding',
          '0a1b  mail.1  shop/mail:1.4  node-2  Shutdown  Rejected 4 seconds ago  "invalid mount config for type "bind": bind source path does notâ€¦"',
          'bind-source-path-does-not-exist',
        ],
        ['CI prefixes', `2026-11-21T09:14:37.2011111Z ##[error]${USER}`, 'unable-to-find-user'],
        ['what is left of colours', `[31m${USER}[0m`, 'unable-to-find-user'],
        ['a narrow terminal', CHART.replace(/(.{40})/g, '$1\n'), 'helm-kubeversion'],
        [
          'a service before each wrapped line',
          CHART.replace(/(.{40})/g, '$1\nweb-1  | ').replace(/^/, 'web-1  | '),
          'helm-kubeversion',
        ],
        ['two programs at once', CHART.replace('which is', 'Pulling layer 3\nwhich is'), 'helm-kubeversion'],
        ['the same line twice', `${CHART}\n${CHART}`, 'helm-kubeversion'],
        ['the reason on the next line', USER.replace(': unable', ':\n  unable'), 'unable-to-find-user'],
        ['German around it', `Hallo, seit gestern bekomme ich immer:\n\n${USER}\n\nWas tun?`, 'unable-to-find-user'],
        ['Japanese around it', `昨日からこのエラーが出ます。\n${CHART}\nよろしくお願いします`, 'helm-kubeversion'],
        ['cut in the middle', CHART.slice(0, 78), 'helm-kubeversion'],
        ['a beginning that scrolled away', CHART.slice(22), 'helm-kubeversion'],
        [
          'a field of kubectl get --output yaml',
          'containerStatuses:\n- containerID: containerd://0a1b\n  lastState:\n    terminated:\n      exitCode: 137\n      reason: OOMKilled\n',
          'oomkilled-exit-137',
        ],
        [
          'a field of kubectl get --output json',
          '"lastState": {\n  "terminated": {\n    "exitCode": 139,\n    "reason": "Error"\n  }\n}',
          'exit-code-139',
        ],
        [
          'a field of kubectl describe pod that says more than its words',
          'Init Containers:\n  fetch:\n    Image:  shop/fetch:2\n    State:          Waiting\n      Reason:       CrashLoopBackOff\n    Last State:     Terminated\n      Reason:       Error\n      Exit Code:    1\nContainers:\n  web:\n    State:          Waiting\n      Reason:       PodInitializing\n',
          'init-container-failed',
        ],
        [
          'a field of kubectl get --output yaml that says more than its words',
          'status:\n  initContainerStatuses:\n  - containerID: containerd://0a1b\n    name: fetch\n    restartCount: 3\n    state:\n      waiting:\n        reason: CrashLoopBackOff\n',
          'init-container-failed',
        ],
        [
          'a main container that fails after its init container is done',
          'Init Containers:\n  fetch:\n    State:          Terminated\n      Reason:       Completed\n      Exit Code:    0\n    Last State:     Terminated\n      Reason:       Error\n      Exit Code:    1\nContainers:\n  web:\n    State:          Waiting\n      Reason:       CrashLoopBackOff\n    Restart Count:  4\n',
          'exit-code-1',
        ],
        [
          'an old release with escaped quotes',
          'oci runtime error: container_linux.go:247: starting container process caused "exec: \\"gunicorn\\": executable file not found in $PATH"',
          'executable-file-not-found',
        ],
      ],
    ].flat(),
  )('%s', (_, text, id) => {
    expect(ids(text)[0]).toBe(id);
  });
});

describe('root before symptom', () => {
  const BACK_OFF =
    'Warning  BackOff  9s (x7 over 90s)  kubelet  Back-off restarting failed container mail in pod mail-0_crm(5f0c)';
  const VARIABLE =
    'time="2026-11-21T09:14:37Z" level=warning msg="The \\"TAG\\" variable is not set. Defaulting to a blank string."';

  it('an outcome comes after its cause, and says of what', () => {
    const [cause, outcome] = matchText(`${BACK_OFF}\nexec /app/start: exec format error`, file);
    expect([cause?.id, cause?.role]).toEqual(['exec-format-error', 'cause']);
    expect([outcome?.id, outcome?.role, outcome?.because]).toEqual([
      'crashloopbackoff',
      'outcome',
      'exec-format-error',
    ]);
  });

  it('a warning comes last', () => {
    const [cause, warning] = matchText(`${VARIABLE}\ninvalid reference format`, file);
    expect(cause?.id).toBe('invalid-reference-format');
    expect([warning?.id, warning?.role]).toEqual(['compose-variable-not-set', 'warning']);
  });

  it('alone each is the answer', () => {
    expect(ids(BACK_OFF)).toEqual(['crashloopbackoff']);
    expect(ids(VARIABLE)).toEqual(['compose-variable-not-set']);
  });

  it('a detail that a better answer quotes is not another one', () => {
    expect(
      ids(
        'Error: kubernetes cluster unreachable: Get "http://localhost:8080/version": dial tcp 127.0.0.1:8080: connect: connection refused',
      ),
    ).toEqual(['helm-cluster-unreachable']);
  });

  it('every fix that is wrapped exists', () => {
    const known = new Set(file.fixes.map(([id]) => id));
    const wrapped = file.fixes.flatMap(([id, , , wraps = []]) => wraps.map((other) => [id, other] as const));
    expect(wrapped.filter(([, other]) => other !== 'any' && other !== 'warning' && !known.has(other))).toEqual([]);
  });
});

describe('silence where nothing is known', () => {
  const texts = readFileSync('tests/fixtures/elsewhere.txt', 'utf8')
    .split(/^=== (.*)\n/m)
    .slice(1);
  const named = texts.flatMap((name, i) => (i % 2 === 0 ? [[name, texts[i + 1] ?? ''] as const] : []));

  it(`${named.length} logs of other programs, builds that succeeded and prose claim nothing`, () => {
    expect(named.filter(([, text]) => ids(text).length > 0).map(([name, text]) => [name, ids(text)])).toEqual([]);
  });
});

describe('where a text breaks off', () => {
  const vocabulary = new Map([
    ['bind', 0],
    ['source', 1],
    ['path', 2],
  ]);
  it.each([
    ['bind source path', 'cut'],
    ['bind source pa…', 'cut'],
    ['bind source... and more', 'cut'],
    ['bind source\nnext', 'end'],
    [`${'x '.repeat(40)}bind source\nnext`, 'cut'],
    ['bind source elsewhere', 'on'],
    ['bind source pat', 'cut'],
    ['{"msg":"bind source","next":"x"}', 'end'],
  ])('%s', (text, end) => {
    const tokens = tokenise(text, vocabulary);
    const last = tokens.ids.lastIndexOf(2) >= 0 ? tokens.ids.lastIndexOf(2) : tokens.ids.lastIndexOf(1);
    expect(endAfter(tokens, last, 'path')).toBe(end);
  });
  it('before a word likewise', () => {
    expect(endBefore(tokenise('...source path', vocabulary), 0)).toBe('cut');
    expect(endBefore(tokenise('bind source', vocabulary), 1)).toBe('on');
    expect(endBefore(tokenise('bind\nsource', vocabulary), 1)).toBe('end');
  });
});
