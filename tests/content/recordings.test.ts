import { describe, expect, it } from 'vitest';
import { mutate, seeded } from '../../lab/mutations.ts';
import { allPages, readNoteFor } from '../../lab/note.ts';
import { checkPage } from '../../lab/pages.ts';
import { blockSetup, readSetup } from '../../lab/setup.ts';
import { statementsOf } from '../../lab/statements.ts';
import { loadCommands } from '../../src/checks/commands/grammar.ts';
import { formatFinding } from '../../src/lib/finding.ts';
import { checkOutputs, IN_PART } from '../../src/recordings/check.ts';
import { readRecording, skipsOf } from '../../src/recordings/files.ts';

/** What a statement of a page looks like once its placeholders have values. */
const likeStatement = (statement: string): RegExp =>
  new RegExp(
    `^${statement
      .split(/<[A-Z][A-Z0-9_]*>/)
      .map(RegExp.escape)
      .join('[\\s\\S]*?')}$`,
  );

const parser = await loadCommands();
const pages = allPages().filter((page) => readRecording(page));

describe('what a page prints was printed', () => {
  it.each(pages)('%s', (page) => {
    expect(checkPage(page).findings.map(formatFinding)).toEqual([]);
  });
});

describe('a recording is of the commands that the page shows today', () => {
  it.each(pages)('%s', (page) => {
    const note = readNoteFor(page);
    const setup = readSetup(page);
    const stale = (readRecording(page)?.blocks ?? []).flatMap(({ at, runs }) => {
      const block = note.blocks.find((own) => own.at === at);
      if (block?.kind !== 'commands' || blockSetup(setup, at).run) return [];
      const shown = statementsOf(parser, block.code).map(likeStatement);
      return runs.filter(({ run }) => !shown.some((like) => like.test(run))).map(({ run }) => `${at}: ${run}`);
    });
    expect(stale, `npm run lab -- record ${page}`).toEqual([]);
  });

  it('sees a changed command, and takes any value for a placeholder', () => {
    expect(likeStatement('docker stop <CONTAINER>').test('docker stop web')).toBe(true);
    expect(likeStatement('docker stop --time 5 <CONTAINER>').test('docker stop web')).toBe(false);
  });
});

describe('200 random edits of recorded output blocks', () => {
  it('are all caught', { timeout: 60_000 }, () => {
    const random = seeded(2026);
    const blocks = pages.flatMap((page) => {
      const { evidence } = checkPage(page);
      return readNoteFor(page).raw.flatMap((block) =>
        evidence.get(block.line)?.evidence === 'recorded' ? [{ page, line: block.line }] : [],
      );
    });
    const missed: string[] = [];
    let edits = 0;
    for (let tries = 0; edits < 200 && tries < 5000; tries++) {
      const { page, line } = blocks[Math.floor(random() * blocks.length)] ?? { page: '', line: 0 };
      const note = readNoteFor(page);
      const raw = note.raw.map((block) => {
        if (block.line !== line) return block;
        const edited = mutate(block.code.split('\n'), random, IN_PART.test(block.meta));
        return edited ? { ...block, code: edited.join('\n') } : block;
      });
      const edited = raw.find((block) => block.line === line)?.code;
      if (edited === note.raw.find((block) => block.line === line)?.code) continue;
      edits++;
      if (checkOutputs(note.file, raw, readRecording(page), skipsOf(page)).findings.length === 0)
        missed.push(`${note.file}:${line}\n${edited}`);
    }
    expect(edits).toBe(200);
    expect(missed).toEqual([]);
  });
});
