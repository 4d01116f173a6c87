import { describe, expect, it } from 'vitest';
import { signaturesOf } from '../../../src/error-matcher/compile.ts';
import { describedIn } from '../../../src/error-matcher/described.ts';
import { matchText } from '../../../src/error-matcher/match.ts';
import { readRow, rowsIn, valuesIn } from '../../../src/error-matcher/rows.ts';
import { printedRow, SAMPLES } from '../../../src/error-matcher/table-samples.ts';
import { TABLE_IDS, TABLES } from '../../../src/error-matcher/tables.ts';
import { loadFixes } from '../../helpers/load-fixes.ts';

const cellsOf = (text: string) =>
  rowsIn(text).map(({ table, cells }) => [
    table,
    Object.fromEntries(Object.entries(cells).map(([column, { text }]) => [column, text])),
  ]);

describe('rowsIn', () => {
  it.each(TABLE_IDS)('knows %s by its header, cell by cell', (table) => {
    const [row, ...others] = rowsIn(printedRow(table, {}));
    expect(others).toEqual([]);
    expect(row?.table).toBe(table);
    for (const [column, text] of Object.entries(SAMPLES[table])) expect(row?.cells[column]?.text ?? '').toBe(text);
    for (const column of [...TABLES[table].needs, ...Object.keys(TABLES[table].names)])
      if (column !== 'NODE') expect(SAMPLES[table]).toHaveProperty([column]);
  });

  const pod = { NAME: 'web-0', READY: '0/1', STATUS: 'Pending', RESTARTS: '0' };
  it.each([
    ['without a header', 'web-0   0/1   Pending   0   3m'],
    ['with its namespace', 'shop   web-0   0/1   Pending   0   3m'],
    ['by its kind', 'pod/web-0   0/1   Pending   0   3m'],
    ['after a restart', 'web-0   0/1   Pending   0 (4m12s ago)   3m'],
    [
      'behind a prompt and a command',
      '$ kubectl get pods\nNAME    READY   STATUS    RESTARTS   AGE\nweb-0   0/1     Pending   0          3m\n$ ',
    ],
    ['whose gaps a page has closed up', 'NAME READY STATUS RESTARTS AGE\nweb-0 0/1 Pending 0 3m'],
    [
      'with the line ends of Windows',
      'NAME    READY   STATUS    RESTARTS   AGE\r\nweb-0   0/1     Pending   0          3m\r',
    ],
    ['further in', '    NAME    READY   STATUS    RESTARTS   AGE\n    web-0   0/1     Pending   0          3m'],
  ])('reads a pod %s', (_, text) => {
    expect(cellsOf(text)).toHaveLength(1);
    expect(cellsOf(text)[0]).toMatchObject(['kubectl get pods', pod]);
  });

  it('gives a cell to the nearest column where a name was changed and the columns moved', () => {
    const text =
      'ID             NAME       MODE         REPLICAS   IMAGE        PORTS\nx1atwav4yfo8   billing   replicated   0/3        billing:1.29';
    expect(cellsOf(text)).toEqual([
      [
        'docker service ls',
        { ID: 'x1atwav4yfo8', NAME: 'billing', MODE: 'replicated', REPLICAS: '0/3', IMAGE: 'billing:1.29' },
      ],
    ]);
  });

  it('leaves a cell without text out, and ends a table at an empty line', () => {
    const text = `${printedRow('kubectl get pvc', { STATUS: 'Pending' })}\n\nblog-data   Pending   fast`;
    expect(cellsOf(text)).toEqual([
      ['kubectl get pvc', { NAME: 'blog-data', STATUS: 'Pending', STORAGECLASS: 'fast', AGE: '6m12s' }],
    ]);
  });

  it.each([
    ['prose', 'The NAME of a pod, its STATUS and its AGE are printed.'],
    ['a header alone', 'NAME   READY   STATUS   RESTARTS   AGE'],
    ['columns that no tool prints', 'NAME   COLOUR   AGE\nweb    red      3m'],
    ['a log line with shares', '2026/11/27 10:01:02 worker done 3/4 Pending jobs'],
    ['a line too long', `NAME   STATUS   AGE\n${'x'.repeat(2000)}   Terminating   3d`],
  ])('finds nothing in %s', (_, text) => {
    expect(rowsIn(text)).toEqual([]);
  });
});

describe('readRow', () => {
  const row = (text: string) => rowsIn(text)[0]!;
  it('wants each named cell whole, and hands out what stands in its holes', () => {
    const deployment = row(printedRow('kubectl get deployments', { READY: '0/3' }));
    const pattern = (READY: string) => ({ table: 'kubectl get deployments', cells: { READY } }) as const;
    expect(readRow(deployment, pattern('0/{total}'))).toEqual({ deployment: 'web', total: '3' });
    expect(readRow(deployment, pattern('0'))).toBeUndefined();
    expect(
      readRow(row(printedRow('kubectl get deployments', { READY: '10/3' })), pattern('0/{total}')),
    ).toBeUndefined();
    expect(readRow(deployment, { table: 'kubectl get pods', cells: { READY: '0/{total}' } })).toBeUndefined();
  });

  it('wants the same twice in a hole that is named twice', () => {
    const ended = (CREATED: string, STATUS: string) =>
      readRow(row(printedRow('docker ps', { CREATED, STATUS })), {
        table: 'docker ps',
        cells: { CREATED: '{n} minutes ago', STATUS: 'Exited (0) {n} minutes ago' },
      });
    expect(ended('5 minutes ago', 'Exited (0) 5 minutes ago')).toMatchObject({ n: '5', container: 'api' });
    expect(ended('9 minutes ago', 'Exited (0) 5 minutes ago')).toBeUndefined();
  });

  it('knows a service by its task', () => {
    expect(valuesIn(row(printedRow('docker service ps', { NAME: ' \\_ shop_web.2' })))).toMatchObject({
      service: 'shop_web',
      node: 'node-2',
    });
  });
});

describe('describedIn', () => {
  const state = (text: string) => describedIn(text).map(({ table, cells }) => `${table}: ${cells['STATUS']?.text}`);
  const claim =
    'Name:          media\nNamespace:     blog\nStorageClass:  fast\nStatus:        Pending\nVolume:\nAccess Modes:\nEvents:        <none>';
  const pod = (node: string, status: string) =>
    `Name:             web-0\nNamespace:        shop\nNode:             ${node}\nStatus:           ${status}\nIP:\n`;

  it('reads the state of an object, with its name and namespace', () => {
    const [row] = describedIn(`$ kubectl describe pvc media\n${claim}`);
    expect(row).toMatchObject({ table: 'kubectl get pvc', line: 4, cells: { NAME: { text: 'media' } } });
    expect(row!.lineText.slice(row!.cells['STATUS']!.from)).toBe('Pending');
    expect(valuesIn(row!)).toEqual({ claim: 'media', namespace: 'blog' });
  });

  it.each([
    ['a pod without a node', pod('<none>', 'Pending'), ['kubectl get pods: Pending']],
    ['a pod whose node has begun', pod('node-2/192.0.2.22', 'Pending'), []],
    ['a pod that goes', pod('node-2/192.0.2.22', 'Terminating (lasts 5h2m)'), ['kubectl get pods: Terminating']],
    [
      'a namespace',
      'Name:         old\nLabels:       a=b\nAnnotations:  <none>\nStatus:       Terminating\n\nNo resource quota.',
      ['kubectl get namespaces: Terminating'],
    ],
    ['another kind', 'Name:         web\nReplicas:     3\nStatus:       Pending', []],
    [
      'prose',
      'Name: it\nStatus: Pending, as ever. Name: none',
      ['kubectl get namespaces: Pending, as ever. Name: none'],
    ],
  ])('of %s', (_, text, rows) => {
    expect(state(text)).toEqual(rows);
  });
});

describe('a table in a paste', () => {
  const file = signaturesOf(loadFixes());
  const found = (text: string) => matchText(text, file).map(({ id, role }) => `${id}: ${role}`);
  const pending = printedRow('kubectl get pods', { NAME: 'orders-0', STATUS: 'Pending' });

  it('leads to the fix of its row, at its line, with its values', () => {
    const [match] = matchText(`$ kubectl get pods\n${pending}`, file);
    expect(match).toMatchObject({ id: 'pod-pending', line: 3, holes: { pod: 'orders-0' } });
    expect(match!.spans.map(([from, to]) => match!.lineText.slice(from, to))).toEqual(['Pending']);
  });

  it('comes behind the message that says why', () => {
    const why = 'Warning  FailedScheduling  2s  default-scheduler  0/2 nodes are available: 2 Insufficient memory.';
    expect(found(`${pending}\n\n${why}`)).toEqual(['scheduling-insufficient-resources: cause', 'pod-pending: outcome']);
  });

  it('puts a job that ended well behind a container that failed', () => {
    const done = printedRow('docker ps', { CREATED: '4 hours ago', STATUS: 'Exited (0) 4 hours ago' });
    const failed = printedRow('docker ps', { STATUS: 'Restarting (127) 3 seconds ago' }).split('\n')[1];
    expect(found(`${done}\n${failed}`)).toEqual(['exit-code-127: cause', 'exit-code-0: cause']);
  });

  it.each([
    ['namespace', 'kubectl get namespaces', 'namespace-stuck-terminating'],
    ['claim', 'kubectl get pvc', 'pvc-stuck-terminating'],
    ['pod', 'kubectl get pods', 'pod-stuck-terminating'],
  ] as const)('says Terminating of a %s', (_, table, fix) => {
    expect(found(printedRow(table, { STATUS: 'Terminating' }))).toEqual([`${fix}: cause`]);
  });

  it.each(TABLE_IDS.filter((table) => table !== 'kubectl get pods'))('says nothing of %s that is well', (table) => {
    expect(found(printedRow(table, {}))).toEqual([]);
  });
});
