/**
 * Ten journeys of readers, by keyboard alone. Each key counts one, a text that is typed or pasted into a field counts as the one
 * key that brought it there (letters are the reader's own); the number is printed, and may not grow.
 */
import { expect, type Locator, type Page, test } from './test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1440, height: 900 } });

/** Presses keys and counts them. */
class Keys {
  pressed = 0;
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.pressed += 1;
      await this.#page.keyboard.press(key);
    }
  }
  /** Past the frame, by the first link of every page. */
  async skip(): Promise<void> {
    await this.press('Tab', 'Enter');
  }
  /** Letters of the reader's own. */
  type = (text: string): Promise<void> => this.#page.keyboard.type(text);
  /** Puts a text on the clipboard, and pastes it. */
  async paste(text: string): Promise<void> {
    await this.#page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.press('ControlOrMeta+v');
  }
  /** Goes on by one key until something has the focus. */
  async until(target: Locator, key = 'Tab'): Promise<void> {
    for (let times = 0; times < 80; times++) {
      await this.press(key);
      if (await target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement))) return;
    }
    throw new Error(`never reached ${target}`);
  }
}

/** A journey with the most keys that it may take. */
function journey(name: string, most: number, walk: (page: Page, keys: Keys) => Promise<void>): void {
  test(`journey: ${name}, at most ${most} ${most === 1 ? 'key' : 'keys'}`, async ({ page }) => {
    const keys = new Keys(page);
    await walk(page, keys);
    console.log(`journey: ${name}: ${keys.pressed} of ${most} keys`);
    expect(keys.pressed).toBeLessThanOrEqual(most);
  });
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const option = (page: Page) => dialog(page).getByRole('option');
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

const LOG = `${'2026-11-21T09:12:03Z [INFO] starting\n'.repeat(40)}Error response from daemon: driver failed programming external connectivity on endpoint shop-db-1: Bind for 0.0.0.0:5432 failed: port is already allocated\nbye`;

journey('a log, from an inner page to the command that helps', 3, async (page, keys) => {
  await page.goto('/docker/clean-up/');
  await keys.press('/');
  await expect(dialog(page)).toBeVisible();
  await keys.paste(LOG);
  await expect(option(page).first()).toContainText('Port is already allocated');
  await keys.press('Enter');
  await expect(page).toHaveURL(/\/troubleshooting\/port-is-already-allocated\//);
  const command = page.locator('figure.cmd').first();
  await expect(command).toBeInViewport({ ratio: 1 });
  await expect(command).toContainText('5432');
});

journey('a shell in a container without bash', 2, async (page, keys) => {
  await page.goto('/docker/');
  await keys.press('/');
  await expect(dialog(page)).toBeVisible();
  await keys.type('shell in a container that has no bash');
  await expect(option(page).first()).toBeVisible();
  await keys.press('Enter');
  await expect(page).toHaveURL(/\/docker\/get-a-shell\//);
});

journey('from home to the first note of the path to Compose', 16, async (page, keys) => {
  await page.goto('/');
  await keys.until(page.getByRole('link', { name: 'Learn', exact: true }));
  await keys.press('Enter');
  await expect(page).toHaveURL(/\/learn\/$/);
  await keys.skip();
  await keys.until(page.locator('main a[data-step]').first());
  await keys.press('Enter');
  await expect(page.getByRole('navigation', { name: /^The path/ })).toContainText('Step 1 of');
});

journey('a pull secret with values of one’s own, copied', 10, async (page, keys) => {
  await page.goto('/k8s/');
  await keys.press('/');
  await expect(dialog(page)).toBeVisible();
  await keys.type('pull an image from a private registry');
  await expect(option(page).first()).toBeVisible();
  await keys.press('Enter');
  await expect(page).toHaveURL(/\/k8s\/images-in-pods\/#private$/);
  const block = page.locator('#private ~ .steps .cmd-line', { has: page.locator('.ph') }).first();
  await keys.until(block.locator('.ph').first());
  await keys.type('ghcr.io');
  await keys.press('Enter');
  await keys.type('octo');
  await keys.until(block.locator('.copy'), 'Shift+Tab');
  await keys.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
  expect(await clipboard(page)).toMatch(/ghcr\.io octo "\$PASSWORD"/);
});

// One more than without its tabs: a choice between Docker and Kubernetes is passed on the way.
journey('a link to exit code 137, and its first command copied', 5, async (page, keys) => {
  await page.goto('/troubleshooting/oomkilled-exit-137/#fix');
  await keys.until(page.locator('#fix ~ * .copy').first());
  await keys.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
  expect(await clipboard(page)).toMatch(/^(docker|kubectl) /);
});

journey('come back to what was read', 2, async (page, keys) => {
  await page.goto('/docker/clean-up/');
  await page.goto('/docker/');
  await keys.press('/');
  await expect(option(page).first()).toContainText('Clean up');
  await keys.press('Enter');
  await expect(page).toHaveURL(/\/docker\/clean-up\//);
});

journey('the kubectl sheet on two sheets of paper', 1, async (page, keys) => {
  await page.goto('/k8s/cheat-kubectl/');
  // Ctrl+P is the browser's own: a page without a window has no dialog for it, and prints all the same.
  keys.pressed += 1;
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
});

journey('another section of a long page, from its middle', 8, async (page, keys) => {
  await page.goto('/docker/clean-up/');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await keys.press('c');
  await expect(page.locator('#toc a').first()).toBeFocused();
  const to = page.locator('#toc a[href="#check"]');
  await keys.until(to);
  await keys.press('Enter');
  await expect(page.locator('#check')).toBeInViewport();
});

journey('what replaced docker-compose and --atomic', 2, async (page, keys) => {
  await page.goto('/docker/');
  await keys.press('/');
  await expect(dialog(page)).toBeVisible();
  await keys.type('what replaced docker-compose');
  await expect(dialog(page)).toContainText('docker compose');
  await keys.press('ControlOrMeta+a');
  await keys.type('helm --atomic');
  await expect(dialog(page)).toContainText('--rollback-on-failure');
});

journey('lost: an address that is nearly right', 4, async (page, keys) => {
  await page.goto('/docker/compose-basic/');
  const near = page.getByRole('main').getByRole('link', { name: '/docker/compose-basics/' });
  await expect(near).toBeVisible();
  await keys.skip();
  await keys.until(near);
  await keys.press('Enter');
  await expect(page).toHaveURL(/\/docker\/compose-basics\/$/);
});
