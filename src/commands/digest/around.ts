/** What is around a digest that is asked for: the zone of its hours, and the role that it pings. */
import { zoneNamed } from '../../digest/index.ts';
import type { Story } from '../../story/index.ts';
import type { Context } from '../command.ts';
import type { Invocation } from '../invocation.ts';
import { clip } from '../mistake.ts';
import type { ReadCadence } from './cadence.ts';
import type { Place } from './place.ts';

/** The zone of the hours. */
export interface TakenZone {
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
export async function takenZone(
  typed: string | undefined,
  { read, ...hint }: Hint,
  context: Context,
): Promise<TakenZone | undefined> {
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
): Promise<TakenZone | undefined> {
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

/** A role, or none; or a sentence about why it is not pinged. */
type Role = { readonly id?: string } | { readonly sentence: string };

/** The role that is meant. The platform says whether whoever asks may have it pinged. @param typed the role, as it was typed or chosen */
export async function roleOf(
  typed: string | undefined,
  { personal, elsewhere, to }: Place,
  context: Context,
): Promise<Role> {
  if (typed === undefined) return {};
  const refused = (sentence: string) => ({ sentence });
  if (personal) return refused('In a private conversation there is nobody else to ping.');
  const found = await context.call.around.role(typed, elsewhere && to.id);
  switch (found.kind) {
    case 'role':
      return { id: found.id };
    case 'unknown':
      return refused(`There is no role or group ‘${clip(typed)}’ here.`);
    case 'everyone':
      return refused('A digest never pings everyone: name a role or group instead.');
    case 'not allowed':
      return refused(
        found.helps ?? `You may not ping ‘${clip(found.name)}’, and neither may everybody, so no digest does.`,
      );
  }
}
