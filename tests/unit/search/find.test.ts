import { describe, expect, it } from 'vitest';
import type { SearchRecord } from '../../../src/built-site/record.ts';
import { memorySearch } from '../../../src/search/learn/weigh.ts';
import { corrected, find } from '../../../src/search/query/find.ts';

const record = (
  url: string,
  title: string,
  heading: string,
  text: string,
  topic = 'docker',
  asks: string[] = [],
): SearchRecord => ({
  url,
  title,
  headings: heading ? [heading] : [],
  crumbs: ['Docker'],
  kind: 'task',
  topic,
  tools: ['docker'],
  description: '',
  links: 0,
  asks,
  lines: [{ kind: 'text', text }],
});
const records = [
  record('/docker/clean-up/', 'Clean up', '', 'Free the disk. Nothing is removed by itself.'),
  record(
    '/docker/clean-up/#volumes',
    'Clean up',
    'Remove unused volumes',
    'docker volume prune takes the anonymous volumes.',
  ),
  record(
    '/docker/clean-up/#images',
    'Clean up',
    'Remove unused images',
    'docker image prune takes dangling images, --all every image.',
    'docker',
    ['wipe every picture from my machine'],
  ),
  record('/docker/get-a-shell/', 'Get a shell in a container', '', 'docker exec -it web sh opens one.'),
  record(
    '/k8s/probes/',
    'Probes',
    '',
    'A livenessProbe restarts the container, a readinessProbe takes it out of the service.',
    'k8s',
  ),
  record(
    '/k8s/volumes/',
    'Volumes of a pod',
    '',
    'An emptyDir lives as long as the pod; its volumes go with it.',
    'k8s',
  ),
  ...['a', 'b', 'c', 'd'].map((id) =>
    record(
      `/docker/${id}/`,
      `Note ${id}`,
      '',
      'Containers, images, volumes and entrypoint: a liveness check of dangling notes; unused prune.',
    ),
  ),
];
const { data, lookup } = memorySearch(records);
const ask = (text: string, options = {}) => find(text, data, lookup, options);
const first = async (text: string) => records[(await ask(text)).ranked[0]?.record ?? -1]?.url;

describe('finding', () => {
  it('the section whose heading says it comes first', async () => {
    expect(await first('remove volumes')).toBe('/docker/clean-up/#volumes');
  });
  it('what readers ask for a section finds it, though it does not say so itself', async () => {
    expect(await first('how do I wipe every picture')).toBe('/docker/clean-up/#images');
  });
  it('the tool that is named chooses the topic', async () => {
    expect(await first('kubernetes volumes')).toBe('/k8s/volumes/');
  });
  it('flags are words', async () => {
    expect(await first('-it')).toBe('/docker/get-a-shell/');
    expect(await first('image --all')).toBe('/docker/clean-up/#images');
  });
  it('compounds are found in any spelling', async () => {
    for (const text of ['livenessProbe', 'liveness probe restart', 'livenessprobe'])
      expect(await first(text)).toBe('/k8s/probes/');
  });
  it('a question is its rare words', async () => {
    expect(await first('how do I remove the images that nothing uses?')).toBe('/docker/clean-up/#images');
  });
  it('a typing error is corrected and said', async () => {
    const found = await ask('dangeling volumse');
    expect(found.corrections).toEqual([
      { from: 'dangeling', to: 'dangling' },
      { from: 'volumse', to: 'volumes' },
    ]);
    expect(corrected('dangeling volumse', found.corrections)).toBe('dangling volumes');
  });
  it('the very letters can be asked for', async () => {
    const found = await ask('dangeling images', { exactly: true });
    expect(found.corrections).toEqual([]);
    expect(found.missing).toEqual(['dangeling']);
  });
  it('a word that nothing holds does not empty the list', async () => {
    const found = await ask('zookeeper volumes');
    expect(found.missing).toEqual(['zookeeper']);
    expect(found.ranked.length).toBeGreaterThan(0);
  });
  it('a word that is being typed finds what it may become', async () => {
    expect((await ask('dangl', { typing: true })).ranked.length).toBeGreaterThan(0);
  });
  it.each([
    '',
    '   ',
    '"',
    '<img src=x onerror=alert(1)>',
    '\u202e',
    '🐳🐳',
    '(((',
    '%E0%A4%A',
    '__proto__ constructor toString',
  ])('%j does no harm', async (text) => {
    await expect(ask(text)).resolves.toBeDefined();
  });
});
