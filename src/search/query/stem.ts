/** The word stemmer of index and query (Porter, 1980): `mounting`, `mounted` and `mounts` meet at `mount`. */

const VOWEL = '[aeiouy]';
const CONSONANT = '[^aeiou]';
const START = `^(?:${CONSONANT}[^aeiouy]*)?`;
const SEQUENCE = '[aeiouy][aeiou]*[^aeiou][^aeiouy]*';
const atLeastOne = new RegExp(`${START}${SEQUENCE}`);
const exactlyOne = new RegExp(`${START}${SEQUENCE}(?:[aeiouy][aeiou]*)?$`);
const atLeastTwo = new RegExp(`${START}${SEQUENCE}${SEQUENCE}`);
const hasVowel = new RegExp(`^(?:${CONSONANT}[^aeiouy]*)?${VOWEL}`);
const shortEnd = new RegExp(`^${CONSONANT}[^aeiouy]*${VOWEL}[^aeiouwxy]$`);

const SECOND: Record<string, string> = {
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
};
const THIRD: Record<string, string> = {
  icate: 'ic',
  ative: '',
  alize: 'al',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
};
const secondEnd =
  /^(.+?)(ational|tional|enci|anci|izer|bli|alli|entli|eli|ousli|ization|ation|ator|alism|iveness|fulness|ousness|aliti|iviti|biliti|logi)$/;
const thirdEnd = /^(.+?)(icate|ative|alize|iciti|ical|ful|ness)$/;
const fourthEnd = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;

/** The stem of a lower-case word; words with digits and words of up to three letters stay as they are. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let w = plural(word);
  w = pastAndContinuous(w);
  if (/.y$/.test(w) && hasVowel.test(w.slice(0, -1))) w = `${w.slice(0, -1)}i`;
  w = replaceEnd(w, secondEnd, SECOND);
  w = replaceEnd(w, thirdEnd, THIRD);
  const fourth = fourthEnd.exec(w);
  if (fourth) w = atLeastTwo.test(fourth[1]!) ? fourth[1]! : w;
  else if (/[st]ion$/.test(w) && atLeastTwo.test(w.slice(0, -3))) w = w.slice(0, -3);
  if (w.endsWith('e')) {
    const rest = w.slice(0, -1);
    if (atLeastTwo.test(rest) || (exactlyOne.test(rest) && !shortEnd.test(rest))) w = rest;
  }
  return w.endsWith('ll') && atLeastTwo.test(w) ? w.slice(0, -1) : w;
}

function plural(w: string): string {
  if (/(ss|i)es$/.test(w)) return w.slice(0, -2);
  return /[^s]s$/.test(w) ? w.slice(0, -1) : w;
}

function pastAndContinuous(w: string): string {
  if (w.endsWith('eed')) return atLeastOne.test(w.slice(0, -3)) ? w.slice(0, -1) : w;
  const end = /^(.+?)(ed|ing)$/.exec(w);
  if (!end || !hasVowel.test(end[1]!)) return w;
  const rest = end[1]!;
  if (/(at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/([^aeiouylsz])\1$/.test(rest)) return rest.slice(0, -1);
  return shortEnd.test(rest) ? `${rest}e` : rest;
}

function replaceEnd(w: string, end: RegExp, by: Record<string, string>): string {
  const match = end.exec(w);
  return match && atLeastOne.test(match[1]!) ? match[1]! + by[match[2]!]! : w;
}
