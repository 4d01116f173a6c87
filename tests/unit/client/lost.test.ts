import { describe, expect, it } from 'vitest';
import { nearPaths } from '../../../src/client/lost.ts';

const ALL = [
  '/',
  '/docker/',
  '/docker/compose-basics/',
  '/docker/clean-up/',
  '/k8s/services/',
  '/swarm/services/',
  '/troubleshooting/exit-code-143/',
  '/troubleshooting/oomkilled-exit-137/',
];

describe('addresses near one that leads nowhere', () => {
  it.each([
    ['a letter is missing', '/docker/compose-basic/', '/docker/compose-basics/'],
    ['a right name in the wrong topic', '/helm/services/', '/k8s/services/'],
    ['two words of three', '/troubleshooting/exit-code-137/', '/troubleshooting/oomkilled-exit-137/'],
    ['no slash at the end', '/docker/cleanup', '/docker/clean-up/'],
  ])('%s', (_, path, meant) => expect(nearPaths(path, ALL)).toContain(meant));
  it('nothing near is nothing', () => expect(nearPaths('/wp-admin/setup.php', ALL)).toEqual([]));
});
