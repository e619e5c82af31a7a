/** Texts in lines of a width, as the bundled font writes them. */
import { type Style, widthOf } from './font.ts';

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text in as few lines as a width allows, of about the same length; broken between words, and in a word that is wider than a
 * line between letters. Never empty.
 */
export function wrap(text: string, width: number, style: Style): string[] {
  const words = text
    .split(' ')
    .flatMap((word) => broken(word, width, style))
    .map((word) => ({ word, width: widthOf(word, style) }));
  const space = widthOf(' ', style);
  const lines = filled(words, width, space);
  let [least, most] = [width / 2, width];
  // The narrowest width that needs no more lines.
  while (lines.length > 1 && most - least > 8) {
    const middle = (least + most) / 2;
    if (filled(words, middle, space).length > lines.length) least = middle;
    else most = middle;
  }
  return filled(words, most, space);
}

interface Word {
  readonly word: string;
  readonly width: number;
}

function filled(words: readonly Word[], most: number, space: number): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  let used = 0;
  for (const { word, width } of words) {
    if (line !== undefined && used + space + width <= most) {
      line += ` ${word}`;
      used += space + width;
    } else {
      if (line !== undefined) lines.push(line);
      line = word;
      used = width;
    }
  }
  return [...lines, line ?? ''];
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
