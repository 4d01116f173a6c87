import { describe, expect, it } from 'vitest';
import { exampleOf } from '../../../src/content/data.ts';
import { isSheet, SHEET_WORDS, withValues } from '../../../src/content/sheet-values.ts';

describe('examples of a cheat sheet become values', () => {
  it.each([
    ['kubectl -n shop get pods', 'kubectl -n <NAMESPACE> get pods'],
    ['kubectl create namespace shop', 'kubectl create namespace shop'],
    ['kubectl -n shop rollout undo deployment/web', 'kubectl -n <NAMESPACE> rollout undo deployment/<DEPLOYMENT>'],
    ['docker cp web:/var/log .', 'docker cp <CONTAINER>:/var/log .'],
    ['docker run --detach --name web nginx:1.29', 'docker run --detach --name <CONTAINER> nginx:1.29'],
    ['docker compose logs api', 'docker compose logs <SERVICE>'],
    ['docker service logs web', 'docker service logs web'],
    ['docker run --volume pgdata:/data shop/api:1.4', 'docker run --volume <VOLUME>:/data <IMAGE>'],
    ['helm upgrade shop ./chart', 'helm upgrade <RELEASE> <CHART>'],
  ])('%s', (code, filled) => expect(withValues(code)).toBe(filled));

  it('each word is the example that values.yaml shows for it', () => {
    for (const [name, word] of SHEET_WORDS) expect(word, name).toBe(exampleOf(name));
  });

  it('a sheet is a reference that calls itself one', () => {
    expect(isSheet({ type: 'reference', title: 'kubectl cheat sheet' })).toBe(true);
    expect(isSheet({ type: 'task', title: 'Print a cheat sheet' })).toBe(false);
  });
});
