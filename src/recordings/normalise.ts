/**
 * Which differences between two printed lines do not count: ids, times, sizes, addresses and generated names differ from run to run.
 * Everything else, every word and every number that is none of these, must be equal. Pure.
 */

/** Applied in this order; each pattern stands for one kind of value. */
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['id', /\bsha256:[0-9a-f]{6,64}\b(?:…|\.\.\.)?/g],
  ['token', /\bSWMTKN-1-[\w-]+/g],
  ['token', /\bSWMKEY-1-\S+/g],
  ['token', /\beyJ[\w.-]{20,}/g],
  ['token', /\$\$?2[aby]\$\$?\d\d\$\$?[./A-Za-z0-9]{53}/g],
  // The fingerprint of a key.
  ['id', /\b[0-9A-F]{40}\b/g],
  // The head of a line of klog, and what a program numbers for itself.
  ['time', /\b[IWEF]\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ (?=\w+\.go)/g],
  ['id', /\b(?<=LIVE-|MERGED-)\d+\b/g],
  ['time', /(?<=\bmilliseconds=)\d+/g],
  ['count', /(?<=\bfs\.file-nr = )\d+/g],
  ['count', /^\d+(?= updating$)/g],
  // etcd counts its writes, whatever they were.
  ['count', /(?<=\bresourceVersion: ?"?)\d+/g],
  ['pid', /(?<=\bpid=)\d+/g],
  // The number of the process in the head of a line of the journal.
  ['pid', /(?<=\w\[)\d+(?=\]: )/g],
  // Ports that a cluster or an engine hands out by itself.
  ['port', /(?<=:)3\d{4}(?=\/(?:TCP|UDP|tcp|udp)\b|\b(?!\.))/g],
  // Machines are called as their owner likes.
  ['node', /\b(?:node|worker|cp)-\d\b/g],
  // A day with or without its time, in the forms of the tools.
  [
    'time',
    /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?|T\d{4})?(?:Z| ?[+-]\d\d:?\d\d)?(?: (?:UTC|CET|CEST))?(?!\w)/g,
  ],
  [
    'time',
    /\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: +\d{1,2})?,?(?: +\d{4})?(?: +\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?: +(?:[+-]\d{4}|GMT|UTC))?(?: +\d{4})?(?=\W|$)/g,
  ],
  ['time', /\b\d\d:\d\d:\d\d(?:\.\d+)?\b/g],
  ['addr', /\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/g],
  ['addr', /\b(?:\d{1,3}\.){3}\d{1,3}\b/g],
  [
    'addr',
    /(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}(?:[0-9a-f]{1,4}|:)(?![\w:])|(?<![\w:])(?:[0-9a-f]{1,4}:)+:(?:[0-9a-f]{1,4})?(?![\w:])/g,
  ],
  ['time', /\b1[6-9]\d{8}\b/g],
  ['id', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g],
  ['time', /\b(?:about an? |less than a )(?:second|minute|hour)(?: ago)?/gi],
  ['time', /\b\d+ (?:second|minute|hour|day|week|month|year)s?(?: ago)?\b/g],
  // Generated names of pods: a hash of the template and five letters, or the letters alone.
  ['name', /-[0-9a-f]{8,10}(?:-[a-z0-9]{5})\b/g],
  ['name', /(?<=[a-z0-9])-[bcdf-hj-np-tv-xz2-9]{8,10}\b/g],
  ['name', /(?<=[a-z0-9])-(?=[a-z]*\d)[bcdf-hj-np-tv-xz2-9]{5}\b/g],
  ['name', /(?<=[a-z0-9])-[bcdf-hj-np-tv-xz2-9]{5}\b/g],
  ['id', /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}\b(?:…|\.\.\.)?/g],
  ['id', /\b\d{12}\b|\b[0-9a-f]{64}\b/g],
  ['id', /\b(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{20,25}\b/g],
  ['id', /\b(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{12}\b/g],
  ['name', /\b[a-z]+_[a-z]+\b(?=$|\s+$)/g],
  ['size', /\b\d+(?:\.\d+)? ?(?:[kKMGT]i?B|B|bytes)\b/g],
  ['size', /(?<=^|\s)\d+(?:\.\d+)?[KMG](?=\s|$)/g],
  ['share', /\b\d+(?:\.\d+)?%/g],
  // Durations: 0.3s, 5m23s, 2d3h, 12ms.
  ['time', /(?<![\w.-])(?:\d+(?:\.\d+)?(?:ms|µs|us|ns|[dhms])){1,4}(?![\w])/g],
  ['id', /\bveth[0-9a-f]{7}\b(?:@if\d+)?/g],
];

const ESCAPES = /\u001b\[[0-9;?]*[A-Za-z]|\u001b\][^\u0007]*\u0007/g;

/** A line in the form in which it is compared. */
export function normalise(line: string): string {
  let text = line.replace(ESCAPES, '').replace(/\t/g, ' ');
  for (const [kind, pattern] of KINDS) text = text.replace(pattern, `‹${kind}›`);
  return text
    .replace(/(‹id›)(?:…|\.\.\.)/g, '$1')
    .replace(/[─-]{4,}/g, '----')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The sign of a cut, in a line of its own or within one. */
export const CUT = /…|\.\.\./;

/** An id of which only the beginning is shown: it stands for any other. */
export const CUT_ID = /\b(?:sha256:)?(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{4,}(?:…|\.\.\.)/g;

/** Whether a page's line is the printed one: equal under the normalisation, `...` and `…` standing for what was cut out of it. */
export function sameLine(page: string, printed: string): boolean {
  const [a, b] = [normalise(page), normalise(printed)];
  if (a === b) return true;
  if (!CUT.test(page)) return false;
  const parts = page
    .replace(ESCAPES, '')
    .replace(/\bSWM(?:TKN|KEY)-1-(?:…|\.\.\.)/g, '‹token›…')
    .replace(CUT_ID, '‹id›…')
    .split(CUT)
    .map(normalise);
  if (parts.length === 1) return parts[0] === b;
  let from = 0;
  for (const [index, part] of parts.entries()) {
    const at =
      index === 0
        ? b.startsWith(part)
          ? 0
          : -1
        : index === parts.length - 1 && part !== ''
          ? lastAt(b, part, from)
          : b.indexOf(part, from);
    if (at < from) return false;
    from = at + part.length;
  }
  return true;
}

const lastAt = (text: string, part: string, from: number): number =>
  text.endsWith(part) && text.length - part.length >= from ? text.length - part.length : -1;
