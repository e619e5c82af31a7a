/** Corrects one post that was sent: it is changed, or answered where that can no longer be. */
import { amendMessage, composeCorrectionReply } from '../../briefing/index.ts';
import type { Clock } from '../clock.ts';
import type { Amended, Delivery } from '../delivery.ts';
import type { Amendable, Ledger, PlannedSlot } from '../ledger.ts';
import { slotOfReply } from '../slot-name.ts';
import type { EngineFigures, EngineLog } from '../telemetry.ts';
import { type Drawing, withPicture } from '../with-picture.ts';
import { correctionsOf, type Sources } from './corrections.ts';

/** A change that failed by a fault of the program, or of a platform that is not set up, is tried again so much later. */
export const faultMs = 15 * 60_000;
/** The longest wait for the next try, whatever the platform says: what waits longer would be taken for put off by a wrong clock. */
const mostWaitMs = 3_600_000;

/** What correcting a post takes. */
export interface PostAmending extends Sources {
  readonly ledger: Pick<Ledger, 'amended' | 'amendLater' | 'amendClosed'>;
  readonly platforms: ReadonlyMap<string, Delivery>;
  readonly pictures: Drawing;
  readonly newKey: () => string;
  /** Called when a reply is to be posted. */
  readonly replied: () => void;
  readonly clock: Clock;
  readonly log: EngineLog;
  readonly figures: EngineFigures;
}

/** Changes a post. @returns what the platform said, which is to be recorded; undefined where it was not asked, and that is recorded */
export async function amendPost(post: Amendable, parts: PostAmending): Promise<Amended | undefined> {
  const { ledger, platforms, pictures, clock } = parts;
  const platform = platforms.get(post.to.platform);
  if (!platform) {
    await ledger.amendLater(post.id, clock.now() + faultMs);
    return undefined;
  }
  const corrections = await correctionsOf(post, parts, { upTo: post.upTo });
  if (corrections.length === 0 && lacksStory(post, parts)) {
    await ledger.amendLater(post.id, clock.now() + mostWaitMs);
    return undefined;
  }
  // The story takes the correction back: the post stands.
  if (corrections.length === 0 && post.toldUpTo === 0) {
    await ledger.amendClosed(post.id, post.upTo, undefined, clock.now());
    return undefined;
  }
  const message = amendMessage(await withPicture(post, pictures), corrections);
  return platform.amend(post.sent, await platform.prepare(message));
}

/** The file of a story may come back, as it was moved or saved anew, and its corrections with it. */
function lacksStory({ carried }: Amendable, { stories }: PostAmending): boolean {
  return carried.some(({ story }) => stories.find(story)?.id !== story);
}

/** Records what the platform said; a post that is closed to changes gets a reply instead. */
export async function recordAmended(post: Amendable, result: Amended, parts: PostAmending): Promise<void> {
  const { ledger, clock, figures } = parts;
  const { id, upTo, to } = post;
  if (result.kind === 'retry') {
    await ledger.amendLater(id, clock.now() + Math.min(mostWaitMs, result.afterMs));
    return;
  }
  if (result.kind === 'done') {
    await ledger.amended(id, upTo);
    figures.corrected(to.platform, 'amended');
    say(post, 'amended', parts);
    return;
  }
  const reply = await replyTo(post, parts);
  await ledger.amendClosed(id, upTo, reply, clock.now());
  if (reply) {
    figures.corrected(to.platform, 'replied');
    parts.replied();
  }
  say(post, 'closed', parts, { why: result.why, reply: reply !== undefined });
}

/** The slot that says what the post does not say yet, nor an earlier reply. */
async function replyTo(post: Amendable, parts: PostAmending): Promise<PlannedSlot | undefined> {
  const { id, subscription, upTo, toldUpTo, to, space, sent, from, until } = post;
  const amendments = await correctionsOf(post, parts, { after: toldUpTo, upTo });
  if (amendments.length === 0) return undefined;
  const at = parts.clock.now();
  const key = parts.newKey();
  return {
    subscription,
    name: slotOfReply(id, upTo),
    at,
    key,
    to,
    ...(space !== undefined && { space }),
    replyTo: sent.id,
    message: composeCorrectionReply({ amendments, from, until, key }),
    from,
    until,
    carried: [],
  };
}

function say(
  { id, subscription, to, key }: Amendable,
  outcome: 'amended' | 'closed',
  { log }: PostAmending,
  more: object = {},
) {
  const details = { slot: id, subscription, key, platform: to.platform, outcome, ...more };
  log.info(details, 'correction of a post');
}
