import { editDistance } from '../lib/edit-distance.ts';
import { href, pathOf } from '../lib/href.ts';

/** Addresses offered for one that leads nowhere. */
const MOST = 3;

/** On the 404 page: names the address that was asked for, fills the search with its words, and offers addresses near it. */
export function startLost(): void {
  const path = pathOf(decode(location.pathname)).slice(0, 200);
  const shown = document.querySelector('[data-lost-path]');
  if (shown) shown.textContent = path;
  const field = document.querySelector<HTMLTextAreaElement>('[data-lost-query]');
  if (field) field.value = path.replace(/[^\p{L}\p{N}.]+/gu, ' ').trim();
  void offer(path);
}

async function offer(path: string): Promise<void> {
  const box = document.querySelector<HTMLElement>('[data-lost-near]');
  if (!box) return;
  const answer = await fetch(href('/addresses.txt')).catch(() => undefined);
  if (!answer?.ok) return;
  const near = nearPaths(path, (await answer.text()).split('\n'));
  box.append(
    ...near.map((url) => {
      const [item, link] = [document.createElement('li'), document.createElement('a')];
      link.href = href(url);
      link.textContent = url;
      item.append(link);
      return item;
    }),
  );
  if (box.parentElement) box.parentElement.hidden = near.length === 0;
}

/** The addresses that somebody who typed `path` may have meant, the nearest first. Pure. */
export function nearPaths(path: string, all: readonly string[]): string[] {
  const asked = pieces(path);
  const last = asked.at(-1) ?? '';
  const limit = Math.max(2, Math.floor(last.length / 4));
  return all
    .flatMap((url) => {
      const own = pieces(url);
      const name = own.at(-1) ?? '';
      // A right name in the wrong place is nearer than a like name in the right one.
      const place = own.length === asked.length && own[0] === asked[0] ? 0 : 1;
      const distance = editDistance(last, name, limit);
      const words = sharedWords(last, name);
      if (name !== '' && distance <= limit) return [{ url, far: distance + place }];
      return words > 0.6 ? [{ url, far: limit + 2 - words + place }] : [];
    })
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ url }) => url);
}

const pieces = (path: string): string[] => path.toLowerCase().split('/').filter(Boolean);

/** How many of the words of a name stand in another, between 0 and 1. */
function sharedWords(asked: string, name: string): number {
  const words = asked.split('-').filter(Boolean);
  const own = new Set(name.split('-'));
  return words.length < 2 ? 0 : words.filter((word) => own.has(word)).length / words.length;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
