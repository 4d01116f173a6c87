import { describe, expect, it } from 'vitest';
import { duePages, isOlder, readWords } from '../../scripts/review.ts';

const page = (file: string, reviewed: string, versions = {}) => ({ file, reviewed, versions });
const RELEASES = { docker: '29.10.0', helm: '4.3.1' };

describe('pages to read again', () => {
  it('are those read too long ago or recorded with an older release, the oldest first', () => {
    const due = duePages(
      [
        page('new', '2026-11-20', { docker: '29.10.4' }),
        page('behind', '2026-11-20', { docker: '29.9.3' }),
        page('old', '2026-05-01'),
        page('on the day', '2026-05-30'),
        page('never', ''),
      ],
      '2026-11-26',
      180,
      RELEASES,
    );
    expect(due.map(({ file, reasons }) => `${file}: ${reasons}`)).toEqual([
      'never: no day of review',
      'old: reviewed 209 days ago',
      'behind: recorded with docker 29.9.3, the checks know 29.10.0',
    ]);
  });
  it('compares releases as numbers, and leaves patches out', () => {
    expect(isOlder('29.9.3', '29.10.0')).toBe(true);
    expect(isOlder('29.10.0', '29.9.3')).toBe(false);
    expect(isOlder('4.3.0', '4.3.1')).toBe(false);
  });
  it('reads its words', () => {
    expect(readWords([])).toEqual({ days: 180, json: false });
    expect(readWords(['--json', '--days', '90'])).toEqual({ days: 90, json: true });
    expect(readWords(['--days=7'])).toEqual({ days: 7, json: false });
  });
  it.each([
    [['--days', 'ten'], /^--days ten; allowed is a whole number.*write: npm run review/],
    [['--days'], /^--days \(nothing\)/],
    [['--day', '9'], /^"--day 9" is not understood; allowed are --days N and --json/],
    [['--days', '9', 'docker'], /is not understood/],
  ])('%j is refused', (words, message) => expect(readWords(words)).toMatch(message));
});
