/** Waits between the tries, in ms: the event comes before names resolve and routes hold. */
const PAUSES = [0, 500, 1000, 2000, 4000];

/** Once the line is back, asks again for what failed for want of it, until it answers or has been tried a few times. */
export function askAgainOnline(failed: () => boolean, ask: () => unknown): void {
  addEventListener('online', async () => {
    for (const pause of PAUSES) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (!navigator.onLine) return;
      if (failed()) await ask();
    }
  });
}
