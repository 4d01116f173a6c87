import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../../src/checks/commands/grammar.ts';
import { statementsOf } from '../../../src/checks/commands/statements.ts';

const parser = await loadCommands();

describe('statementsOf', () => {
  it.each([
    ['one line is one command', 'docker ps', ['docker ps']],
    ['lines are commands', 'docker ps\ndocker images', ['docker ps', 'docker images']],
    ['a backslash goes on', 'docker run \\\n  nginx:1.29\ndocker ps', ['docker run \\\n  nginx:1.29', 'docker ps']],
    ['a comment belongs to what follows', '# look\ndocker ps', ['# look\ndocker ps']],
    ['an open quote goes on', "sh -c 'a\nb'\nls", ["sh -c 'a\nb'", 'ls']],
    ['a here-document is one command', 'cat <<EOF\na\nEOF\nls', ['cat <<EOF\na\nEOF', 'ls']],
    ['a loop is one command', 'for i in 1 2; do\n  echo $i\ndone\nls', ['for i in 1 2; do\n  echo $i\ndone', 'ls']],
    ['a pipe at the end goes on', 'docker ps |\n  wc -l', ['docker ps |\n  wc -l']],
    ['an apostrophe in a comment opens nothing', "docker ps # it's fine\nls", ["docker ps # it's fine", 'ls']],
    ['a word of the shell in an argument opens nothing', 'echo what to do\nls', ['echo what to do', 'ls']],
    ['two commands in a line are copied together', 'a; b\nc', ['a; b', 'c']],
    ['a command goes on into the lines of the one beside it', 'a; sh -c "x\ny"\nc', ['a; sh -c "x\ny"', 'c']],
    ['and the one beside that', 'a; sh -c "x\ny"; sh -c "u\nv"\nc', ['a; sh -c "x\ny"; sh -c "u\nv"', 'c']],
    ['a comment behind the last command belongs to it', 'ls\n# done', ['ls\n# done']],
    ['two comments and nothing else are shown', '# one\n# two', ['# one\n# two']],
    ['a here-document at the end is whole', 'cat <<EOF\na\nEOF', ['cat <<EOF\na\nEOF']],
    ['more than ten commands keep their order', 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl', [...'abcdefghijkl']],
    ['nothing is no command', '', []],
    ['empty lines are no commands', 'ls\n\npwd\n', ['ls', 'pwd']],
  ])('%s', (_, code, expected) => {
    expect(statementsOf(parser, code, code, 'sh')).toEqual(expected);
  });
});

describe('statementsOf, in PowerShell and cmd', () => {
  it('goes on after a backtick, and after a caret', () => {
    const powershell = 'docker run `\n  --rm `\n  alpine\n# look\ndocker ps';
    expect(statementsOf(parser, powershell, powershell, 'powershell')).toEqual([
      'docker run `\n  --rm `\n  alpine',
      '# look\ndocker ps',
    ]);
    // A caret is text to PowerShell, and a backtick to cmd.
    expect(statementsOf(parser, 'a ^\nb', 'a ^\nb', 'powershell')).toEqual(['a ^', 'b']);
    expect(statementsOf(parser, 'a `\nb', 'a `\nb', 'cmd')).toEqual(['a `', 'b']);
    expect(statementsOf(parser, 'rem one\n:: two\ndir', 'rem one\n:: two\ndir', 'cmd')).toEqual([
      'rem one\n:: two\ndir',
    ]);
    const cmd = 'docker run ^\n  alpine\ndocker ps';
    expect(statementsOf(parser, cmd, cmd, 'cmd')).toEqual(['docker run ^\n  alpine', 'docker ps']);
  });
});
