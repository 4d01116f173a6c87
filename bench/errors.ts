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
/** As the page runs it: in the browser, first with nothing warm, then the best of many, for other programs on the machine only add. */
async function inBrowser(): Promise<{ first: number; best: number }> {
  const bundle = await rolldown({ input: 'src/error-matcher/match.ts', platform: 'browser', logLevel: 'warn' });
  const { output } = await bundle.generate({ format: 'iife', name: 'matcher' });
  await bundle.close();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: output[0].code });
    const times = await page.evaluate(
      ([text, known]) => {
        const { matcher } = window as unknown as { matcher: { matchText(text: string, file: unknown): unknown } };
        const signatures = JSON.parse(known);
        return Array.from({ length: 30 }, () => {
          const started = performance.now();
          matcher.matchText(text, signatures);
          return performance.now() - started;
        });
      },
      [lines, json] as const,
    );
    return { first: times[0] ?? 0, best: Math.min(...times) };
  } finally {
    await browser.close();
  }
}
const { first, best } = await inBrowser();
console.log(
  `${fixes.length} fixes, ${findings.length} problems, ${json.length} bytes, ${brotliCompressSync(json).length} after brotli; 200 lines of errors in Chromium: ${best.toFixed(1)} ms, the first time, with the index built, ${first.toFixed(1)} ms`,
);
