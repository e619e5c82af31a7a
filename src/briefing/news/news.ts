/** What is new in a story: for digests, and for readers who catch up. */
import type { Correction, Story } from '../../story/index.ts';

export interface StoryNews {
  /** As it stands now. */
  readonly story: Story;
  /** Ids of statements that entered, in the order of the story. */
  readonly entered: readonly string[];
  /** Corrections that entered, by day. */
  readonly corrections: readonly Correction[];
  /** Ids of statements that were withdrawn. */
  readonly withdrawn: readonly string[];
}

/** Whether there is any. */
export function isNews({ entered, corrections, withdrawn }: StoryNews): boolean {
  return entered.length + corrections.length + withdrawn.length > 0;
}
