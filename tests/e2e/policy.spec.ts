import { expect, test } from './test.ts';

/** A host that sends no headers of its own: the policy of the page itself has to do. */
const bareHost = async (page: import('@playwright/test').Page) =>
  page.route('**/*', async (route) => {
    const answer = await route.fetch();
    const headers = answer.headers();
    delete headers['content-security-policy'];
    await route.fulfill({ response: answer, headers });
  });

/** Tries what the policy forbids, in the page; each by name, with whether it went through. */
const attempts = () => {
  const ran = (act: () => void) => {
    try {
      act();
      return true;
    } catch {
      return false;
    }
  };
  const inline = document.createElement('script');
  // A text node and not `.text`, so that the policy on scripts is asked, and not only the one on markup.
  inline.append('document.documentElement.dataset.inline = "ran"');
  ran(() => document.head.append(inline));
  return {
    markup: ran(() => {
      document.createElement('p').innerHTML = '<b>x</b>';
    }),
    policy: ran(() => {
      (
        globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }
      ).trustedTypes.createPolicy('other', {});
    }),
    inline: document.documentElement.dataset['inline'] === 'ran',
    style: (() => {
      const box = document.createElement('p');
      document.body.append(box);
      box.setAttribute('style', 'display: inline-grid');
      return getComputedStyle(box).display === 'inline-grid';
    })(),
  };
};

test.describe('what the policy forbids', () => {
  test.use({ stopped: true });
  for (const bare of [false, true])
    test(`does not happen${bare ? ' on a host without headers either' : ''}`, async ({ page }) => {
      if (bare) await bareHost(page);
      for (const path of ['/docker/clean-up/', '/search/', '/404.html']) {
        await page.goto(path);
        expect(await page.evaluate(attempts), path).toEqual({
          markup: false,
          policy: false,
          inline: false,
          style: false,
        });
      }
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    });
});
