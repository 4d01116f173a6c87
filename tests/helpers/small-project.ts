/** A project with three notes that builds by itself in seconds: our code by copy, our packages by links, content of its own. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { environment, nodePath } from '../../scripts/install.mjs';
import { filesBelow } from '../../src/content/files.ts';
import { TOPIC_IDS } from '../../src/topics.ts';

const PROJECT = join(import.meta.dirname, '../..');
const COPIED = [
  ...['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'LICENSE', 'LICENSE-content'],
  ...['src', 'public', 'deploy', 'bin', 'scripts', 'tests/search'],
  ...['values.yaml', 'changes.yaml', 'sources.yaml', 'examples', 'diagrams'].map((name) => `content/${name}`),
];

export interface SmallProject {
  readonly folder: string;
  readonly write: (name: string, text: string) => void;
  readonly edit: (name: string, change: (text: string) => string) => void;
  /** Builds into a folder; returns how many pages were rendered, and a hash of each file by its path. Throws what a failed build says. */
  readonly build: (env?: Record<string, string>) => { readonly rendered: number; readonly files: Map<string, string> };
  readonly remove: () => void;
}

/** A note on Docker of two sections. */
export const noteText = (title: string, order: number, said: string): string => `---
title: ${title}
description: What there is to say on this subject of the test, in a sentence that is long enough.
type: concept
section: images
order: ${order}
reviewed: 2026-11-21
tools: [docker]
sources:
  notes: [training]
  upstream:
    - title: Docker documentation
      url: https://docs.docker.com/
---

${said}

## See it {#see}

The list shows what runs.

\`\`\`sh
docker ps --all
\`\`\`

## What follows {#follows}

Nothing else.
`;

/** Phrases of readers for a note: none may stand twice, so each has a word of its own. */
export const asksText = (word: string): string =>
  `page:\n  - ${word} containers\n  - ${word} images explained\n  - where ${word} is kept\n`;

export function smallProject(): SmallProject {
  const folder = mkdtempSync(join(tmpdir(), 'three-notes-'));
  const place = (name: string) => join(folder, name);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(place(name)), { recursive: true });
    writeFileSync(place(name), text);
  };
  for (const name of COPIED) {
    mkdirSync(dirname(place(name)), { recursive: true });
    cpSync(join(PROJECT, name), place(name), { recursive: true });
  }
  for (const name of readdirSync(join(PROJECT, 'lab')).filter((own) => own !== 'recordings'))
    cpSync(join(PROJECT, 'lab', name), place(join('lab', name)), { recursive: true });
  // A folder of links, since Astro and Vite keep what they know beside the packages.
  mkdirSync(place('node_modules'));
  for (const name of readdirSync(join(PROJECT, 'node_modules')))
    if (!/^\.(?!bin)/.test(name)) symlinkSync(join(PROJECT, 'node_modules', name), place(join('node_modules', name)));
  for (const topic of TOPIC_IDS) mkdirSync(place(`content/${topic}`), { recursive: true });
  for (const name of ['redirects.yaml', 'permalinks.txt', 'pages.asks.yaml']) write(`content/${name}`, '');
  for (const [order, word] of ['alpha', 'beta', 'gamma'].entries()) {
    write(`content/docker/${word}.mdx`, noteText(`The ${word} of it`, order + 1, `This is ${word}.`));
    write(`content/docker/${word}.asks.yaml`, asksText(word));
  }
  return {
    folder,
    write,
    edit: (name, change) => write(name, change(readFileSync(place(name), 'utf8'))),
    build: (env = {}) => {
      const { status, stdout, stderr } = spawnSync(nodePath(), ['node_modules/.bin/astro', 'build'], {
        cwd: folder,
        encoding: 'utf8',
        env: environment(env),
      });
      if (status !== 0) throw new Error(`the build failed:\n${stdout}\n${stderr}`);
      const dist = place('dist');
      const hashed = (file: string) =>
        createHash('sha256')
          .update(readFileSync(join(dist, file)))
          .digest('hex');
      return {
        rendered: Number(/(\d+) page\(s\) built/.exec(stdout)?.[1]),
        files: new Map(filesBelow(dist).map((file) => [file, hashed(file)])),
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
