/** Signs that nobody sees, told by their code points. */

/** A word of plain letters, such as an id or a date, in which a sign without width does nothing but keep it from being found. */
const word = /^(?=.*[!-~])[!-~]*(?<sign>[\u00ad\u200b-\u200f\u2060-\u2064])[!-~\u00ad\u200b-\u200f\u2060-\u2064]*$/u;

/** What is wrong with a word that is not what it looks like, as the end of a sentence; undefined where it looks like what it is. */
export function unseenIn(text: string): string | undefined {
  const sign = word.exec(text)?.groups?.['sign'];
  return sign === undefined ? undefined : holdsUnseen(sign);
}

/** The same of a sign that was found. */
export function holdsUnseen(sign: string): string {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `holds the invisible character U+${code}; remove it`;
}
