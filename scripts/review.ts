/**
 * `npm run review [-- --days N] [--json]`: pages that a person should read again, the longest unread first: reviewed more than N
 * days ago (180), or recorded with an older release of a tool than the one whose commands the checks know. Ends with 0.
 */
import { fileURLToPath } from 'node:url';
import { TREES } from '../src/checks/commands/tools.ts';
import { contentFile, noteFiles } from '../src/content/files.ts';
import { readOutline } from '../src/content/read-note.ts';
import { shortVersion } from '../src/lib/versions.ts';
import { readRecording } from '../src/recordings/files.ts';

/** What is known of a page's last check. */
export interface Page {
  readonly file: string;
  readonly reviewed: string;
  /** Releases with which a lab recorded it, by tool. */
  readonly versions: Readonly<Record<string, string>>;
}

/** A page to be read again, and why. */
export interface Due {
  readonly file: string;
  readonly reviewed: string;
  readonly reasons: readonly string[];
}

/** Whether a release is older than another; patch releases do not count, since they change no commands. */
export function isOlder(version: string, than: string): boolean {
  return shortVersion(version).localeCompare(shortVersion(than), 'en', { numeric: true }) < 0;
}

/** Pages that are due on a day, those first that nobody has read for the longest time. */
export function duePages(
  pages: readonly Page[],
  today: string,
  days: number,
  releases: Readonly<Record<string, string>>,
): Due[] {
  return pages
    .map(({ file, reviewed, versions }) => {
      const age = Math.round((Date.parse(today) - Date.parse(reviewed)) / 86_400_000);
      const old = Number.isNaN(age) ? ['no day of review'] : age > days ? [`reviewed ${age} days ago`] : [];
      const behind = Object.entries(releases)
        .filter(([tool, release]) => versions[tool] !== undefined && isOlder(versions[tool], release))
        .map(([tool, release]) => `recorded with ${tool} ${versions[tool]}, the checks know ${release}`);
      return { file, reviewed, reasons: [...old, ...behind] };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => a.reviewed.localeCompare(b.reviewed) || a.file.localeCompare(b.file));
}

/** What was asked for on the command line; a text where it is not understood. */
export function readWords(words: readonly string[]): { days: number; json: boolean } | string {
  const rest = words.filter((word) => word !== '--json');
  const json = rest.length < words.length;
  if (rest.length === 0) return { days: 180, json };
  const days = /^--days(?:=|$)/.test(rest[0] ?? '') ? (rest[0]?.split('=')[1] ?? rest[1] ?? '') : undefined;
  const used = rest[0]?.includes('=') ? 1 : 2;
  if (days === undefined || rest.length > used)
    return `"${rest.join(' ')}" is not understood; allowed are --days N and --json; write: npm run review -- --days 90`;
  if (!/^\d{1,5}$/.test(days))
    return `--days ${days || '(nothing)'}; allowed is a whole number of days; write: npm run review -- --days 90`;
  return { days: Number(days), json };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = readWords(process.argv.slice(2));
  if (typeof asked === 'string') {
    console.error(asked);
    process.exit(2);
  }
  const pages = noteFiles().map((path): Page => {
    const { file, text } = contentFile(path);
    const { topic, id, matter } = readOutline(file, text);
    const reviewed = String((matter.data as { reviewed?: unknown } | undefined)?.reviewed ?? '');
    return { file, reviewed, versions: readRecording(`${topic}/${id}`)?.versions ?? {} };
  });
  const releases = Object.fromEntries(Object.entries(TREES).map(([tool, { version }]) => [tool, version]));
  const due = duePages(pages, new Date().toISOString().slice(0, 10), asked.days, releases);
  if (asked.json) console.log(JSON.stringify(due, null, 2));
  else if (due.length === 0)
    console.log(`None of ${pages.length} pages is due: each was read in the last ${asked.days} days, and no recording is older than the tools that the checks know.`);
  else {
    for (const { file, reviewed, reasons } of due) console.log(`${file}  ${reviewed}  ${reasons.join('; ')}`);
    console.log(`\n${due.length} of ${pages.length} pages are due: read one from top to bottom, then write today's date behind "reviewed:"`);
  }
}
