/** The programs of the recipes stop cleanly: a request that is open when SIGTERM comes is answered, and then the process ends with 0. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, fence, folder, freePort, has, run, type Served, serve, standIn } from './run.ts';

afterAll(cleanUp);

/** Replaces text in a file of the folder; throws if it is not there, so that a changed example does not pass unnoticed. */
function edit(file: string, ...changes: readonly (readonly [string, string])[]): void {
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    text = text.replaceAll(from, to);
  }
  writeFileSync(file, text);
}

/** Sends SIGTERM while a slow request is open; tells the answer, the exit code, and whether new requests were refused meanwhile. */
async function stopWhileBusy(server: Served, port: number) {
  const slow = fetch(`http://127.0.0.1:${port}/slow`).then(
    async (answer) => `${answer.status} ${await answer.text()}`,
    (error: Error) => `no answer: ${error.message}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 250));
  server.process.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 250));
  const late = await fetch(`http://127.0.0.1:${port}/`).then(
    () => 'answered',
    () => 'refused',
  );
  const stillThere = server.process.exitCode === null;
  return { slow: await slow, late, stillThere, code: await server.ended };
}

const STOPPED_WELL = { slow: '200 slow\n', late: 'refused', stillThere: true, code: 0 };

describe.skipIf(!has('go', 'version'))('the Go program', () => {
  it('waits for open requests, and its -check answers for it', async () => {
    const place = folder('dockerfile/go');
    const port = await freePort();
    edit(
      join(place, 'main.go'),
      [':8080', `:${port}`],
      [
        'mux.HandleFunc("/", ',
        'mux.HandleFunc("/slow", func(w http.ResponseWriter, _ *http.Request) { time.Sleep(1500 * time.Millisecond); fmt.Fprintln(w, "slow") })\n\tmux.HandleFunc("/", ',
      ],
    );
    const env = { GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local', CGO_ENABLED: '0' };
    expect(run('go', ['build', '-ldflags=-X main.version=1.4', '-o', 'greeting', '.'], env, place).stderr).toBe('');
    const program = join(place, 'greeting');
    expect(run(program, ['-check']).status).toBe(1);
    const server = await serve(program, [], 'listens on');
    expect(run(program, ['-check']).status).toBe(0);
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('Hello from version 1.4\n');
    expect(await stopWhileBusy(server, port)).toEqual(STOPPED_WELL);
    expect(server.output()).toMatch(/stopping, waiting for open requests\n.*stopped\n$/s);
  });
});

/** As much of express as the example uses, on node:http. */
const EXPRESS = `import { createServer } from 'node:http';
export default function express() {
  const routes = new Map();
  const app = (request, response) => {
    response.send = (text) => response.end(text);
    (routes.get(request.url) ?? ((_, r) => { r.statusCode = 404; r.end(); }))(request, response);
  };
  app.get = (path, answer) => routes.set(path, answer);
  app.listen = (port, done) => createServer(app).listen(port, done);
  return app;
}`;

describe('the Node program', () => {
  it('waits for open requests', async () => {
    const place = folder('dockerfile/node');
    const port = await freePort();
    edit(
      join(place, 'server.js'),
      ['3000', String(port)],
      ["from 'express'", "from './express.mjs'"],
      [
        "app.get('/', ",
        "app.get('/slow', (request, response) => setTimeout(() => response.send('slow\\n'), 1500));\napp.get('/', ",
      ],
    );
    writeFileSync(join(place, 'express.mjs'), EXPRESS);
    const server = await serve(process.execPath, ['server.js'], 'listening', { cwd: place });
    expect(await stopWhileBusy(server, port)).toEqual(STOPPED_WELL);
    expect(server.output()).toContain('SIGTERM: stopping, waiting for open requests');
  });

  it('is asked for its health by the line of the Dockerfile', async () => {
    const line = /CMD (\["node", "--eval".*\])/.exec(
      readFileSync('content/examples/dockerfile/node/Dockerfile', 'utf8'),
    );
    const [, ...args] = JSON.parse(line?.[1] ?? '[]') as string[];
    const port = await freePort();
    const ask = args.map((word) => word.replace(':3000/', `:${port}/`));
    expect(run(process.execPath, ask).status).toBe(1);
    const place = folder();
    writeFileSync(
      join(place, 'health.mjs'),
      `import { createServer } from 'node:http'; let ok = true; process.on('SIGUSR2', () => { ok = false; console.log('ill'); });
       createServer((_, r) => { r.statusCode = ok ? 200 : 503; r.end(); }).listen(${port}, '127.0.0.1', () => console.log('up'));`,
    );
    const server = await serve(process.execPath, ['health.mjs'], 'up', { cwd: place });
    expect(run(process.execPath, ask).status).toBe(0);
    server.process.kill('SIGUSR2');
    while (!server.output().includes('ill')) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(run(process.execPath, ask).status).toBe(1);
    server.process.kill();
    await server.ended;
  });
});

describe.skipIf(!has('python3', '--version'))('the Python program', () => {
  it('answers as its page says', () => {
    const place = folder('dockerfile/python');
    writeFileSync(
      join(place, 'flask.py'),
      'class Flask:\n    def __init__(self, name): self.routes = {}\n    def get(self, path):\n        return lambda answer: self.routes.setdefault(path, answer)\n',
    );
    const { stdout } = run(
      'python3',
      ['-c', 'import app; print({p: f() for p, f in app.app.routes.items()})'],
      {},
      place,
    );
    expect(stdout.trim()).toBe("{'/': 'Hello\\n', '/health': 'ok\\n'}");
  });
});

describe('the health check without curl', () => {
  const script = 'content/examples/dockerfile/healthcheck/check-http.sh';
  it('says yes to 200, no to 500, and gives up on a server that does not answer', async () => {
    const port = await freePort();
    const place = folder();
    writeFileSync(
      join(place, 'server.mjs'),
      `import { createServer } from 'node:http';
       createServer((q, r) => { if (q.url === '/never') return; r.statusCode = q.url === '/ill' ? 500 : 200; r.end(); }).listen(${port}, '127.0.0.1', () => console.log('up'));`,
    );
    const server = await serve(process.execPath, ['server.mjs'], 'up', { cwd: place });
    const ask = (path: string) => run('bash', [script, String(port), path]);
    expect(ask('/')).toMatchObject({ status: 0, stdout: expect.stringContaining('200 OK') });
    expect(ask('/ill').status).not.toBe(0);
    const started = Date.now();
    expect(ask('/never').status).toBe(124);
    expect(Date.now() - started).toBeLessThan(10_000);
    server.process.kill();
    await server.ended;
    expect(ask('/').status).not.toBe(0);
  });
  it('is the same file in both folders', () => {
    expect(readFileSync(script, 'utf8')).toBe(readFileSync('content/examples/dockerfile/java/check-http.sh', 'utf8'));
  });
});

describe('a start script', () => {
  it('fills in the two variables, and no other, and becomes the command', () => {
    const place = folder('dockerfile/start-script');
    const path = standIn(place, {
      envsubst: `cp "${place}/site.conf.template" /dev/null; sed "s/\\\${SITE_PORT}/$SITE_PORT/; s/\\\${SITE_NAME}/$SITE_NAME/"`,
      id: 'echo 10001',
    });
    edit(
      join(place, 'docker-entrypoint.sh'),
      ['/etc/site.conf.template', `${place}/site.conf.template`],
      ['/tmp/site.conf', `${place}/site.conf`],
    );
    const { stdout, status } = run(
      'sh',
      [join(place, 'docker-entrypoint.sh'), 'sh', '-c', 'echo "pid $$"; echo "$PPID" > /dev/null'],
      {
        PATH: path,
        SITE_PORT: '8080',
        SITE_NAME: 'shop.example.com',
      },
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^pid \d+\n$/);
    const conf = readFileSync(join(place, 'site.conf'), 'utf8');
    expect(conf).toContain('listen 8080;');
    expect(conf).toContain('server_name shop.example.com;');
    expect(conf).toContain('"$host is up\\n"');
  });

  it('that stays forwards the signal and returns the exit code', async () => {
    const place = folder();
    writeFileSync(join(place, 'watch.sh'), fence('dockerfile/signals-and-pid-1', 'watch.sh'));
    const path = standIn(place, { server: "trap 'echo bye; exit 7' TERM\necho up\nwhile :; do sleep 0.1; done" });
    const server = await serve('sh', ['watch.sh'], 'up', { cwd: place, env: { PATH: path } });
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(7);
    expect(server.output()).toContain('bye');
  });
});
