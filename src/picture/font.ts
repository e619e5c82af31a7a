/** The bundled font: its files, which letters it has, and how wide a text is. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Advances, readAdvances } from './true-type.ts';

const { resolve } = createRequire(import.meta.url);

/** Inter: made for small sizes on screens; Latin with its diacritics, Greek and Cyrillic. SIL Open Font License. */
const files = {
  regular: resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};

export const fontFamily = 'Inter';
/** For the drawing engine, which is to know no others. */
export const fontFiles: readonly string[] = Object.values(files);

export interface Style {
  readonly size: number;
  readonly weight: keyof typeof files;
}

/** As the files have them. */
export const weights: Readonly<Record<Style['weight'], number>> = { regular: 400, bold: 600 };

/** A font that has been read, with the widths asked for before. */
interface Known {
  readonly advances: Advances;
  readonly widths: Map<string, number | undefined>;
}

const known = new Map<Style['weight'], Known>();

/** Marks that say how letters go together, and show nothing themselves. */
const silent = /\p{Default_Ignorable_Code_Point}/u;

/** Where a font has what it likes. */
const itsOwn = /\p{Private_Use}/u;

/** Whether the font has every letter of a text; one that it lacks would show as a box. */
export function canWrite(text: string): boolean {
  return [...text.normalize('NFC')].every((sign) => widthOfSign(sign, 'regular') !== undefined);
}

/** A text's width in units of the picture: without kerning, which mostly makes it narrower. */
export function widthOf(text: string, { size, weight }: Style): number {
  let width = 0;
  // A box is about as wide as it is high.
  for (const sign of text.normalize('NFC')) width += widthOfSign(sign, weight) ?? 1;
  return size * width;
}

function widthOfSign(sign: string, weight: Style['weight']): number | undefined {
  const { advances, widths } = read(weight);
  if (widths.has(sign)) return widths.get(sign);
  const width = silent.test(sign) ? 0 : itsOwn.test(sign) ? undefined : advances(sign.codePointAt(0) ?? 0);
  widths.set(sign, width);
  return width;
}

function read(weight: Style['weight']): Known {
  const before = known.get(weight);
  if (before) return before;
  const font = { advances: readAdvances(readFileSync(files[weight])), widths: new Map() };
  known.set(weight, font);
  return font;
}
