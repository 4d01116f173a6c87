/** Playwright's test for this site: addresses lead below the base path that it was built for, and no journey may break the policy. */
import { test as base, type Page } from '@playwright/test';
import { below } from './site.ts';

export { type Browser, expect, type Locator, type Page } from '@playwright/test';

/** Sends addresses of the site below its base path. */
function goBelow(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = (address, options) => goto(below(address), options);
}

export const test = base.extend<{ policy: undefined; stopped: boolean }>({
  /** Whether a test provokes the policy itself. */
  stopped: [false, { option: true }],
  context: async ({ context }, use) => {
    context.on('page', goBelow);
    await use(context);
  },
  // What the policy stops, the browser says on the console; one look at the end covers all pages of a journey.
  policy: [
    async ({ context, stopped }, use) => {
      const broken: string[] = [];
      context.on('console', (message) => {
        if (
          /Content Security Policy|Trusted ?Types?|TrustedHTML|TrustedScript|Permissions-Policy/i.test(message.text())
        )
          broken.push(message.text());
      });
      context.on('weberror', (error) => {
        if (/Trusted/.test(error.error().message)) broken.push(error.error().message);
      });
      await use(undefined);
      if (stopped) base.expect(broken, 'what the policy stopped').not.toEqual([]);
      else base.expect(broken, 'what the policy stopped').toEqual([]);
    },
    { auto: true },
  ],
});
