/** Rows of the tables that the tools print, in a text that was pasted. Pure. */
import { isNumberName } from './hole-kinds.ts';
import { TABLE_IDS, TABLES, type TableId } from './tables.ts';

/** A cell, and where it stands in its line. */
export interface Cell {
  readonly text: string;
  readonly from: number;
}

/** A row of a table in a text. */
export interface Row {
  readonly table: TableId;
  readonly cells: Readonly<Record<string, Cell>>;
  /** 0-based. */
  readonly line: number;
  readonly lineText: string;
}

/** Names of columns that have a space in them, and some that have none but no lower-case letter either. */
const COLUMN =
  /(?:CONTAINER|IMAGE) ID|(?:DESIRED|CURRENT) STATE|MANAGER STATUS|ENGINE VERSION|ACCESS MODES|RECLAIM POLICY|APP VERSION|NOMINATED NODE|READINESS GATES|NODE SELECTOR|[A-Z][A-Z()-]*/g;
/** Lines read at most, characters of one, and columns that a header may have. */
const LINES = 5000;
const LONGEST = 1000;
const MOST_COLUMNS = 16;

/** A header: its table, and its columns with where they begin. */
interface Header {
  readonly table: TableId;
  readonly columns: readonly { readonly name: string; readonly from: number }[];
}

/** Reads a line as a header; undefined where it is none. */
function headerOf(line: string): Header | undefined {
  if (!/^\s*(?:NAME|ID|CONTAINER ID)\b|^\s*NAMESPACE\s+NAME\b/.test(line)) return undefined;
  const columns = [...line.matchAll(COLUMN)].map((match) => ({ name: match[0], from: match.index }));
  if (columns.length > MOST_COLUMNS || line.replace(COLUMN, '').trim() !== '') return undefined;
  const names = new Set(columns.map(({ name }) => name));
  const id = TABLE_IDS.find((one) => TABLES[one].needs.every((name) => names.has(name)));
  // Only a namespace has nothing but its state.
  if (id === undefined || (id === 'kubectl get namespaces' && names.size > 3)) return undefined;
  return { table: id, columns };
}

/** The cells of a row below a header: by the columns, or by what stands between tabs or wide gaps where a name or a page has moved them. */
function cellsOf(line: string, { columns }: Header, header: string): Record<string, Cell> | undefined {
  const isNarrow = !/ {2}|\t/.test(header);
  const pieces = piecesOf(
    line,
    header.includes('\t') ? /[^\t]+/g : isNarrow ? /\S+/g : /\S(?:.*?\S)??(?=\s{2}|\t|\s*$)/g,
  );
  // One piece alone is a prompt or a remark.
  if (pieces.length < 2 || pieces.length > columns.length || (isNarrow && pieces.length < columns.length))
    return undefined;
  const cells: Record<string, Cell> = {};
  let next = 0;
  for (const [number, piece] of pieces.entries()) {
    // Each to the nearest column that leaves enough for the rest.
    const last = columns.length - (pieces.length - number);
    let best = next;
    for (let column = next; column <= last; column++)
      if (distance(piece, columns[column]) < distance(piece, columns[best])) best = column;
    cells[columns[best]!.name] = piece;
    next = best + 1;
  }
  return cells;
}

const distance = (piece: Cell, column: { readonly from: number } | undefined): number =>
  Math.abs(piece.from - (column?.from ?? Number.POSITIVE_INFINITY));

function piecesOf(line: string, piece: RegExp): Cell[] {
  return [...line.matchAll(piece)].flatMap((match) => {
    const text = match[0].trim();
    return text === '' ? [] : [{ text, from: match.index + match[0].indexOf(text) }];
  });
}

/** A row of pods says what it is without a header: `web-0   0/1   Pending   0   3m`. */
const POD =
  /^(\s*(?:[a-z0-9-]+\s+)?(?:pod\/)?)([a-z0-9][a-z0-9.-]*)(\s+)(\d+\/\d+)(\s+)([A-Z][\w:./-]*)(\s+)(\d+)(?:\s+\([^)]*ago\))?\s+\d+[smhdy]/;

function podIn(line: string): Record<string, Cell> | undefined {
  const match = POD.exec(line);
  if (!match) return undefined;
  const cells: Record<string, Cell> = {};
  let from = match[1]!.length;
  const put = (name: string, text: string) => {
    cells[name] = { text, from };
    from += text.length;
  };
  put('NAME', match[2]!);
  from += match[3]!.length;
  put('READY', match[4]!);
  from += match[5]!.length;
  put('STATUS', match[6]!);
  from += match[7]!.length;
  put('RESTARTS', match[8]!);
  return cells;
}

/** All rows of known tables in a text. */
export function rowsIn(text: string): Row[] {
  const rows: Row[] = [];
  let header: (Header & { readonly line: string }) | undefined;
  for (const [line, raw] of text.split('\n', LINES).entries()) {
    const lineText = raw.replace(/\r$/, '');
    if (lineText.length > LONGEST) continue;
    const found = headerOf(lineText);
    if (found) header = { ...found, line: lineText };
    else if (lineText.trim() === '') header = undefined;
    if (found) continue;
    const pod = !header || header.table === 'kubectl get pods' ? podIn(lineText) : undefined;
    const below = header && cellsOf(lineText, header, header.line);
    const cells = pod ? { ...below, ...pod } : below;
    if (cells) rows.push({ table: pod ? 'kubectl get pods' : header!.table, cells, line, lineText });
  }
  return rows;
}

/** The values of placeholders that a row says. */
export function valuesIn({ table, cells }: Row): Record<string, string> {
  const names: Record<string, string> = { NAMESPACE: 'namespace', ...TABLES[table].names };
  const values = Object.entries(names).flatMap(([column, name]): [string, string][] => {
    const text = cells[column]?.text ?? '';
    return text === '' || text.startsWith('<') ? [] : [[name, text]];
  });
  // A task bears the name of its service and its number.
  const [, service] = (table === 'docker service ps' && /^(?:\\_ )?(.+)\.[^.]+$/.exec(cells['NAME']?.text ?? '')) || [];
  return Object.fromEntries(service ? [...values, ['service', service]] : values);
}

/** A row that a fix names: the columns that say it, each with its cell, in which {holes} vary. */
export interface RowPattern {
  readonly table: TableId;
  readonly cells: Readonly<Record<string, string>>;
}

/** What stands in the holes of a pattern, with the values that the row says besides; undefined where the row is another one. */
export function readRow(row: Row, { table, cells }: RowPattern): Record<string, string> | undefined {
  if (row.table !== table) return undefined;
  /** A hole that is named twice holds the same twice. */
  const said = new Map<string, string>();
  for (const [column, pattern] of Object.entries(cells)) {
    const match = cellPattern(pattern).exec(row.cells[column]?.text ?? '');
    if (!match) return undefined;
    for (const [name, value] of Object.entries(match.groups ?? {})) {
      if (said.has(name) && said.get(name) !== value) return undefined;
      said.set(name, value);
    }
  }
  return { ...valuesIn(row), ...Object.fromEntries(said) };
}

const patterns = new Map<string, RegExp>();

function cellPattern(text: string): RegExp {
  const known = patterns.get(text);
  if (known) return known;
  const source = text
    .split(/(\{[a-z]\w*\})/)
    .map((piece) => {
      const hole = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (hole === undefined) return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return `(?<${hole}>${isNumberName(hole) ? '\\d+' : '.+?'})`;
    })
    .join('');
  const pattern = new RegExp(`^${source}$`);
  patterns.set(text, pattern);
  return pattern;
}
