/** How well pasted errors find their fix: the project's pastes, every message in every mutation, bytes and time. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { rolldown } from 'rolldown';
import { ensureBrowser } from '../scripts/browser.mjs';
import { compileSignatures } from '../src/error-matcher/compile.ts';
import { matchText } from '../src/error-matcher/match.ts';
import { textOf } from '../src/error-matcher/messages.ts';
import { loadFixes } from '../tests/helpers/load-fixes.ts';
import { MUTATIONS, pasteOf, seeded } from '../tests/unit/error-matcher/mutations.ts';

const fixes = loadFixes('content/troubleshooting');
const { file, findings } = compileSignatures(fixes);
const json = JSON.stringify(file);
const pastes = JSON.parse(readFileSync('tests/fixtures/pastes.json', 'utf8')) as {
  known: { id: string; text: string }[];
  unrelated: string[];
};
const share = (good: number, all: number) => (good / all).toFixed(3);
const leads = (text: string, id: string) => matchText(text, file, 1)[0]?.id === id;

const rows = Object.entries(MUTATIONS).map(([name, mutate]) => {
  const random = seeded(2026);
  const asked = fixes.flatMap(({ id, errors }) =>
    errors.map((error) => ({ id, text: pasteOf(error, mutate, random) })),
  );
  return {
    messages: name,
    asked: asked.length,
    first: share(asked.filter(({ id, text }) => leads(text, id)).length, asked.length),
  };
});
console.table([
  {
    messages: "the project's pastes",
    asked: pastes.known.length,
    first: share(pastes.known.filter(({ id, text }) => leads(text, id)).length, pastes.known.length),
  },
  {
    messages: 'unrelated texts, silent',
    asked: pastes.unrelated.length,
    first: share(pastes.unrelated.filter((text) => matchText(text, file).length === 0).length, pastes.unrelated.length),
  },
  ...rows,
]);

const lines = fixes
  .flatMap(({ errors }) => errors.map(textOf))
  .slice(0, 200)
  .join('\n');
/** How the reader's first text finds the page: nothing is ready, or the field has had the focus for a moment; in ms. */
interface Times {
  readonly cold: number;
  readonly focused: number;
  /** What getting ready takes, in idle time. */
  readonly ready: number;
  /** Texts after the first. */
  readonly later: number;
}

/** As the page runs it: in the browser, each time in a page of its own; the best of many, for other programs on the machine only add. */
async function inBrowser(): Promise<Times> {
  const bundle = await rolldown({ input: 'src/error-matcher/match.ts', platform: 'browser', logLevel: 'warn' });
  const { output } = await bundle.generate({ format: 'iife', name: 'matcher' });
  await bundle.close();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  const run = async (ready: boolean): Promise<{ ready: number; first: number; later: number }> => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: output[0].code });
    const times = await page.evaluate(
      ([text, known, before]) => {
        const { matcher } = globalThis as unknown as { matcher: typeof import('../src/error-matcher/match.ts') };
        const signatures = JSON.parse(known);
        const time = (task: () => void) => {
          const started = performance.now();
          task();
          return performance.now() - started;
        };
        const first = () => matcher.matchText(text, signatures);
        return {
          ready: before ? time(() => matcher.getReady(signatures)) : 0,
          first: time(first),
          later: Math.min(...Array.from({ length: 20 }, () => time(first))),
        };
      },
      [lines, json, ready] as const,
    );
    await page.close();
    return times;
  };
  try {
    const cold: number[] = [];
    const focused: Awaited<ReturnType<typeof run>>[] = [];
    for (let round = 0; round < 15; round++) {
      cold.push((await run(false)).first);
      focused.push(await run(true));
    }
    const least = (key: 'ready' | 'first' | 'later') => Math.min(...focused.map((times) => times[key]));
    return { cold: Math.min(...cold), ready: least('ready'), focused: least('first'), later: least('later') };
  } finally {
    await browser.close();
  }
}
const times = await inBrowser();
const ms = (time: number) => `${time.toFixed(1)} ms`;
console.log(
  `${fixes.length} fixes, ${findings.length} problems, ${json.length} bytes, ${brotliCompressSync(json).length} after brotli
200 lines of errors in Chromium: ${ms(times.focused)} for the first text once the field has had the focus, ${ms(times.later)} for a later one; getting ready, in idle time, ${ms(times.ready)}; with nothing ready ${ms(times.cold)}`,
);
