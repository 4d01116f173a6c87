/** Objects that `kubectl describe` printed in a text, as rows of the tables that list them. Pure. */
import type { Cell, Row } from './rows.ts';
import type { TableId } from './tables.ts';

/** A field at the left edge: `Status:        Pending`. */
const FIELD = /^([A-Z][A-Za-z -]*):[ \t]*(.*?)[ \t]*\r?$/;
/** Lines of a description that are looked at; what comes later are events. */
const DEEPEST = 60;

/** A field, and where it stands. */
interface Field extends Cell {
  readonly line: number;
  readonly lineText: string;
}

/** The state of each pod, claim, volume and namespace that is described; of a pod only where it waits for a node or goes. */
export function describedIn(text: string): Row[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => (/^Name:\s+\S+\s*$/.test(line) ? rowOf(fieldsFrom(lines, start)) : []));
}

function fieldsFrom(lines: readonly string[], start: number): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (let line = start; line < Math.min(lines.length, start + DEEPEST); line++) {
    const lineText = lines[line]!.replace(/\r$/, '');
    if (lineText.trim() === '' || (line > start && lineText.startsWith('Name:'))) break;
    const [, name = '', value = ''] = FIELD.exec(lineText) ?? [];
    if (name && !fields.has(name))
      fields.set(name, { text: value, from: lineText.length - value.length, line, lineText });
  }
  return fields;
}

function rowOf(fields: ReadonlyMap<string, Field>): Row[] {
  const [state, table] = [fields.get('Status'), tableOf(fields)];
  // What has a time in brackets has lasted so long: `Terminating (lasts 5h)`.
  const text = state?.text.replace(/ \(.*\)$/, '') ?? '';
  if (!state || !table || !text) return [];
  // A pod is Pending to the API until its containers have started, whatever they wait for.
  const node = fields.get('Node')?.text;
  if (table === 'kubectl get pods' && text === 'Pending' && node && node !== '<none>') return [];
  const cells: Record<string, Cell> = { STATUS: { text, from: state.from }, NAME: fields.get('Name')! };
  const namespace = fields.get('Namespace');
  if (namespace) cells['NAMESPACE'] = namespace;
  return [{ table, cells, line: state.line, lineText: state.lineText }];
}

function tableOf(fields: ReadonlyMap<string, Field>): TableId | undefined {
  if (fields.has('Reclaim Policy')) return 'kubectl get pv';
  if (fields.has('Access Modes') && fields.has('Volume')) return 'kubectl get pvc';
  if (fields.has('Node') && fields.has('Namespace')) return 'kubectl get pods';
  const isNamespace = [...fields.keys()].every((name) => ['Name', 'Labels', 'Annotations', 'Status'].includes(name));
  return isNamespace ? 'kubectl get namespaces' : undefined;
}
