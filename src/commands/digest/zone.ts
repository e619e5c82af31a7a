/** By whose clock a digest comes: the time zone that is typed, or the one that goes without saying. */
import { zoneNamed } from '../../digest/index.ts';
import type { Story } from '../../story/index.ts';
import type { Context } from '../command.ts';
import type { Invocation } from '../invocation.ts';
import type { ReadCadence } from './cadence.ts';
import type { Place } from './place.ts';

/** The time zone of a digest’s hours. */
export interface DigestZone {
  readonly zone: string;
  /** Whose it is, for a sentence, where nobody chose it and it is not the reader’s own. */
  readonly whose?: string;
  /** Nobody need choose another one. */
  readonly isSettled?: boolean;
}

/** What tells the zone where none is typed. */
interface Hint {
  readonly place: Place;
  readonly story: Pick<Story, 'timeZone'> | undefined;
  readonly read: ReadCadence;
}

/** The zone that was typed, else the one that goes without saying; undefined where there is none, and it takes one. */
export async function digestZone(
  typed: string | undefined,
  { read, ...hint }: Hint,
  context: Context,
): Promise<DigestZone | undefined> {
  if (typed !== undefined) return { zone: typed, isSettled: true };
  const likely = await likelyZone(hint, context);
  // Where no hour is set, a zone only tells one day from the next.
  const hasHours = read.kind !== 'cadence' || read.cadence.kind !== 'news' || read.cadence.quiet !== undefined;
  return hasHours ? likely : { zone: likely?.zone ?? 'UTC', isSettled: true };
}

/** The reader’s own, else that of the last digest there, else the story’s. */
async function likelyZone(
  { place: { to, space }, story }: Omit<Hint, 'read'>,
  { call, memory }: Context,
): Promise<DigestZone | undefined> {
  const own = await ownZone(call);
  if (own !== undefined) return { zone: own };
  const last =
    space === undefined
      ? (await memory.subscriptions.of(to)).at(-1)?.subscription.zone
      : await memory.subscriptions.lastZone(to.platform, space);
  if (last !== undefined) return { zone: last, whose: 'the zone of the last digest here' };
  if (story) return { zone: story.timeZone, whose: 'the story’s own' };
  return undefined;
}

/** The reader’s own zone, as the platform tells it; UTC is what a machine says of which nobody said where it stands. */
export async function ownZone({ around }: Invocation): Promise<string | undefined> {
  const own = await around.zone();
  const zone = own === undefined ? undefined : (zoneNamed(own) ?? own);
  return zone === 'UTC' ? undefined : zone;
}
