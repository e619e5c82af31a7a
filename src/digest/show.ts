/** The pages of a post, and all that it carried of one story: what its buttons open. */
import { amendMessage, composeDigest } from '../briefing/index.ts';
import type { Message } from '../message/index.ts';
import { newsOf } from './entries.ts';
import type { PlannedSlot } from './ledger.ts';
import { correctionsOf, type Sources } from './post/corrections.ts';
import { isNewsSlot } from './slot-name.ts';
import { dayAt } from './when/period.ts';
import { type Drawing, withPicture } from './with-picture.ts';

/** What is to be shown. */
export interface Shown {
  /** The id of a story: all that is new in it; the post itself, where it is left out. */
  readonly story?: string;
  /** From 1. */
  readonly page?: number;
}

/** What showing takes. */
export interface Showing extends Sources {
  /** Without it, a post is shown without its picture. */
  readonly pictures?: Drawing;
}

/**
 * Shows a post as it was composed, with what was corrected since, so that its pages follow on one another; or, composed anew,
 * all that it carried of one story. Undefined where it carried nothing of that story, or the story is gone.
 */
export async function showDigest(
  slot: PlannedSlot,
  sources: Showing,
  { story, page = 1 }: Shown,
): Promise<Message | undefined> {
  if (story !== undefined) return showStory(slot, sources, story, page);
  const { pictures } = sources;
  const message = pictures ? await withPicture(slot, pictures) : slot.message;
  return { ...amendMessage(message, await correctionsOf(slot, sources)), page };
}

function showStory(slot: PlannedSlot, { stories }: Sources, id: string, page: number): Message | undefined {
  const carried = slot.carried.find((each) => each.story === id);
  const story = stories.find(id);
  if (!carried || story?.id !== id) return undefined;
  const { from, until, key, name, at } = slot;
  const today = dayAt(story.timeZone, at);
  const kind = isNewsSlot(name) ? 'news' : 'period';
  return composeDigest({ news: [newsOf(story, carried.keys)], from, until, today, key, kind, whole: true, page })
    .message;
}
