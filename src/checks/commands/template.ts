/** Go templates: balanced, and only functions that are there. Pure. */

import type { Problem } from '../../lib/finding.ts';
import { nearest } from '../../lib/nearest.ts';

const GO =
  'and call html index slice js len not or print printf println urlquery eq ne lt le gt ge break continue true false nil'.split(
    ' ',
  );
const DOCKER = 'json split join title lower upper pad truncate table'.split(' ');
const KUBECTL = 'exists base64decode'.split(' ');
const HELM =
  'include required tpl toYaml toYamlPretty fromYaml fromYamlArray toJson fromJson fromJsonArray toToml fromToml mustToYaml mustToJson mustToToml lookup getHostByName abbrev abbrevboth trunc trim trimAll trimSuffix trimPrefix upper lower title untitle repeat substr nospace initials randAlphaNum randAlpha randNumeric randAscii randBytes wrap wrapWith contains hasPrefix hasSuffix quote squote cat indent nindent replace plural snakecase camelcase kebabcase swapcase shuffle regexMatch mustRegexMatch regexFindAll regexFind mustRegexFind regexReplaceAll mustRegexReplaceAll regexReplaceAllLiteral regexSplit regexQuoteMeta default empty fail coalesce all any compact mustCompact ternary join sortAlpha splitList split splitn add add1 sub div mod mul max min floor ceil round len atoi int int64 float64 toDecimal toString toStrings list first rest last initial append mustAppend prepend concat reverse uniq without has mustHas chunk slice until untilStep seq dict get set unset hasKey pluck dig merge mustMerge mergeOverwrite keys pick omit values deepCopy mustDeepCopy dateInZone date dateModify htmlDate htmlDateInZone now ago duration durationRound toDate mustToDate unixEpoch b64enc b64dec b32enc b32dec sha1sum sha256sum sha512sum adler32sum derivePassword genPrivateKey genCA genSelfSignedCert genSignedCert htpasswd encryptAES decryptAES uuidv4 typeOf typeIs typeIsLike kindOf kindIs deepEqual semver semverCompare urlParse urlJoin base dir clean ext isAbs osBase osDir'.split(
    ' ',
  );

const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  docker: new Set([...GO, ...DOCKER]),
  compose: new Set([...GO, ...DOCKER]),
  buildx: new Set([...GO, ...DOCKER]),
  kubectl: new Set([...GO, ...KUBECTL]),
  helm: new Set([...GO, ...HELM]),
};
const OPENERS = /^(if|range|with|define|block)\b/;

/** What is wrong with a template of a tool. */
export function checkTemplate(text: string, tool: string): Problem[] {
  const problems: Problem[] = [];
  const open: { word: string; line: number }[] = [];
  const lineAt = (index: number) => text.slice(0, index).split('\n').length - 1;
  const report = (index: number, found: string, allowed: string, fix: string): void =>
    void problems.push({ line: lineAt(index), found, allowed, fix });
  const bare = text.replace(/\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const actions = [...bare.matchAll(/\{\{-?((?:"(?:[^"\\]|\\.)*"|`[^`]*`|(?!\}\})[\s\S])*?)-?\}\}/g)];
  const rest = actions.reduceRight(
    (left, match) =>
      left.slice(0, match.index) + ' '.repeat(match[0].length) + left.slice(match.index + match[0].length),
    bare,
  );
  const stray = /\{\{|\}\}/.exec(rest);
  if (stray)
    report(stray.index, `a template with a lone ${stray[0]}`, '{{ ... }} in pairs', 'close or open the action');
  for (const match of actions) {
    const action = (match[1] ?? '').trim();
    const word = OPENERS.exec(action)?.[1];
    if (word) open.push({ word, line: lineAt(match.index) });
    if (action === 'end' && !open.pop())
      report(
        match.index,
        'a template with {{ end }} and nothing to end',
        'one end for each if, range, with, define, block',
        'take it out',
      );
    if (/^else\b/.test(action) && open.length === 0)
      report(
        match.index,
        'a template with {{ else }} outside of if, range or with',
        'else within if, range or with',
        'take it out',
      );
    const code = action
      .replace(/^(if|else if|else with|else|range|with|define|block|template|end)\b/, '')
      .replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*'/g, '""');
    if ((code.match(/\(/g)?.length ?? 0) !== (code.match(/\)/g)?.length ?? 0))
      report(match.index, `a template with unbalanced brackets: {{ ${action} }}`, '( ) in pairs', 'close the bracket');
    for (const [, name = ''] of code.matchAll(/(?<![.$\w"])([a-zA-Z_]\w*)/g)) {
      const known = KNOWN[tool];
      if (!known || known.has(name)) continue;
      const near = nearest(name, known);
      report(
        match.index,
        `the template function "${name}", which ${tool} does not have`,
        `${[...known].slice(0, 30).join(', ')}${known.size > 30 ? ', ...' : ''}`,
        near ? `did you mean ${near}? A field begins with a dot: .${name}` : `a field begins with a dot: .${name}`,
      );
    }
  }
  for (const { word, line } of open)
    problems.push({
      line,
      found: `a template with {{ ${word} }} and no {{ end }}`,
      allowed: 'one end for each if, range, with, define, block',
      fix: 'add {{ end }}',
    });
  return problems;
}
