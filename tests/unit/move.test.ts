import { describe, expect, it } from 'vitest';
import { filesOf, redirect, relink } from '../../scripts/move.ts';

describe('moving a note', () => {
  it('changes the links to it, and no address that ends alike', () => {
    expect(
      relink(
        '[a](/docker/copy/#x) [b](/docker/copy-more/) https://example.com/docker/copy/ examples/docker/copy/',
        'docker/copy',
        'k8s/cp',
      ),
    ).toBe('[a](/k8s/cp/#x) [b](/docker/copy-more/) https://example.com/docker/copy/ examples/docker/copy/');
  });
  it('redirects in order and in one step', () => {
    expect(
      redirect("# head\n- { from: /a/, to: /docker/copy/ }\n- { from: '/z/#x', to: /k8s/ }\n", 'docker/copy', 'k8s/cp'),
    ).toBe(
      "# head\n- { from: /a/, to: /k8s/cp/ }\n- { from: /docker/copy/, to: /k8s/cp/ }\n- { from: '/z/#x', to: /k8s/ }\n",
    );
    expect(redirect('- { from: /a/, to: /b/ }\n', 'docker/copy', 'k8s/cp')).toMatch(/copy.*\n$/);
  });
  it('takes along what lies beside it and what was recorded of it', () => {
    expect(filesOf('docker/copy', 'k8s/cp').map(([, now]) => now)).toEqual([
      'content/k8s/cp.mdx',
      'content/k8s/cp.asks.yaml',
      'content/k8s/cp.lab.yaml',
      'lab/recordings/k8s/cp.yaml',
    ]);
  });
});
