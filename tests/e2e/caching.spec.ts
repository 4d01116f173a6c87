import { below } from './site.ts';
import { expect, test } from './test.ts';

test('the second view of a page asks the server for the page alone', async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let asked: string[] = [];
  client.on('Network.responseReceived', ({ response }) => {
    const { pathname } = new URL(response.url);
    // The icon of the tab is the browser's own errand: it may still be under way when the first view is left.
    const icon = /favicon[^/]*$/.test(pathname);
    if (!icon && !response.fromDiskCache && !response.fromServiceWorker && !response.fromPrefetchCache)
      asked.push(pathname);
  });
  for (const path of ['/docker/clean-up/', '/troubleshooting/port-is-already-allocated/', '/']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.goto('about:blank');
    asked = [];
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(asked).toEqual([below(path)]);
  }
});
