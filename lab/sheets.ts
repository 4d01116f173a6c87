/** Replays the rows of the cheat sheets: each command of a table, with what its row presupposes. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { REASONS, type Reason, type Run } from '../src/recordings/types.ts';
import { clean } from './clean.ts';
import { placeholderExamples } from './note.ts';
import { LAB, PROJECT } from './paths.ts';
import { Session } from './session.ts';
import { isOutside } from './space.ts';

interface RowSetup {
  readonly before?: string;
  readonly reason?: Reason;
  readonly ends?: number;
}

interface SheetSetup {
  readonly on?: 'kube';
  readonly ensure: string;
  /** Values of placeholders; after `$ ` a command that prints it. */
  readonly values?: Readonly<Record<string, string>>;
  readonly rows?: Readonly<Record<string, RowSetup>>;
}

type Recorded = Record<string, readonly Run[]>;

const RECORDED = join(LAB, 'recordings', 'sheets.yaml');
const setups = (): Record<string, SheetSetup> =>
  parse(readFileSync(join(LAB, 'sheets.yaml'), 'utf8')) as Record<string, SheetSetup>;
const readRecorded = (): Recorded => (existsSync(RECORDED) ? (parse(readFileSync(RECORDED, 'utf8')) as Recorded) : {});

/** The commands of a sheet's tables: the first code of each second cell. */
export function rowsOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (!line.startsWith('| ') || /^\| -/.test(line)) return [];
    const command = /^\|[^|]*\|\s*`((?:[^`])+)`/.exec(line.replace(/\\\|/g, '\uE000'))?.[1]?.replace(/\uE000/g, '|');
    return command &&
      /^(?:sudo |echo |printf |cat |[A-Z_]+=\S+ )?(?:docker|dockerd|kubectl|helm|systemctl|journalctl|kubeadm|kill|curl|df|ss|ip)\b/.test(
        command,
      )
      ? [command]
      : command && INSTRUCTION.test(command)
        ? [command]
        : [];
  });
}

/** A line of a Dockerfile: it is tried in a small one, behind a base and a stage called build. */
const INSTRUCTION =
  /^(?:# syntax|(?:FROM|ARG|ENV|WORKDIR|COPY|ADD|RUN|USER|EXPOSE|ENTRYPOINT|CMD|HEALTHCHECK|STOPSIGNAL) )/;

/** What is typed for a row: the command itself, or the build of a Dockerfile that holds the line. */
export function typedFor(row: string): string {
  if (!INSTRUCTION.test(row)) return row;
  const body = row.endsWith('<<EOF') || / <<EOF /.test(row) ? '\necho hello\nEOF' : '';
  const lines = row.startsWith('# syntax')
    ? [row, 'FROM busybox:1.37']
    : [
        'FROM busybox:1.37 AS out',
        'RUN mkdir /out && echo x > /out/app',
        'FROM out AS build',
        'FROM debian:13-slim',
        ...(row.includes('useradd') ? [] : ['RUN useradd app']),
        `${row}${body}`,
      ];
  return `docker build --quiet --file - . <<'DOCKERFILE'\n${lines.join('\n')}\nDOCKERFILE`;
}

const setupOf = (sheet: SheetSetup, command: string): RowSetup =>
  Object.entries(sheet.rows ?? {})
    .filter(([start]) => command.startsWith(start))
    .sort((a, b) => b[0].length - a[0].length)[0]?.[1] ?? {};

/** sheets [PAGE ...] [--only START]: replays every row, or those that begin so, and stores how it ended. */
export async function recordSheets(words: readonly string[]): Promise<void> {
  if (isOutside()) throw new Error('this is replayed in the lab only: leave --docker-host and --context out');
  const at = words.indexOf('--only');
  const start = at < 0 ? '' : (words[at + 1] ?? '');
  const pages = at < 0 ? words : words.slice(0, at);
  for (const [page, sheet] of Object.entries(setups())) {
    if (pages.length > 0 && !pages.includes(page)) continue;
    const machine = sheet.on === 'kube' ? 'k1' : 'eng1';
    await clean(machine);
    const session = new Session(machine, `sheet-${machine}`, `/home/ada/${machine === 'k1' ? 'k8s/' : ''}sheet`);
    await session.run('. /opt/lab/src/inside/helpers.sh', { terminal: false });
    const values = new Map([...placeholderExamples(), ['MANAGER_IP', '192.0.2.11']]);
    const runs: Run[] = [];
    for (const command of rowsOf(readFileSync(join(PROJECT, 'content', `${page}.mdx`), 'utf8'))) {
      const own = setupOf(sheet, command);
      if (own.reason || !command.startsWith(start)) continue;
      await session.run(sheet.ensure, { terminal: false, limit: 90_000 });
      if (own.before) await session.run(own.before, { terminal: false, limit: 60_000 });
      let filled = typedFor(command);
      for (const [whole, name = ''] of command.matchAll(/<([A-Z][A-Z0-9_]*)>/g)) {
        const known =
          sheet.values?.[name] ??
          (name === 'POD' ? "$ kubectl get pods -o jsonpath='{.items[0].metadata.name}'" : (values.get(name) ?? ''));
        const value = known.startsWith('$ ')
          ? ((await session.run(known.slice(2), { terminal: false })).out ?? '')
          : known;
        filled = filled.replaceAll(whole, value);
      }
      try {
        const {
          run: _,
          out,
          err,
          ...rest
        } = await session.run(filled, { limit: 12_000, input: 'y\n', terminal: / -it\b/.test(filled) });
        const first = (text: string | undefined): string =>
          (text ?? '').split('\n').slice(0, 4).join('\n').slice(0, 400);
        runs.push({ run: command, ...rest, ...(out ? { out: first(out) } : {}), ...(err ? { err: first(err) } : {}) });
        const faulty = rest.exit !== (own.ends ?? 0) && !rest.stopped;
        if (faulty) console.log(`${page}: ${filled}\n    ends with ${rest.exit}: ${first(err || out)}`);
      } catch (error) {
        console.log(`${page}: ${(error as Error).message}`);
        break;
      }
    }
    session.close();
    console.log(`${page}: ${runs.length} rows run`);
    const before = readRecorded();
    const again = new Set(runs.map(({ run }) => run));
    const kept = start === '' ? [] : (before[page] ?? []).filter(({ run }) => !again.has(run));
    const all = { ...before, [page]: [...kept, ...runs] };
    writeFileSync(RECORDED, stringify(all, { lineWidth: 0, blockQuote: 'literal' }));
  }
}

/** How many rows there are, were run, ended as their row says, and why others were not run; from committed files alone. */
export function sheetTable(): { page: string; rows: number; run: number; held: number; reasons: string[] }[] {
  const recorded = readRecorded();
  return Object.entries(setups()).map(([page, sheet]) => {
    const commands = rowsOf(readFileSync(join(PROJECT, 'content', `${page}.mdx`), 'utf8'));
    const runs = new Map((recorded[page] ?? []).map((run) => [run.run, run]));
    const held = commands.filter((command) => {
      const run = runs.get(command);
      return run !== undefined && (run.stopped === true || run.exit === (setupOf(sheet, command).ends ?? 0));
    });
    const reasons = commands.flatMap((command) => {
      const { reason } = setupOf(sheet, command);
      return reason ? [REASONS[reason]] : [];
    });
    return {
      page,
      rows: commands.length,
      run: commands.filter((command) => runs.has(command)).length,
      held: held.length,
      reasons,
    };
  });
}
