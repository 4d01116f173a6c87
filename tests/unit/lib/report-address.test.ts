import { expect, test } from 'vitest';
import { reportAddress, reportTemplate } from '../../../src/lib/report-address.ts';

test('page and title are put in their places, escaped', () => {
  const template = reportTemplate(' https://example.org/new?title={title}&body={page} ')!;
  expect(reportAddress(template, 'https://notes.test/docker/clean-up/', 'A & B')).toBe(
    'https://example.org/new?title=A%20%26%20B&body=https%3A%2F%2Fnotes.test%2Fdocker%2Fclean-up%2F',
  );
});

test('without an address there is none', () => {
  expect(reportTemplate()).toBeUndefined();
  expect(reportTemplate('  ')).toBeUndefined();
});

test.each([
  ['http://example.org/{page}', /neither https/],
  ['javascript:{page}', /neither https/],
  ['https://example.org/new', /has no \{page\}/],
  ['https://example.org/{page}/{name}', /\{name\} is not known/],
  ['https://exa mple/{page}', /is no address/],
])('%s is refused with what is allowed', (given, message) => {
  expect(() => reportTemplate(given)).toThrow(message);
  expect(() => reportTemplate(given)).toThrow(/allowed is/);
});
