/** Posts one slot: marked as being sent before, recorded after. */
import { amendMessage } from '../../briefing/index.ts';
import type { Clock } from '../clock.ts';
import type { Delivered, Delivery } from '../delivery.ts';
import type { Delivering, Ledger, Outcome } from '../ledger.ts';
import { type EngineLog, stackOf } from '../telemetry.ts';
import { type Drawing, withPicture } from '../with-picture.ts';
import { correctionsOf, type Sources } from './corrections.ts';
import { cameTooLate, giveUpMs, outcomeOf } from './outcome.ts';

/** What posting takes. */
export interface Posting extends Sources {
  readonly ledger: Pick<Ledger, 'load' | 'sending' | 'ended'>;
  readonly platforms: ReadonlyMap<string, Delivery>;
  readonly pictures: Drawing;
  readonly clock: Clock;
  /** So long after a try that may have landed nothing is looked up. */
  readonly quietMs: number;
  /** So long after its time a digest still comes. */
  readonly catchUpMs: number;
  readonly log: EngineLog;
}

/** A slot that was tried, and what is to be recorded of it. */
export interface Attempt {
  readonly slot: Delivering;
  readonly outcome: Outcome;
  /** When it ended: milliseconds since 1970. */
  readonly until: number;
  /** What the platform said, if it was asked. */
  readonly delivered?: Delivered;
}

/**
 * Tries to post a slot. @returns undefined where it waits no longer
 * @throws where it could not be marked as being sent, and nothing was posted
 */
export async function attempt(id: number, platform: Delivery, parts: Posting): Promise<Attempt | undefined> {
  const { ledger, clock, quietMs } = parts;
  const slot = await ledger.load(id);
  if (!slot) return undefined;
  const now = clock.now();
  if (now - slot.plannedAt > parts.catchUpMs + giveUpMs) return { slot, outcome: cameTooLate(slot), until: now };
  // Only a post that was never tried is changed before it is sent: one that may be there is what is looked for.
  const corrected = slot.isCorrected && slot.firstTried === undefined;
  const corrections = corrected ? await correctionsOf(slot, parts) : [];
  const composed = await withPicture(slot, parts.pictures);
  const message = await platform.prepare(
    corrections.length > 0 ? amendMessage(composed, corrections, 'written') : composed,
  );
  const from = clock.now();
  if (!(await ledger.sending(id, from))) return undefined;
  const { to, key, mention, replyTo, firstTried } = slot;
  const post = {
    to,
    key,
    message,
    ...(mention !== undefined && { mention }),
    ...(replyTo !== undefined && { replyTo }),
    ...(firstTried !== undefined && { firstTried }),
  };
  // A platform never throws; if one does, the post may be there.
  const delivered = await platform.deliver(post).catch((error: unknown): Delivered => {
    parts.log.error({ slot: id, error: stackOf(error) }, 'a platform threw at a post');
    return { kind: 'retry', afterMs: quietMs };
  });
  const until = clock.now();
  const outcome = outcomeOf(delivered, slot, { from, until, quietMs, corrected });
  return { slot, delivered, outcome, until };
}
