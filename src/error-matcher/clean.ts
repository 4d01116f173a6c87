/** Sees through what terminals and logs put around a message. Scanned by hand: no pattern that can blow up. */

const ESC = 27;

/** Removes terminal colours and titles (ANSI escape sequences). Lines keep their numbers. */
export function stripAnsi(text: string): string {
  let at = text.indexOf('\x1b');
  if (at < 0) return text;
  const kept: string[] = [];
  let from = 0;
  while (at >= 0) {
    kept.push(text.slice(from, at));
    from = ansiEnd(text, at);
    at = text.indexOf('\x1b', from);
  }
  kept.push(text.slice(from));
  return kept.join('');
}

function ansiEnd(text: string, at: number): number {
  const kind = text[at + 1];
  const limit = Math.min(text.length, at + 80);
  let end = at + 2;
  if (kind === '[') {
    while (end < limit && !(text.charCodeAt(end) >= 64 && text.charCodeAt(end) <= 126)) {
      if (text[end] === '\n') return end;
      end++;
    }
    return Math.min(end + 1, text.length);
  }
  if (kind !== ']') return at + 1;
  while (end < limit && text.charCodeAt(end) !== 7 && text.charCodeAt(end) !== ESC && text[end] !== '\n') end++;
  return text.charCodeAt(end) === 7 ? end + 1 : end;
}

/** End of an escape that begins with a backslash or an ampersand: \n \t \u0022 \x1b[0m &quot; or the one character. */
export function escapeEnd(text: string, at: number, to: number): number {
  const next = text[at + 1];
  if (text[at] === '&') {
    for (let end = at + 1; end < Math.min(to, at + 8); end++) if (text[end] === ';') return end + 1;
    return at + 1;
  }
  if (next === 'n' || next === 't' || next === 'r') return at + 2;
  if (next === 'u' && hex(text, at + 2, 4)) return colourEnd(text, Math.min(to, at + 6), to);
  if (next === 'x' && hex(text, at + 2, 2)) return colourEnd(text, Math.min(to, at + 4), to);
  if (next === '0' && text.startsWith('33[', at + 2)) return colourEnd(text, at + 4, to);
  return at + 1;
}

function colourEnd(text: string, at: number, to: number): number {
  if (text[at] !== '[') return at;
  let end = at + 1;
  while (end < to && end < at + 12 && (digit(text, end) || text[end] === ';')) end++;
  return text[end] === 'm' || text[end] === 'K' ? end + 1 : at;
}

/** Where the message of a line begins: behind time stamps, service names, build steps, journald and klog headers. */
export function noiseEnd(text: string, from: number, to: number): number {
  let at = from;
  for (let round = 0; round < 8; round++) {
    const start = skip(text, at, to, ' \t>');
    const end = Math.max(
      time(text, start, to),
      klog(text, start, to),
      step(text, start, to),
      column(text, start, to),
      journal(text, start, to),
      ci(text, start, to),
    );
    if (end <= start) return start;
    at = end;
  }
  return at;
}

const digit = (text: string, at: number) => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;
const hex = (text: string, at: number, count: number) => {
  for (let i = at; i < at + count; i++) if (!/[0-9a-f]/i.test(text[i] ?? '')) return false;
  return true;
};

function skip(text: string, at: number, to: number, set: string): number {
  let end = at;
  while (end < to && set.includes(text[end] ?? '')) end++;
  return end;
}

/** Compares with a shape in which 0 stands for a digit; the end of it, or -1. */
function shape(text: string, at: number, wanted: string): number {
  for (let i = 0; i < wanted.length; i++) {
    const ok = wanted[i] === '0' ? digit(text, at + i) : wanted[i] === '?' ? true : text[at + i] === wanted[i];
    if (!ok) return -1;
  }
  return at + wanted.length;
}

/** 2026-11-21T09:14:37.201Z, [2026/11/21 09:14:37], 09:14:37,123 */
function time(text: string, at: number, to: number): number {
  const bracket = text[at] === '[' ? 1 : 0;
  let end = at + bracket;
  const day = Math.max(shape(text, end, '0000-00-00'), shape(text, end, '0000/00/00'));
  if (day > 0) end = text[day] === 'T' || text[day] === ' ' ? day + 1 : day;
  const clock = shape(text, end, '00:00:00');
  if (clock < 0) return -1;
  end = skip(text, clock, Math.min(to, clock + 20), '0123456789.,Z+-:');
  return bracket && text[end] === ']' ? end + 1 : bracket ? -1 : end;
}

/** E1121 09:14:37.201845   48213 helpers.go:719] */
function klog(text: string, at: number, to: number): number {
  if (!'IWEF'.includes(text[at] ?? ' ') || shape(text, at + 1, '0000 00:00:00') < 0) return -1;
  const end = text.indexOf('] ', at);
  return end > 0 && end < Math.min(to, at + 90) ? end + 2 : -1;
}

/** #11 0.412 */
function step(text: string, at: number, to: number): number {
  if (text[at] !== '#' || !digit(text, at + 1)) return -1;
  const number = skip(text, at + 1, to, '0123456789');
  if (text[number] !== ' ') return -1;
  const clock = skip(text, number + 1, to, '0123456789.');
  return clock > number + 2 && text[clock] === ' ' ? clock + 1 : number + 1;
}

/** service-1  | */
function column(text: string, at: number, to: number): number {
  const limit = Math.min(to, at + 80);
  let end = at;
  while (end < limit && /[\w.@/-]/.test(text[end] ?? '')) end++;
  if (end === at) return -1;
  const bar = skip(text, end, limit, ' ');
  return text[bar] === '|' && (bar > end || end > at + 1) && (text[bar + 1] === ' ' || bar + 1 >= to) ? bar + 1 : -1;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec';

/** Nov 21 09:14:37 node-2 dockerd[812]: */
function journal(text: string, at: number, to: number): number {
  if (text[at + 3] !== ' ' || !MONTHS.includes(text.slice(at, at + 3))) return -1;
  const clock = shape(text, at + 4, '?0 00:00:00 ');
  if (clock < 0) return -1;
  const colon = text.indexOf(': ', clock);
  return colon > 0 && colon < Math.min(to, clock + 90) ? colon + 2 : clock;
}

/** ##[error] of GitHub and Azure, [2026-...] of Jenkins is a time. */
function ci(text: string, at: number, to: number): number {
  if (!text.startsWith('##[', at)) return -1;
  const end = text.indexOf(']', at);
  return end > 0 && end < Math.min(to, at + 20) ? end + 1 : -1;
}
