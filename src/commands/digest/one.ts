/** Which of a place’s digests is meant: the one whose number was given, or the only one. */
import { type Standing, sayCadence } from '../../digest/index.ts';
import { line } from '../../message/index.ts';
import type { Context, Options } from '../command.ts';
import type { MessageAnswer } from '../invocation.ts';
import { mistake } from '../mistake.ts';
import { type Place, placeOf, type Refused } from './place.ts';
import { digestCommand, listCommand, nameOf } from './say.ts';

/** Options that name a digest. Its number stays the same, whatever else is listed. */
export const oneOptions = {
  number: {
    kind: 'count',
    most: 999_999_999,
    bare: true,
    description: 'The number of the digest, as the list gives it; it may be left out where there is only one',
  },
  channel: { kind: 'channel', description: 'Another channel than this one' },
} as const satisfies Options;

/** A digest, and where it comes. */
export interface One {
  readonly standing: Standing;
  readonly place: Place;
}

/** Which of several is meant where no number is given; undefined where that has to be asked. */
type Picking = (all: readonly Standing[]) => Standing | undefined;

/** The digest of this place that is meant; never one of another place. @param name the subcommand that asks, for buttons */
export async function oneOf(
  name: string,
  { number, channel }: { readonly number?: number; readonly channel?: string },
  context: Context,
  pick: Picking = () => undefined,
): Promise<One | Refused> {
  const place = await placeOf(context.call, channel);
  if ('refused' in place) return place;
  const all = await context.memory.subscriptions.of(place.to);
  const [first, second] = all;
  if (!first) return { refused: noDigest(place) };
  if (number !== undefined) {
    const standing = all.find(({ subscription }) => subscription.id === number);
    return standing ? { standing, place } : { refused: unknownNumber(number, place) };
  }
  const standing = second ? pick(all) : first;
  return standing ? { standing, place } : { refused: whichOne(name, all, place, context) };
}

/** Nothing comes to a place. */
export function noDigest({ elsewhere, to }: Place): MessageAnswer {
  const where = elsewhere ? `to ‘${elsewhere.name}’` : 'here';
  return mistake('No digest', `No digest comes ${where} yet.`, [
    { label: 'Subscribe', command: `/digest subscribe${elsewhere ? ` channel:${to.id}` : ''}`, primary: true },
    { label: 'Help with /digest', command: '/help digest' },
  ]);
}

/** A number that none of a place’s digests has. */
export function unknownNumber(number: number, place: Place): MessageAnswer {
  const sentence = `There is no digest No. ${number} here: it was removed, or belongs to another channel.`;
  return mistake('No such digest', sentence, [allDigests(place)]);
}

/** Another one would be too many. */
export function tooMany(most: number, place: Place): MessageAnswer {
  const has = place.personal ? 'You have' : 'This server or workspace has';
  const sentence = `${has} ${most} digests already, which is as many as there may be. Remove one first.`;
  return mistake('Too many', sentence, [{ label: 'All digests here', command: listCommand(place), primary: true }]);
}

function whichOne(name: string, all: readonly Standing[], place: Place, { stories }: Context): MessageAnswer {
  const items = all.map(({ subscription }) => ({
    kind: 'item' as const,
    name: nameOf(subscription, stories),
    content: line(sayCadence(subscription.cadence, subscription.zone)),
    opens: digestCommand(name, subscription.id, place),
  }));
  return mistake('Which one?', 'Several digests come here: choose one.', [allDigests(place)], items);
}

function allDigests(place: Place) {
  return { label: 'All digests here', command: listCommand(place), primary: true };
}
