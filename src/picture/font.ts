/** The bundled font: its files, which letters it has, and how wide a text is. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Advances, readAdvances } from './true-type.ts';

/** Inter: made for small sizes on screens; Latin with its diacritics, Greek and Cyrillic. SIL Open Font License. */
const { resolve } = createRequire(import.meta.url);
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

const read = new Map<Style['weight'], Advances>();

function advancesOf(weight: Style['weight']): Advances {
  const known = read.get(weight);
  if (known) return known;
  const advances = readAdvances(readFileSync(files[weight]));
  read.set(weight, advances);
  return advances;
}

/** Marks that say how letters go together, and show nothing themselves. */
const silent = /\p{Default_Ignorable_Code_Point}/u;

/** Whether the font has every letter of a text; one that it lacks would show as a box. */
export function canWrite(text: string): boolean {
  return [...text.normalize('NFC')].every((sign) => silent.test(sign) || widthOfSign(sign, 'regular') !== undefined);
}

/** A text's width in units of the picture: without kerning, which mostly makes it narrower. */
export function widthOf(text: string, { size, weight }: Style): number {
  const signs = [...text.normalize('NFC')].filter((sign) => !silent.test(sign));
  // A box is about as wide as it is high.
  return size * signs.reduce((sum, sign) => sum + (widthOfSign(sign, weight) ?? 1), 0);
}

function widthOfSign(sign: string, weight: Style['weight']): number | undefined {
  return advancesOf(weight)(sign.codePointAt(0) ?? 0);
}
