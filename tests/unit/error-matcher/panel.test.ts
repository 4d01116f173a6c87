import { describe, expect, it } from 'vitest';
import { firstStepOf } from '../../../src/content/first-step.ts';
import { readNote } from '../../../src/content/read-note.ts';
import { fillCommand, valuesOf } from '../../../src/error-matcher/values.ts';

const BODY = `---
title: Taken
---

In short: ask \`docker ps\` who has it, see [ports](/docker/publish-ports/).

## Fix {#fix}

<Steps>

1. Read the message.

2. Ask who publishes
   the port.

   \`\`\`sh
   docker ps \\
     --filter publish=<PORT>
   \`\`\`

</Steps>

## Check {#check}
`;

const stepOf = (text: string) => firstStepOf(readNote('content/troubleshooting/x.mdx', text));

describe('firstStepOf', () => {
  it('is the answer in short and the first step with a command', () => {
    expect(stepOf(BODY)).toEqual({
      short: 'Ask `docker ps` who has it, see ports.',
      step: 'Ask who publishes the port.',
      code: 'docker ps \\\n  --filter publish=<PORT>',
    });
  });
  it('does without a command', () => {
    expect(stepOf('---\ntitle: Wait\n---\n\nIn short: wait.\n\n## Fix {#fix}\n\n1. Wait.\n')).toEqual({
      short: 'Wait.',
    });
  });
});

describe('values of a log in a command', () => {
  it.each([
    [{ address: '0.0.0.0:8080' }, 'port', '8080'],
    [{ container: 'web' }, 'container', 'web'],
    [{ host: 'orders:3000' }, 'service', 'orders'],
    [{ host: 'orders' }, 'service', 'orders'],
    [{ host: 'localhost:3000' }, 'service', undefined],
    [{ host: 'registry.example.com' }, 'service', undefined],
    [{ host: '192.0.2.10:3000' }, 'service', undefined],
    [{ pod: 'api-1_shop(5f0c)' }, 'pod', 'api-1'],
    [{ pod: 'api-1_shop(5f0c)' }, 'namespace', 'shop'],
    [{ name: '/web' }, 'container', 'web'],
    [{ name: 'web' }, 'container', undefined],
    [{ kind: 'Deployment', name: 'web' }, 'deployment', 'web'],
    [{ address: '192.0.2.10:2377' }, 'manager_ip', '192.0.2.10'],
    [{ image: 'registry.example.com:5000/shop/api:1.4' }, 'registry', 'registry.example.com:5000'],
    [{ image: 'registry.example.com:5000/shop/api:1.4' }, 'repository', 'shop/api'],
    [{ image: 'registry.example.com:5000/shop/api:1.4' }, 'tag', '1.4'],
    [{ image: 'nginx' }, 'repository', 'nginx'],
    [{ image: 'nginx' }, 'registry', undefined],
    [{ url: 'https://localhost:5000/v2/shop/api/manifests/1.4' }, 'registry', 'localhost:5000'],
    [{ url: 'https://localhost:5000/v2/shop/api/manifests/1.4' }, 'repository', 'shop/api'],
    [{ url: 'https://localhost:5000/v2/shop/api/manifests/1.4' }, 'tag', '1.4'],
    [{ url: 'https://localhost:5000/v2/shop/api/blobs/uploads/' }, 'repository', 'shop/api'],
    [{ url: 'https://localhost:5000/v2/shop/api/blobs/uploads/' }, 'tag', undefined],
    [{ url: 'https://localhost:5000/v2/shop/api/manifests/sha256:4b7c' }, 'tag', undefined],
    [{ url: 'https://localhost:5000/v2/shop/api/manifests/sha256:4b7c' }, 'repository', 'shop/api'],
    [{ url: 'https://cluster.example.com/api/v1/pods' }, 'registry', undefined],
    [{ network: 'shop-net' }, 'network', 'shop-net'],
    [{ network: 'shop-net', endpoints: 'name:"web" id:"3f2a91c0d1b4"' }, 'container', 'web'],
    [{ network: 'b0d1ee78ccd2566f0a7ac71c0d928ac4fa466add4c52d3f3bd0dee57bdc0dd0c' }, 'network', undefined],
    [{ network: 'k3x9w2m7qd1p5tz8vbn4hjy6c' }, 'network', undefined],
  ])('%j gives %s', (holes, name, value) => {
    expect(valuesOf(holes as Record<string, string>)[name]).toBe(value);
  });
  it.each(['a b', '$(reboot)', '`x`', 'a;b', "a'b", 'a\nb', '-'.repeat(200)])(
    '%j is never put into a command',
    (value) => {
      expect(valuesOf({ container: value })).toEqual({});
    },
  );
  it('what is not known keeps its name', () => {
    expect(fillCommand('docker logs <CONTAINER> --since <AGE>', { container: 'web' })).toEqual([
      { text: 'docker logs ' },
      { text: 'web', filled: true },
      { text: ' --since ' },
      { text: '<AGE>', filled: false },
    ]);
  });
});
