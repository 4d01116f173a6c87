import { describe, expect, it } from 'vitest';
import { checkCode, type Knowledge } from '../../src/checks/code.ts';
import { loadCommands } from '../../src/checks/commands/grammar.ts';
import { compileForms } from '../../src/checks/commands/obsolete.ts';
import { readNote } from '../../src/content/read-note.ts';
import { formatFinding } from '../../src/lib/finding.ts';

const KNOWN: Knowledge = {
  parser: await loadCommands(),
  examples: new Map([
    ['CONTAINER', 'web'],
    ['IMAGE', 'shop/api:1.4'],
    ['PORT', '8080'],
  ]),
  forms: compileForms([
    { id: 'compose-v1', now: '`docker compose up`', find: ['(^|[\\s;|&(])docker-compose\\s+[a-z-]'] },
    { id: 'maintainer', now: '`LABEL`', find: ['(^|\\n)MAINTAINER[ \\t]'] },
  ]),
};

const page = (body: string, tools = 'docker') =>
  `---\ntitle: A note\ntools: [${tools}]\n---\n\n## First {#first}\n\n${body}\n`;
const sh = (code: string, meta = '') => `\`\`\`sh${meta}\n${code}\n\`\`\``;
const check = (body: string, tools?: string) =>
  checkCode(readNote('content/docker/a-note.mdx', page(body, tools)), KNOWN).findings.map(formatFinding);

describe('a note whose commands are right', () => {
  it('passes without a word', () => {
    expect(check(`${sh('docker ps --all\ndocker logs <CONTAINER>')}\n\nSee \`docker ps\`, \`<Was>\` no.\n`)).toEqual(
      [],
    );
  });
  it('passes with a sequence that waits at its end only, and with a list that waits anywhere', () => {
    expect(check(sh('docker run --detach --name web nginx:1.29\ndocker logs --follow web', ' sequence'))).toEqual([]);
    expect(check(sh('docker logs --follow web\ndocker ps'))).toEqual([]);
  });
  it('passes in list items, tables and strings of components', () => {
    expect(
      check(
        `<Steps>\n\n1. Look.\n\n   ${sh('docker ps').replaceAll('\n', '\n   ')}\n\n</Steps>\n\n| a | b |\n| --- | --- |\n| x | \`docker ps \\| wc -l\` |\n\n<Danger title="t" lost="x" look="\`docker ps\`" undo="none" />`,
      ),
    ).toEqual([]);
  });
});

describe('each rule stops the build', () => {
  const cases: [string, string, RegExp][] = [
    [
      'a wrong flag in a block, with file and line',
      sh('docker ps\ndocker ps --al'),
      /^content\/docker\/a-note\.mdx:10: unknown flag --al of docker ps\n {4}allowed: --all[\s\S]*did you mean --all\?/,
    ],
    [
      'a wrong flag in a list item, at its line',
      `1. Look.\n\n   ${sh('docker ps\ndocker ps --al').replaceAll('\n', '\n   ')}`,
      /:12: unknown flag --al/,
    ],
    [
      'a wrong command in inline code',
      `${sh('docker ps')}\n\nUse \`docker rmm web\`.`,
      /:12: unknown sub-command: docker rmm[\s\S]*did you mean "docker rm/,
    ],
    [
      'a wrong command in a table cell',
      `${sh('docker ps')}\n\n| a | b |\n| --- | --- |\n| x | \`docker ps --al\` |`,
      /:14: unknown flag --al/,
    ],
    [
      'a wrong command in a string of a component',
      `${sh('docker ps')}\n\n<Danger title="t" lost="x" look="\`docker ps --al\`" undo="none" />`,
      /:12: unknown flag --al/,
    ],
    ['a wrong command in a PowerShell block', '```powershell\ndocker ps --al\n```', /:9: unknown flag --al/],
    ['a syntax error', sh('docker ps "'), /shell syntax/],
    [
      'commands of Docker and of a cluster in one list',
      sh('docker ps\nkubectl get pods'),
      /:10: kubectl get in one list with docker ps[\s\S]*<Tabs kind="tool">/,
    ],
    ['a sequence of one command', sh('docker ps', ' sequence'), /:9: a sequence of one command/],
    [
      'a sequence that deletes',
      `${sh('docker stop web\ndocker rm --volumes web', ' sequence')}\n\n<Danger title="t" lost="x" look="y" undo="z" />`,
      /:10: docker rm[^\n]* in a sequence[\s\S]*copied by itself/,
    ],
    ...[
      'docker logs --follow web',
      'docker exec -it web sh',
      'read -rs PASSWORD',
      'kubectl port-forward pod/web 80:80',
    ].map((waits): [string, string, RegExp] => [
      `a sequence that waits before its end: ${waits}`,
      sh(`${waits}\ndocker ps`, ' sequence'),
      /:9: .*, which waits, before the end of a sequence/,
    ]),
    [
      'a block marked wrong that is right',
      sh('docker ps', ' wrong="a reason"'),
      /marked wrong="a reason" in which nothing is wrong/,
    ],
    ['<Was> around a form that holds', `${sh('docker ps')}\n\nNot <Was>docker ps</Was>.`, /<Was> around "docker ps"/],
    [
      'an obsolete form in a block, naming the entry',
      `${sh('docker ps\ndocker-compose up')}`,
      /:10: an obsolete form, "docker-compose u"[\s\S]*<Changed id="compose-v1" \/>/,
    ],
    ['an obsolete form in inline code', `${sh('docker ps')}\n\nUse \`docker-compose up\`.`, /compose-v1/],
    ['an obsolete form in a file', `${sh('docker ps')}\n\n\`\`\`dockerfile part\nMAINTAINER a\n\`\`\``, /maintainer/],
    [
      'an undeclared placeholder',
      sh('docker logs <CONTANER>'),
      /<CONTANER>, which is not declared[\s\S]*did you mean <CONTAINER>\?/,
    ],
    ['an undeclared placeholder in inline code', `${sh('docker ps')}\n\n\`docker logs <NOBODY>\``, /<NOBODY>/],
    [
      'a placeholder in lower case',
      sh('docker cp <container>:/a .'),
      /^[^\n]*:9: <container>, a placeholder in lower case\n.*\n.*write <CONTAINER>$/,
    ],
    [
      'one in inline code',
      `${sh('docker ps')}\n\n\`docker logs <container>\``,
      /:12: <container>, a placeholder in lower case/,
    ],
    ['a tool a letter off', sh('docker ps\ndoker ps'), /:10: doker, which is no program[\s\S]*did you mean docker\?/],
    ['one in inline code', `${sh('docker ps')}\n\nRun \`dokcer ps\`.`, /:12: dokcer, which is no program/],
    ['a port that no machine has', sh('docker run --publish 8080:99999 nginx'), /:9: port 99999 in "8080:99999"/],
    ['one to forward', sh('docker ps\nkubectl port-forward pod/web 80800:80'), /:10: port 80800/],
    ['an argument of a list', sh('docker ps web'), /:9: docker ps with an argument: web[\s\S]*--filter/],
    [
      'a field that a list does not have',
      sh("docker ps --format '{{.Nmes}}'"),
      /:9: the field \.Nmes[\s\S]*did you mean \.Names\?/,
    ],
    ['a variable that nothing sets', sh('docker logs $NAME'), /\$NAME, which nothing sets/],
    ['a destructive command without a caution', sh('docker system prune'), /docker system prune loses[\s\S]*<Danger/],
    [
      'a destructive command whose caution stands in another section',
      `${sh('docker volume rm data')}\n\n## Second {#second}\n\n<Danger title="t" lost="x" look="x" undo="x" />`,
      /docker volume rm loses/,
    ],
    [
      'a destructive row of a table',
      `${sh('docker ps')}\n\n| a | b |\n| --- | --- |\n| x | \`docker volume prune --all\` |`,
      /docker volume prune loses/,
    ],
    [
      'a tool that the front matter forgets',
      sh('docker ps\nkubectl get pods'),
      /:3: tools without kubectl, which line 10 calls/,
    ],
    ['a tool that the front matter claims', 'Nothing.', /:3: tools with docker, of which no call stands on the page/],
    [
      'YAML without its kind',
      `${sh('docker ps')}\n\n\`\`\`yaml\na: b\n\`\`\``,
      /a yaml block without its kind\n {4}allowed: yaml compose, yaml k8s/,
    ],
    ['JSON without its kind', `${sh('docker ps')}\n\n\`\`\`json\n{}\n\`\`\``, /a json block without its kind/],
    ['a block of an unknown language', `${sh('docker ps')}\n\n\`\`\`ruby\na\n\`\`\``, /a block of "ruby"/],
  ];
  it.each(cases)('%s', (_, body, expected) => {
    const found = check(body);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toMatch(expected);
  });
});

describe('what a mark allows passes', () => {
  it.each([
    ['a wrong block that is wrong', `${sh('docker ps')}\n\n${sh('docker ps --al', ' wrong="no such flag"')}`],
    ['a wrong block with an obsolete form', `${sh('docker ps')}\n\n${sh('docker-compose up', ' wrong="retired"')}`],
    [
      '<Was> around an obsolete form',
      `${sh('docker ps')}\n\nOnce <Was>docker-compose up</Was>, once <Was>\`helm init\`</Was>, once <Was>--server-dry-run</Was>.`,
    ],
    ['an output that shows an old form', `${sh('docker ps')}\n\n\`\`\`output\ndocker-compose up\n\`\`\``],
    [
      'a destructive command with its caution',
      `<Danger title="t" lost="x" look="x" undo="x" />\n\n${sh('docker system prune --force')}`,
    ],
    ['a rehearsal', `${sh('kubectl get pods\nkubectl delete pod web --dry-run=server')}`, 'kubectl'],
    ['a sequence across two tools', sh('docker build .\nkubectl get pods', ' sequence'), 'docker, kubectl'],
    ['a variable that the page sets', `${sh('NAME=web\ndocker logs "$NAME"')}\n\n${sh('docker stop $NAME $HOME')}`],
    ['a variable in another shell', `${sh('docker ps')}\n\n${sh('echo $POSTGRES_USER', ' where="in the container"')}`],
    ['docker build under either name', sh('docker build .'), 'docker'],
  ])('%s', (_, body, tools?: string) => expect(check(body, tools)).toEqual([]));
});
