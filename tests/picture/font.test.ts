import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { canWrite, fontFamily, fontFiles, type Style, weights, widthOf } from '../../src/picture/font.ts';
import { wrap } from '../../src/picture/wrap.ts';

/** How wide the drawing engine writes a text. */
function drawnWidth(text: string, { size, weight }: Style): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="100" font-family="${fontFamily}" font-size="${size}" font-weight="${weights[weight]}"><text y="60">${text}</text></svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [...fontFiles] } }).getBBox()?.width ?? 0;
}

const texts = [
  'Albania gives embassy staff 24 hours to leave',
  'AVATAR To WAVE, LTd. Ty',
  'Wwwwwwwwww Mmmmmmmmmmm',
  'Đại hội đảng bộ tỉnh lần thứ mười bảy',
  'Łucja Żurawska, Skarnvåg – “Næssmark”…',
  'Скарнвог и Ἀθηνᾶ',
  'Sat 11 Apr (day uncertain) · 10:30',
];

test.for(texts)('‘%s’ is measured as it is drawn', (text) => {
  for (const weight of ['regular', 'bold'] as const) {
    const style = { size: 36, weight };
    const [measured, drawn] = [widthOf(text, style), drawnWidth(text, style)];
    // Kerning brings letters together; the drawn box leaves out the space beside the first and the last.
    expect(measured).toBeGreaterThan(drawn - 1);
    expect(measured).toBeLessThan(drawn * 1.08 + 8);
  }
});

test('the font has the letters of Latin, Greek and Cyrillic, and says which it lacks', () => {
  for (const text of [...texts, 'e\u0301x a\u200db', '¿Qué? ñ ß ő ş ğ ı İ ț ậ ƒ', '€ £ ₺ % ‰ № § † ° × ½ → −'])
    expect([text, canWrite(text)]).toEqual([text, true]);
  for (const text of ['東京', 'שלום', 'مرحبا', 'हिन्दी', '한국어', 'ไทย', '😀', '🇦🇱', '\ue000', '\ud800'])
    expect([text, canWrite(text)]).toEqual([text, false]);
});

test('a text is broken between words into lines of about the same length', () => {
  const style = { size: 36, weight: 'bold' } as const;
  expect(wrap("Elite agents force the embassy's door", 600, style)).toEqual([
    'Elite agents force',
    "the embassy's door",
  ]);
  expect(wrap('Dockers walk out', 600, style)).toEqual(['Dockers walk out']);
  const name = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
  const lines = wrap(name, 600, style);
  expect(lines.join('')).toBe(name);
  expect(lines.every((line) => widthOf(line, style) <= 600)).toBe(true);
  expect(wrap('', 600, style)).toEqual(['']);
  // Days with a dash between them are one word.
  for (let width = 120; width < 900; width += 10)
    expect(wrap('The bridge was closed on 1–7 June 2026', width, style)).toContainEqual(expect.stringContaining('1–7'));
});
