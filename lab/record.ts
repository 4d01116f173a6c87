/** Replays a page's own commands in the lab and keeps what they printed. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { stringify } from 'yaml';
import { loadCommands } from '../src/checks/commands/grammar.ts';
import type { AddressedBlock } from '../src/recordings/check.ts';
import { recordingPath } from '../src/recordings/files.ts';
import type { RecordedBlock, Recording, Run } from '../src/recordings/types.ts';
import { asksForRoot, onlyInTheLab } from './arguments.ts';
import { clean } from './clean.ts';
import { type Note, placeholderExamples, readNoteFor } from './note.ts';
import { PROJECT } from './paths.ts';
import { Session } from './session.ts';
import { type BlockSetup, blockSetup, readSetup, type Setup } from './setup.ts';
import { homeFolder, isNamed, isOutside, runInsideAsync, seenLab } from './space.ts';
import { statementsOf } from './statements.ts';
import { VERSIONS } from './tools.ts';

/** The machine on which a page runs unless its set-up names one. */
export function machineOf(note: Note, setup: Setup): string {
  if (setup.on) return setup.on;
  const kube = note.tools.some((tool) => tool === 'kubectl' || tool === 'helm');
  const docker = note.tools.some((tool) => tool === 'docker' || tool === 'compose' || tool === 'buildx');
  return kube && !docker ? 'k1' : kube && /^(?:k8s|helm)\//.test(note.page) ? 'k1' : 'eng1';
}

/** Opens a terminal or waits for ever, by the look of it. */
const SHELLS =
  /^(?:sudo )?(?:docker|kubectl)\b.*\s(?:-it|-ti|--interactive --tty|--stdin --tty)\b.*(?:\s(?:sh|bash|ash|zsh|psql|python3?|node|\/bin\/(?:ba)?sh))$|^(?:ssh|vi|vim|nano|less|top|htop|man|kubectl edit|kubectl attach|docker attach|su|exit)\b/;
const BEYOND =
  /^(?:sudo )?(?:systemctl|journalctl|apt(?:-get)?|dnf|yum|brew|curl -fsSL https|rsync|reboot|modprobe|usermod|service|snap|git clone|minikube|kind|k3s|k3d|eksctl|aws|az|gcloud|vault|trivy|ssh-copy-id|scp|dockerd(?!.*--validate)|containerd|kubeadm (?:init|join|reset|upgrade))\b/;

/** Records one page; progress goes to `say`. */
export async function record(page: string, say: (text: string) => void = () => {}): Promise<Recording | undefined> {
  const note = readNoteFor(page);
  const setup = readSetup(page);
  const provoke = typeof setup.provoke === 'object' ? setup.provoke : undefined;
  if ((setup.skip || !note.blocks.some(({ kind }) => kind === 'output')) && !provoke) return undefined;
  if (isOutside() && onlyInTheLab(setup)) {
    say(`  ${page} is replayed in the lab only: its set-up changes the machine`);
    return undefined;
  }
  const machine = machineOf(note, setup);
  if (!isNamed(machine)) {
    say(`  ${page} wants ${machine.startsWith('k') ? 'a cluster: --context' : 'an engine: --docker-host'}`);
    return undefined;
  }
  const parser = await loadCommands();
  await clean(machine);
  await pullImages(note, machine);
  const folder = setup.folder ?? `${homeFolder()}/${machine.startsWith('k') ? 'k8s/' : ''}${page.split('/')[1]}`;
  const session = new Session(machine, page.replace('/', '-'), folder, setup.env);
  await session.run(`. ${seenLab()}/inside/helpers.sh`, { terminal: false });
  const values = new Map([
    ...placeholderExamples(),
    ['MANAGER_IP', '192.0.2.11'],
    ...(machine.startsWith('k') ? ([['POD', FIRST_POD]] as const) : []),
    ...Object.entries(setup.values ?? {}),
  ]);
  const blocks: RecordedBlock[] = [];
  try {
    for (const example of examplesOf(note)) await writeFile(session, saveName(example), readExample(example));
    for (const [name, text] of Object.entries(setup.files ?? {})) await writeFile(session, name, named(note, text));
    if (setup.before) await prepare(session, setup.before, values);
    // A block of the page by its address, or the commands themselves.
    const own = (text: string): string =>
      text.replace(/^@(\S+)$/gm, (_, at: string) => note.blocks.find((block) => block.at === at)?.code ?? '');
    const play = async (at: string, text: string): Promise<void> => {
      const options = {
        force: true,
        limit: provoke?.limit ?? 90,
        ...(provoke?.input ? { input: provoke.input } : {}),
      };
      blocks.push({
        at,
        runs: await runBlock(session, statementsOf(parser, own(text)), options, values, undefined, say),
      });
    };
    if (provoke) {
      if (provoke.prepare) await prepare(session, provoke.prepare, values);
      await play('fault', provoke.fault);
      if (!provoke.usage) await play('check:before', provoke.check ?? '@check');
    }
    for (const [index, block] of note.blocks.entries()) {
      const own = blockSetup(setup, block.at);
      // The check of a provoked fix follows its cure.
      if (provoke && block.section === 'check' && !own.run && !setup.blocks?.[block.at]) continue;
      if (block.kind === 'other') {
        // A fix shows the file as it shall be; a fault begins with its own.
        const name = provoke && !setup.blocks?.[block.at] ? undefined : fileName(block);
        if (name && !own.skip && !setup.files?.[name]) await writeFile(session, name, block.code);
        continue;
      }
      const shown = note.blocks
        .slice(index + 1)
        .some(
          (later) =>
            later.section === block.section && later.kind === 'output' && !skippedBefore(note, setup, later.at),
        );
      if (own.skip || (block.kind === 'output' && !own.run) || (!setup.whole && !shown && !setup.blocks?.[block.at]))
        continue;
      if (block.kind === 'commands' && !/^(?:sh|bash)$/.test(block.lang) && !own.run) continue;
      if (block.kind === 'commands' && /\bwhere=/.test(block.meta) && !own.run) continue;
      const runs = await runBlock(
        session,
        statementsOf(parser, own.run ?? block.code),
        own,
        values,
        note.blocks[index + 1],
        say,
      );
      if (runs.length > 0) blocks.push({ at: block.at, runs });
    }
    if (provoke) {
      await play('cure', provoke.fix);
      if (provoke.wait) await new Promise((resolve) => setTimeout(resolve, provoke.wait! * 1000));
      // A check of the set-up's own is kept apart from the page's, which is then shown to hold as well.
      const explicit = provoke.check !== undefined && provoke.check.trim() !== '@check';
      if (!provoke.usage) await play(explicit ? 'check:after' : 'check', provoke.check ?? '@check');
      const shown =
        note.blocks.some(({ at }) => at === 'out:check') && !setup.blocks?.['check'] && !setup.blocks?.['out:check'];
      if ((explicit || provoke.usage) && shown) await play('check', '@check');
    }
    if (setup.after) await prepare(session, setup.after, values);
  } finally {
    session.close();
  }
  const versions = machine.startsWith('k')
    ? { kubernetes: VERSIONS.kubernetes, helm: VERSIONS.helm }
    : { docker: VERSIONS.docker, engine: VERSIONS.engine, compose: VERSIONS.compose, buildx: VERSIONS.buildx };
  const kept = Object.fromEntries(
    Object.entries(versions).filter(
      ([tool]) =>
        note.tools.includes(tool) ||
        (tool === 'kubernetes' && note.tools.includes('kubectl')) ||
        (tool === 'engine' && !machine.startsWith('k')),
    ),
  );
  return { page, day: new Date().toISOString().slice(0, 10), versions: kept, blocks };
}

/** Whether the set-up says of an output block, or of the commands before it, that they are not run. */
function skippedBefore(note: Note, setup: Setup, at: string): boolean {
  const index = note.blocks.findIndex((block) => block.at === at);
  const before = note.blocks.slice(0, index).findLast(({ kind }) => kind === 'commands');
  return Boolean(blockSetup(setup, at).skip || (before && blockSetup(setup, before.at).skip));
}

/** Writes a recording where it is committed. */
export function store(recording: Recording): void {
  const path = recordingPath(recording.page);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, stringify(recording, { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false }));
}

async function runBlock(
  session: Session,
  statements: readonly string[],
  own: BlockSetup,
  values: ReadonlyMap<string, string>,
  next: AddressedBlock | undefined,
  say: (text: string) => void,
): Promise<Run[]> {
  const mine = new Map([...values, ...Object.entries(own.values ?? {})]);
  if (own.before) await prepare(session, own.before, mine);
  const runs: Run[] = [];
  // A page that shows the answer to a question has typed it.
  const typed = own.input ?? (next?.kind === 'output' && /\[y\/N\]/.test(next.code) ? 'y\n' : '');
  const input = typed.startsWith('$ ')
    ? `${(await session.run(typed.slice(2), { terminal: false })).out ?? ''}\n`
    : typed;
  for (const [index, statement] of statements.entries()) {
    if (own.only && !own.only.includes(index + 1)) continue;
    if (!own.force && (SHELLS.test(statement) || BEYOND.test(statement))) continue;
    if (isOutside() && asksForRoot(statement)) continue;
    const filled = await fill(session, statement, mine);
    const pause = (index === 0 ? own.wait : own.between) ?? 0;
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause * 1000));
    const run = await session.run(filled, {
      input,
      limit: (own.limit ?? limitOf(statement)) * 1000,
      ...(own.terminal ? { terminal: true } : {}),
    });
    say(`  $ ${filled.split('\n')[0]}  [${run.exit}${run.stopped ? ', stopped' : ''}]`);
    runs.push(run);
  }
  if (own.after) await prepare(session, own.after, mine);
  return runs;
}

const limitOf = (statement: string): number =>
  /^docker run (?!.*(?:-d\b|--detach))/.test(statement)
    ? 12
    : /\b(?:build|bake|pull|push|create|rollout|wait|--wait|upgrade|install|drain|delete|down|stop)\b/.test(statement)
      ? 90
      : /\s(?:-f|--follow|--watch|-w|events|stats|attach)\b/.test(statement)
        ? 6
        : 25;

/** Unrecorded statements; one that fails is told, since what follows will then be wrong. */
async function prepare(session: Session, code: string, values: ReadonlyMap<string, string>): Promise<void> {
  const {
    exit,
    err = '',
    out = '',
  } = await session.run(await fill(session, code, values), { limit: 120_000, terminal: false });
  if (exit !== 0)
    console.log(`  ! set-up ended with ${exit}: ${`${out}\n${err}`.trim().split('\n').slice(-2).join(' | ')}`);
}

/** A value that begins with `$` is a command whose output is the value: the name of a pod, an id. */
async function fill(session: Session, code: string, values: ReadonlyMap<string, string>): Promise<string> {
  let text = code;
  for (const [whole, name = ''] of code.matchAll(/<([A-Z][A-Z0-9_]*)>/g)) {
    let value = values.get(name) ?? name.toLowerCase();
    if (value.startsWith('$ ')) value = (await session.run(value.slice(2), { terminal: false })).out?.trim() ?? '';
    text = text.replaceAll(whole, value);
  }
  return text;
}

function fileName(block: AddressedBlock): string | undefined {
  const named = /\bfile="([^"]+)"/.exec(block.meta)?.[1];
  if (named) return named.startsWith('/') || named.startsWith('~') || named.includes(' ') ? undefined : named;
  if (block.lang === 'dockerfile' && !/\bpart\b/.test(block.meta)) return 'Dockerfile';
  return block.lang === 'yaml' && block.meta === 'compose' ? 'compose.yaml' : undefined;
}

/** The name under which a reader saves an example: `compose-first.yaml` is the project's compose.yaml; a Dockerfile's folder is the project. */
function saveName(example: string): string {
  const [topic, ...rest] = example.split('/');
  const name = (topic === 'dockerfile' && rest.length > 1 ? rest.slice(1) : rest).join('/');
  return name
    .replace(/^compose-[\w-]+\.yaml$/, 'compose.yaml')
    .replace(/^compose-[\w-]+\.(\w+)\.yaml$/, 'compose.$1.yaml');
}

/** The example files of a page, with their neighbours where they stand in a folder of their own. */
function examplesOf(note: Note): string[] {
  const root = join(PROJECT, 'content', 'examples');
  const folders = note.examples
    .map((name) => name.split('/'))
    .filter((parts) => parts.length > 2)
    .map((parts) => parts.slice(0, 2).join('/'));
  const neighbours = [...new Set(folders)].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  );
  return [...new Set([...note.examples, ...neighbours])];
}

/** A file of a set-up: `@file:check` is that block of the page, `@docker/compose.yaml` an example file, all else the text itself. */
function named(note: Note, text: string): string {
  if (!text.startsWith('@')) return text;
  return note.blocks.find(({ at }) => `@${at}` === text)?.code ?? readExample(text.slice(1));
}

const readExample = (name: string): string => readFileSync(join(PROJECT, 'content', 'examples', name), 'utf8');

async function writeFile(session: Session, name: string, text: string): Promise<void> {
  await session.run(`mkdir -p "$(dirname '${name}')" && cat > '${name}'`, {
    input: text.endsWith('\n') ? text : `${text}\n`,
    terminal: false,
  });
}

/** A page's pod, when it names none. */
const FIRST_POD = "$ kubectl get pods -o jsonpath='{.items[0].metadata.name}'";

const KNOWN =
  /\b(?:nginx|postgres|redis|node|python|httpd|busybox|alpine|debian|ubuntu|eclipse-temurin|shop\/(?:api|web|worker)|nicolaka\/netshoot|curlimages\/curl|hashicorp\/http-echo):[\w.-]+/g;

/** Pages begin with the images at hand; what the hub lacks is left for the page to fail on. */
async function pullImages(note: Note, machine: string): Promise<void> {
  if (machine.startsWith('k') || /Unable to find image/.test(note.text)) return;
  const files = note.examples.map(readExample).join('\n');
  const names = [...new Set(`${note.text}\n${files}\n${JSON.stringify(readSetup(note.page))}`.match(KNOWN) ?? [])];
  await runInsideAsync(machine, [
    'bash',
    '-c',
    `${names.map((name) => `docker pull -q ${name} >/dev/null 2>&1 &`).join('\n')}\nwait`,
  ]);
  // Logins are not part of a page that does not speak of them.
  if (/registry\.example\.com|<REGISTRY>/.test(note.text))
    await runInsideAsync(machine, [
      'bash',
      '-c',
      'echo only-for-this-lab | docker login --username ada --password-stdin registry.example.com',
    ]);
}
