/** Reads from a TrueType font which letters it has and how wide they are. */

/** Widths in parts of the font's size; undefined for a letter that the font lacks. */
export type Advances = (codePoint: number) => number | undefined;

/**
 * @param bytes a font file with the tables `cmap` (format 4 or 12), `head`, `hhea` and `hmtx`
 * @throws {Error} where one is missing. https://learn.microsoft.com/typography/opentype/spec/otff
 */
export function readAdvances(bytes: Uint8Array): Advances {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unitsPerEm = data.getUint16(tableOf(data, 'head') + 18);
  const measured = data.getUint16(tableOf(data, 'hhea') + 34);
  const widths = tableOf(data, 'hmtx');
  const glyphOf = readLetters(data);
  return (codePoint) => {
    const glyph = glyphOf(codePoint);
    // Glyph 0 is the box that stands for a missing letter.
    if (glyph === 0) return undefined;
    return data.getUint16(widths + 4 * Math.min(glyph, measured - 1)) / unitsPerEm;
  };
}

function tableOf(data: DataView, name: string): number {
  const count = data.getUint16(4);
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    if (tagAt(data, at) === name) return data.getUint32(at + 8);
  }
  throw new Error(`the font has no table ‘${name}’`);
}

function tagAt(data: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => data.getUint8(at + index)));
}

/** From a code point to a glyph, 0 where there is none. */
function readLetters(data: DataView): (codePoint: number) => number {
  const table = tableOf(data, 'cmap');
  const tables = Array.from({ length: data.getUint16(table + 2) }, (_, index) => {
    const at = table + data.getUint32(table + 4 + 8 * index + 4);
    return { at, format: data.getUint16(at) };
  });
  const all = tables.find(({ format }) => format === 12);
  const basic = tables.find(({ format }) => format === 4);
  if (all) return (codePoint) => glyphInGroups(data, all.at, codePoint);
  if (basic) return (codePoint) => glyphInSegments(data, basic.at, codePoint);
  throw new Error('the font has no table of letters of format 4 or 12');
}

function glyphInGroups(data: DataView, table: number, codePoint: number): number {
  const group = firstOf(
    data.getUint32(table + 12),
    (index) => data.getUint32(table + 16 + 12 * index + 4) >= codePoint,
  );
  if (group === undefined) return 0;
  const at = table + 16 + 12 * group;
  const start = data.getUint32(at);
  return codePoint < start ? 0 : data.getUint32(at + 8) + codePoint - start;
}

function glyphInSegments(data: DataView, table: number, codePoint: number): number {
  const twice = data.getUint16(table + 6);
  const ends = table + 14;
  const segment = firstOf(twice / 2, (index) => data.getUint16(ends + 2 * index) >= codePoint);
  if (segment === undefined) return 0;
  const starts = ends + twice + 2;
  const start = data.getUint16(starts + 2 * segment);
  if (codePoint < start) return 0;
  const delta = data.getUint16(starts + twice + 2 * segment);
  const place = starts + 2 * twice + 2 * segment;
  const offset = data.getUint16(place);
  if (offset === 0) return (codePoint + delta) & 0xffff;
  const glyph = data.getUint16(place + offset + 2 * (codePoint - start));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

/** The first index for which it holds, where it holds for all behind it too. */
function firstOf(count: number, holds: (index: number) => boolean): number | undefined {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low < count ? low : undefined;
}
