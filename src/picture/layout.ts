/** Where everything of a timeline picture stands. */
import type { Type } from './sizes.ts';
import type { Mark } from './timeline.ts';

/** One line of text, from its left or its right end. */
export interface TextLine {
  readonly words: string;
  readonly x: number;
  /** Of the line the letters stand on. */
  readonly y: number;
  readonly end: 'left' | 'right';
  readonly type: Type;
  readonly tone: 'ink' | 'known' | 'muted' | 'accent';
  readonly isStruck?: boolean;
}

/** A mark on the line; from `y` down to `bottom`, which are equal where it is one day. */
export interface Sign {
  readonly mark: Mark;
  readonly y: number;
  readonly bottom: number;
}

export interface Layout {
  readonly height: number;
  readonly texts: readonly TextLine[];
  readonly signs: readonly Sign[];
  /** What is new, from top to bottom. */
  readonly bands: readonly { readonly top: number; readonly bottom: number }[];
  /** Parts of the line; `isBroken` where time is left out. */
  readonly lines: readonly { readonly top: number; readonly bottom: number; readonly isBroken: boolean }[];
}
