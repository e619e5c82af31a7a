/** What a word is made of. */

/** Abbreviations with dots, numbers with separators, names with a number (Petrel-2), words with an apostrophe inside. */
const wordPattern = patternOf({ capitals: '\\p{Lu}', letters: '\\p{L}', digits: '\\p{N}', marks: '\\p{M}' }, 'gu');

/**
 * The same among the letters of western Europe: where there is a typographic quotation mark or apostrophe, every letter of
 * every script takes seven times as long to look for.
 */
const westernText = /^[\0-\x7fÀ-ÖØ-öø-ÿ‘’“”–—…]*$/;
const westernPattern = patternOf({ capitals: 'A-ZÀ-ÖØ-Þ', letters: 'A-Za-zÀ-ÖØ-öø-ÿ', digits: '0-9', marks: '' }, 'g');

function patternOf(
  { capitals, letters, digits, marks }: Record<'capitals' | 'letters' | 'digits' | 'marks', string>,
  flags: string,
): RegExp {
  const abbreviation = `(?:[${capitals}]\\.){2,}`;
  const separated = `[${digits}]+(?:[.,][${digits}]+)+`;
  const numbered = `[${letters}][${letters}${marks}]*-[${digits}]{1,3}(?![${letters}${digits}])`;
  const word = `[${letters}${digits}${marks}]+(?:['’ʼ][${letters}${marks}]+)*`;
  return new RegExp(`${abbreviation}|${separated}|${numbered}|${word}`, flags);
}

/** Finds every word of a text. */
export function patternFor(text: string): RegExp {
  return westernText.test(text) ? westernPattern : wordPattern;
}
