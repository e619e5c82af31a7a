/** What a timeline picture shows: plain data, from which it is drawn and by which it is kept. */
import type { Day } from '../story/index.ts';

/** An event on the timeline. */
export interface Mark {
  /** The first and the last whole day that it may mean; equal where it is one day. */
  readonly first: Day;
  readonly last: Day;
  /** In a few words. */
  readonly label: string;
  /** The day in words, with what is not sure about it. */
  readonly said: string;
  /** `new` is what the digest tells; `planned` has not happened, and where `remark` says so, will not. */
  readonly look: 'new' | 'known' | 'planned' | 'withdrawn';
  /** What must be known about it: `planned`, `called off`, `corrected on Fri 9 Sep 2022`. */
  readonly remark?: string;
  /** It is what the digest tells; a plan and what was withdrawn may be, too. */
  readonly isNew?: boolean;
  /** It was some time in its days, or the source is not sure of them; otherwise it lasted from the first to the last. */
  readonly isVague?: boolean;
}

/** Events that are left out, in words: `12 earlier events`. */
export interface LeftOut {
  /** The index of the mark before which they would stand; the number of marks, behind the last. */
  readonly before: number;
  readonly said: string;
}

export interface TimelinePicture {
  /** Empty where the font cannot write it. */
  readonly title: string;
  readonly from: Day;
  readonly until: Day;
  /** By day. */
  readonly marks: readonly Mark[];
  readonly leftOut?: readonly LeftOut[];
  /** All that it shows, in words; at most 1,000 characters. */
  readonly alt: string;
}
