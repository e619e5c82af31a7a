/** What is recorded of a try to post a slot. */
import type { Delivered } from '../delivery.ts';
import type { Delivering, Outcome } from '../ledger.ts';

const hourMs = 3_600_000;

/** A slot that could not be sent is given up so long after it was planned. */
export const giveUpMs = 6 * hourMs;

/** By then there were this many tries at least: a clock that was set forward gives nothing up. */
const leastTries = 5;

/** The longest wait between two tries. */
export const mostWaitMs = 15 * 60_000;

const notSent = `could not be sent for ${giveUpMs / hourMs} h`;

const tooLate = 'came too late: the bot was not running';

/** A try to post a slot. */
export interface Try {
  /** When it began and when it ended: milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  /** So long after a try that may have landed nothing is looked up. */
  readonly quietMs: number;
  /** The post told all corrections that there were when it was loaded. */
  readonly corrected: boolean;
}

type Tried = Pick<Delivering, 'plannedAt' | 'firstTried' | 'tries' | 'replyTo'>;

/** What is recorded of what came of a try. */
export function outcomeOf(delivered: Delivered, slot: Tried, { from, until, quietMs, corrected }: Try): Outcome {
  // A correction of an old post says nothing of the digests that are to come, which may have been removed.
  const isDigest = slot.replyTo === undefined;
  switch (delivered.kind) {
    case 'sent':
      return { kind: 'sent', id: delivered.id, corrected };
    case 'gone':
      return { kind: 'skipped', why: delivered.why, pauses: isDigest, tellsOwner: isDigest };
    case 'refused':
      return { kind: 'skipped', why: delivered.why, pauses: false, tellsOwner: false };
    case 'uncertain':
      return { kind: 'uncertain', why: delivered.why, pauses: false, tellsOwner: false };
    case 'retry': {
      const firstTried = slot.firstTried ?? (delivered.untouched ? undefined : from);
      if (until - slot.plannedAt >= giveUpMs && slot.tries + 1 >= leastTries)
        return givenUp(notSent, firstTried, isDigest);
      const notBefore = until + waitMs(delivered, { tries: slot.tries, forMs: until - (firstTried ?? from), quietMs });
      return { kind: 'retry', notBefore, ...(firstTried !== undefined && { firstTried }) };
    }
  }
}

/** The bot was away for longer than a digest may be late, and than it is tried. */
export function cameTooLate({ firstTried }: Pick<Tried, 'firstTried'>): Outcome {
  return givenUp(tooLate, firstTried, false);
}

/** @param firstTried when it may have landed */
function givenUp(why: string, firstTried: number | undefined, tellsOwner: boolean): Outcome {
  if (firstTried === undefined) return { kind: 'skipped', why, pauses: false, tellsOwner };
  return { kind: 'uncertain', why: `${why}, and an earlier try may be there`, pauses: false, tellsOwner };
}

interface Patience {
  readonly tries: number;
  /** For how long it has been tried in ways that may have landed. */
  readonly forMs: number;
  readonly quietMs: number;
}

/**
 * Where nothing was posted, what the platform says holds; else twice as long after each try, and no sooner than it is quiet.
 * Tries that were only limited do not add to it: it is no longer than what doubling has come to by then.
 */
function waitMs(
  { afterMs, untouched }: Extract<Delivered, { kind: 'retry' }>,
  { tries, forMs, quietMs }: Patience,
): number {
  if (untouched) return Math.min(mostWaitMs, Math.max(1, afterMs));
  const doubled = Math.min(afterMs * 2 ** Math.min(tries, 20), afterMs + Math.max(0, forMs));
  return Math.max(quietMs, Math.min(mostWaitMs, doubled));
}
