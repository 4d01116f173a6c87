import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Images that a Dockerfile takes from a registry: stages of its own, and arguments that name one, left out. */
function foreignImages(text: string): string[] {
  const stages = new Set([...text.matchAll(/^FROM .* AS (\S+)$/gm)].map(([, name]) => name));
  const from = [...text.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image as string);
  const syntax = [...text.matchAll(/^# syntax=(\S+)/gm)].map(([, image]) => image as string);
  return [...syntax, ...from].filter((image) => !stages.has(image) && !image.startsWith('$'));
}

it('each image of deploy/Dockerfile is named by its tag and its digest', () => {
  const images = foreignImages(readFileSync('deploy/Dockerfile', 'utf8'));
  expect(images.length).toBeGreaterThan(2);
  expect(images.filter((image) => !/^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/.test(image))).toEqual([]);
});
