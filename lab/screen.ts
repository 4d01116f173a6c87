/** What a terminal shows at the end, from the bytes that a program sent to it: enough of a screen for progress bars. Pure. */

/** Carries out carriage returns, cursor movements and erasing; colours are dropped. */
export function finalScreen(bytes: string): string {
  const lines: string[][] = [[]];
  let [row, column] = [0, 0];
  const at = (): string[] => {
    while (lines.length <= row) lines.push([]);
    return lines[row] as string[];
  };
  for (const match of bytes.matchAll(
    /\u001b\[([0-9;?]*)([A-Za-z])|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[()=>78][0-9A-B]?|([\s\S])/gu,
  )) {
    const [, parameters = '', final, char] = match;
    const count = Number(parameters.split(';')[0] || 1);
    if (final === 'A') row = Math.max(0, row - count);
    else if (final === 'B') row += count;
    else if (final === 'C') column += count;
    else if (final === 'D') column = Math.max(0, column - count);
    else if (final === 'G') column = Math.max(0, count - 1);
    else if (final === 'F') [row, column] = [Math.max(0, row - count), 0];
    else if (final === 'E') [row, column] = [row + count, 0];
    else if (final === 'K') at().splice(parameters === '1' || parameters === '2' ? 0 : column);
    else if (final === 'J' && parameters !== '1') {
      at().splice(column);
      lines.splice(row + 1);
    } else if (char === '\n') {
      row++;
      column = 0;
    } else if (char === '\r') column = 0;
    else if (char === '\b') column = Math.max(0, column - 1);
    else if (char !== undefined && char >= ' ') {
      const line = at();
      while (line.length < column) line.push(' ');
      line[column++] = char;
    } else if (char === '\t') column = (Math.floor(column / 8) + 1) * 8;
  }
  return lines
    .map((line) =>
      Array.from(line, (char) => char ?? ' ')
        .join('')
        .trimEnd(),
    )
    .join('\n')
    .trimEnd();
}
