/** Texts in lines of a width, as the bundled font writes them. */
import { type Style, widthOf } from './font.ts';

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text in lines, broken between words; a word that is wider than a line, between letters. Never empty. */
export function wrap(text: string, width: number, style: Style): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => broken(each, width, style))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, style) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function broken(word: string, width: number, style: Style): string[] {
  if (widthOf(word, style) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of signs.segment(word)) {
    if (part !== '' && widthOf(part + segment, style) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
