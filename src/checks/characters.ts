/** Characters that nobody sees and that break what is copied, or the file itself. Pure. */
import type { ParsedNote } from '../content/read-note.ts';
import type { Finding } from '../lib/finding.ts';

/** Signs by their name, what is wrong with each, and what to do; in the whole text of a note. */
const ANYWHERE: readonly (readonly [RegExp, string, string])[] = [
  [
    /\uFFFD/,
    'a replacement character: the file was not saved as UTF-8',
    'save the file as UTF-8, and type the sign again',
  ],
  [/[\u200B-\u200D\u2060\uFEFF]/, 'a character without width', 'remove it; type the words around it again'],
  [/[\u202A-\u202E\u2066-\u2069]/, 'a character that turns the direction of text', 'remove it'],
  [/[^\P{Cc}\n\t]/u, 'a control character', 'remove it'],
];

/** Signs that are right in a sentence and wrong in a command or a file. */
const IN_CODE: readonly (readonly [RegExp, string, string])[] = [
  [/\u00A0|\u202F/, 'a no-break space, which a shell takes for part of the word', 'type a plain space'],
  [/[\u2018\u2019\u201C\u201D]/, 'curly quotes', 'type straight quotes'],
  [/[\u2013\u2014](?=\w)/, 'a dash where an option begins', 'type -- or -'],
];

/** Looks at the text as it is stored, and at code more closely. */
export function checkCharacters({ file, text, fences, spans }: ParsedNote): Finding[] {
  if (text.startsWith('\uFEFF'))
    return [
      {
        file,
        line: 1,
        found: 'a byte order mark at the beginning of the file',
        allowed: 'UTF-8 without one',
        fix: 'save the file as UTF-8 without BOM',
      },
    ];
  if (text.includes('\r\n'))
    return [
      {
        file,
        line: 1,
        found: 'line ends of Windows (CRLF)',
        allowed: 'LF',
        fix: 'run "git add --renormalize ." once, or set your editor to LF',
      },
    ];
  const at = (line: number, found: string, fix: string): Finding => ({
    file,
    line,
    found,
    allowed: 'characters that a reader sees and can type',
    fix,
  });
  const lines = text.split('\n');
  const conflict = lines.findIndex((line) => /^(<{7}|>{7}) /.test(line));
  if (conflict >= 0)
    return [
      {
        file,
        line: conflict + 1,
        found: 'the marks of a merge that was not finished',
        allowed: 'a text without <<<<<<< and >>>>>>>',
        fix: 'keep one of the two sides and take the marks out',
      },
    ];
  const everywhere = lines.flatMap((line, index) =>
    ANYWHERE.filter(([sign]) => sign.test(line)).map(([, found, fix]) => at(index + 1, found, fix)),
  );
  const code = [
    ...fences
      .filter(({ lang }) => lang !== 'output' && lang !== 'text')
      .flatMap(({ code, line }) => code.split('\n').map((written, index) => ({ text: written, line: line + index }))),
    ...spans.filter(({ was }) => !was),
  ];
  return [
    ...everywhere,
    ...code.flatMap(({ text: written, line }) =>
      IN_CODE.filter(([sign]) => sign.test(written)).map(([, found, fix]) =>
        at(line, `${found}, in "${written.trim().slice(0, 60)}"`, fix),
      ),
    ),
  ];
}
