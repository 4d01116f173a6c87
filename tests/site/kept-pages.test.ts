/** A build after a change renders the pages that the change reaches, puts the others back, and gives what a build from nothing gives. */
import { afterAll, expect, it } from 'vitest';
import { asksText, noteText, smallProject } from '../helpers/small-project.ts';

const project = smallProject();
afterAll(project.remove);

const NOTES = ['alpha', 'beta', 'gamma'];
const pageOf = (name: string): string => `docker/${name}/index.html`;
const first = project.build();
const others = first.rendered - NOTES.length;

/** The notes among these whose pages differ. */
const changed = (before: typeof first, after: typeof first): string[] =>
  NOTES.filter((name) => before.files.get(pageOf(name)) !== after.files.get(pageOf(name)));

it('a sentence of one note is that page alone', () => {
  project.edit('content/docker/beta.mdx', (text) => text.replace('This is beta.', 'This is another beta.'));
  const second = project.build();
  expect(second.rendered).toBe(others + 1);
  expect(changed(first, second)).toEqual(['beta']);
  expect(second.files.get('docker/beta.md')).not.toBe(first.files.get('docker/beta.md'));
  expect(second.files.get('docker/alpha.md')).toBe(first.files.get('docker/alpha.md'));
}, 60_000);

it('a title is every page that shows it, and all is as if it were built from nothing', () => {
  project.edit('content/docker/beta.mdx', (text) => text.replace('The beta of it', 'What a beta is'));
  project.write(
    'content/docker/delta.mdx',
    noteText('The delta of it', 4, 'This is delta. See [the beta](/docker/beta/).'),
  );
  project.write('content/docker/delta.asks.yaml', asksText('delta'));
  project.edit('content/docker/gamma.mdx', (text) => text.replace('gamma.', 'gamma. See [the beta](/docker/beta/).'));
  const warm = project.build({ SITE_URL: 'https://notes.test' });
  const cold = project.build({ SITE_URL: 'https://notes.test', KEEP_CHECKS: 'no' });
  expect(warm.files).toEqual(cold.files);
  // And the address of the site stands on every page.
  expect(warm.rendered).toBe(cold.rendered);
  const again = project.build({ SITE_URL: 'https://notes.test' });
  expect(again.rendered).toBe(cold.rendered - NOTES.length - 1);
  expect(again.files).toEqual(cold.files);
}, 120_000);
