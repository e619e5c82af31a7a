/** Where things stand in the picture, and how large, in its own units: 1,000 are about 360 pixels of a phone. */
import type { Style } from './font.ts';

export const width = 1000;
export const margin = 44;

/** Days stand right-aligned to the left of the line, labels to its right. */
export const days = { right: 264, width: 230 };
export const spine = 304;
export const labels = { left: 344, width: width - 344 - margin };

/** Letters and the height of their lines. */
export interface Type extends Style {
  readonly line: number;
}

/** At phone size 30 units are 11 pixels: nothing is smaller. */
export const type = {
  title: { size: 50, weight: 'bold', line: 60 },
  dates: { size: 34, weight: 'regular', line: 44 },
  news: { size: 36, weight: 'bold', line: 46 },
  label: { size: 36, weight: 'regular', line: 46 },
  day: { size: 30, weight: 'regular', line: 38 },
  newDay: { size: 30, weight: 'bold', line: 38 },
  small: { size: 30, weight: 'regular', line: 40 },
  tag: { size: 30, weight: 'bold', line: 40 },
} as const satisfies Record<string, Type>;

/** More is neither read on a phone nor kept within a picture's height. */
export const mostLines = 3;
export const mostHeight = 1400;
