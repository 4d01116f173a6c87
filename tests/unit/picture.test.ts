import { expect, it } from 'vitest';
import { drawPicture, PICTURES, pictureOf, titleOf } from '../../src/picture.ts';

it('a picture is drawn from the project alone: twice the same, of the size that is asked for', async () => {
  const [once, again, other] = await Promise.all([drawPicture('docker'), drawPicture('docker'), drawPicture('site')]);
  expect(once.equals(again)).toBe(true);
  expect(once.equals(other)).toBe(false);
  expect([once.readUInt32BE(16), once.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(titleOf('k8s')).toBe('Kubernetes');
});

it('without a host there is none, since its address could not be whole', () => {
  if (process.env['SITE_URL']) return;
  expect(PICTURES).toEqual([]);
  expect(pictureOf('docker')).toBeUndefined();
});
