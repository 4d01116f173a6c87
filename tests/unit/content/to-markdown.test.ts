import { describe, expect, it } from 'vitest';
import { readNote } from '../../../src/content/read-note.ts';
import { toPlainMarkdown } from '../../../src/content/to-markdown.ts';

describe('plain Markdown', () => {
  const sources = {
    file: (path: string) => (path.endsWith('.svg') ? '<svg><desc>Two boxes.</desc></svg>' : 'services: {}\n'),
    change: () => ({ was: '`a`', now: '`b`', since: '2', why: 'c' }),
    language: () => 'yaml',
    address: (path: string) => (path.startsWith('/') ? `https://x${path}` : path),
  };
  it('words that a component held become a paragraph, and blocks stay apart', () => {
    const body = 'One.\n\n<Sidenote>Beside `it`.</Sidenote>\n\nTwo.\n\n- a\n\n  <Aside title="T">in a list</Aside>\n';
    const { tree } = readNote('content/docker/b.mdx', body);
    expect(toPlainMarkdown({ title: 'T', url: 'https://x/' }, tree, sources)).toContain(
      'One.\n\nBeside `it`.\n\nTwo.\n\n- a\n',
    );
  });
  it('tabs follow one another, each below its name', () => {
    const body =
      '<Tabs kind="tool">\n\n<Tab name="Docker">\n\n```sh\ndocker ps\n```\n\n</Tab>\n\n<Tab name="Kubernetes">\n\nSo:\n\n```sh\nkubectl get pods\n```\n\n</Tab>\n\n</Tabs>\n';
    const { tree } = readNote('content/docker/b.mdx', body);
    expect(toPlainMarkdown({ title: 'T', url: 'https://x/' }, tree, sources)).toContain(
      '**Docker**\n\n```sh\ndocker ps\n```\n\n**Kubernetes**\n\nSo:\n\n```sh\nkubectl get pods\n```\n',
    );
  });
  it('its links lead to the site from wherever it is read', () => {
    const { tree } = readNote('content/docker/b.mdx', 'One [a](/docker/a/#b), [c](#c), [d](https://example.com/).\n');
    expect(toPlainMarkdown({ title: 'T', url: 'https://x/' }, tree, sources)).toContain(
      'One [a](https://x/docker/a/#b), [c](#c), [d](https://example.com/).',
    );
  });
  it('unfolds components and leaves fences alone', () => {
    const body =
      '## One {#one}\n\n<Changed id="x" />\n\n<Example file="a.yaml" />\n\n<Danger title="T" lost="L > `M`" look="K" undo="U" />\n\n<Figure file="a.svg" title="F">cap</Figure>\n\n```sh\n<Steps>\n```\n';
    const { tree } = readNote('content/docker/a.mdx', body);
    const text = toPlainMarkdown({ title: 'T', url: 'https://x/', errors: ['boom {x}'] }, tree, sources);
    expect(text).toContain('# T\n\nSource: <https://x/>\n\n```text\nboom {x}\n```');
    expect(text).toContain('## One\n');
    expect(text).toContain('> **Was:** `a`');
    expect(text).toContain('```yaml\nservices: {}\n```');
    expect(text).toContain('> Lost: L > `M`');
    expect(text).toMatch(/Two boxes\.\n\ncap/);
    expect(text).toContain('```sh\n<Steps>\n```');
  });
});
