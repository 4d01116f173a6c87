import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bodyFor, matterFor, nextOrder, readAsked } from '../../scripts/new.ts';
import { checkMarkup } from '../../src/checks/markup.ts';
import { checkShape } from '../../src/checks/shapes.ts';
import { readNote } from '../../src/content/read-note.ts';

describe('a new note', () => {
  it('is asked for by type, place and title', () => {
    expect(readAsked(['fix', 'Port is in use'])).toEqual({
      type: 'fix',
      topic: 'troubleshooting',
      section: undefined,
      title: 'Port is in use',
      id: 'port-is-in-use',
    });
    expect(readAsked(['fix', 'network', 'Port'])).toMatchObject({ section: 'network', id: 'port' });
    expect(readAsked(['task', 'docker/images', 'Übersee: copy'])).toMatchObject({
      section: 'images',
      id: 'ubersee-copy',
    });
    expect(readAsked(['concept', 'k8s', 'Pods'])).toMatchObject({ topic: 'k8s', section: undefined });
  });
  it.each([
    [['fixx', 'Title'], /the type "fixx"; allowed are fix, task, concept, reference; write: npm run new/],
    [[], /the type ""; allowed are/],
    [['task', 'dokcer', 'Title'], /the topic "dokcer"; allowed are docker, dockerfile, swarm, k8s, helm;/],
    [['task', 'troubleshooting', 'Title'], /the topic "troubleshooting"; allowed are docker,/],
    [['task', 'helm/images', 'Title'], /helm has no section "images"; allowed are start, releases/],
    [['fix', 'moon', 'Title'], /troubleshooting has no section "moon"; allowed are build, run/],
    [['fix', '…!?'], /the title "…!\?"; allowed are 3 to 90 characters/],
    [['task', 'docker'], /the title ""; allowed/],
    [['fix', 'x'.repeat(91)], /allowed are 3 to 90/],
    [['task', 'docker', 'Copy', 'files'], /put the title in quotes/],
  ])('%j is refused', (words, message) => expect(readAsked(words)).toMatch(message));

  it.each(['fix', 'task', 'concept', 'reference'])(
    'of type %s has the shape, and each empty place is a finding',
    (type) => {
      const place = type === 'fix' ? ['network'] : ['docker/images'];
      const asked = readAsked([type, ...place, 'A "title"']);
      if (typeof asked === 'string') throw new Error(asked);
      const body = bodyFor(readFileSync(`content/_templates/${type}.mdx`, 'utf8'));
      const note = readNote(`content/${asked.topic}/${asked.id}.mdx`, matterFor(asked, '2026-11-26', 20) + body);
      expect(note.faults).toEqual([]);
      expect(note.matter.data).toMatchObject({ title: 'A "title"', type, reviewed: '2026-11-26' });
      expect(note.fences).toEqual([]);
      const unwritten = ['a task without a command or a file', 'a short answer that does not end in a command'];
      expect(checkShape(note).filter(({ found }) => !unwritten.includes(found))).toEqual([]);
      const found = checkMarkup(note).map((finding) => finding.found);
      expect(found.length).toBeGreaterThan(1);
      expect(found.every((text) => text.startsWith('still to be written'))).toBe(true);
      for (const [index, { depth }] of note.sections.entries())
        if (depth === 2) expect(note.expressions.some(({ section }) => section === index)).toBe(true);
    },
  );
  it('takes the next place of its section', () => {
    expect(nextOrder([])).toBe(10);
    expect(nextOrder([10, 75, 20])).toBe(80);
  });
});
