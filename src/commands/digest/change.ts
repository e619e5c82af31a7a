/** `/digest pause`, `resume`, `remove`, and what takes a removal back. */
import type { Subscription } from '../../digest/index.ts';
import { type Context, defineCommand } from '../command.ts';
import type { MessageAnswer } from '../invocation.ts';
import { mistake } from '../mistake.ts';
import { allDigests, digestButtons, undoButton } from './buttons.ts';
import { changed } from './changed.ts';
import { findDigest, numberOptions, numberOrStory } from './find-digest.ts';
import { nextOf } from './next.ts';
import { tooMany, unknownNumber } from './no-digest.ts';
import { type Place, placeOf } from './place.ts';
import { sayDigest, sayStories } from './say.ts';
import { tellDigest } from './tell.ts';

const shared = {
  needs: 'manage-channel',
  exact: true,
  seenBy: () => 'reader' as const,
  options: numberOrStory,
} as const;

export const pause = defineCommand({
  ...shared,
  name: 'digest pause',
  description: 'Stop a digest until it is resumed',
  example: ({ story }) => `/digest pause ${story}`,
  async run(values, context) {
    const one = await findDigest(values, { subcommand: 'pause', state: 'active' }, context);
    if ('refused' in one) return one.refused;
    const { subscription } = one.standing;
    const said = `The digest of ${sayStories(subscription, context.stories)} is paused`;
    if (subscription.state === 'paused') {
      const why = subscription.why === undefined ? '' : `: ${subscription.why}`;
      return changed('Paused', `${said} already${why}.`, subscription, one.place);
    }
    await context.memory.subscriptions.pause(subscription.id);
    const sentence = `${said}: none comes until it is resumed, and then none is made up for.`;
    return changed('Paused', sentence, { ...subscription, state: 'paused' }, one.place);
  },
});

export const resume = defineCommand({
  ...shared,
  name: 'digest resume',
  description: 'Let a digest that was paused come again',
  example: ({ story }) => `/digest resume ${story}`,
  async run(values, context) {
    const one = await findDigest(values, { subcommand: 'resume', state: 'paused' }, context);
    if ('refused' in one) return one.refused;
    const { place, standing } = one;
    const { id } = standing.subscription;
    if (standing.subscription.state === 'active') {
      const sentence = `The digest of ${sayStories(standing.subscription, context.stories)} is not paused.`;
      return changed('Not paused', sentence, standing.subscription, place);
    }
    await context.memory.subscriptions.resume(id, nextOf(standing.subscription, context.call), context.call.at);
    return comesAgain('Resumed', await context.memory.subscriptions.find(id), place, context, id);
  },
});

export const remove = defineCommand({
  ...shared,
  name: 'digest remove',
  description: 'End a digest; for an hour that can be undone',
  also: { unsubscribe: '', stop: '', cancel: '', delete: '' },
  example: ({ story }) => `/digest remove ${story}`,
  async run(values, context) {
    const one = await findDigest(values, { subcommand: 'remove', alone: 'drop' }, context);
    if ('refused' in one) return one.refused;
    const { subscription } = one.standing;
    await context.memory.subscriptions.remove(subscription.id, context.call.at);
    const sentence = `The digest of ${sayStories(subscription, context.stories)} is removed. For an hour that can be undone.`;
    return changed('Removed', sentence, subscription, one.place, [undoButton(subscription.id, one.place)]);
  },
});

/** Only a button leads to it. */
export const restore = defineCommand({
  ...shared,
  name: 'digest restore',
  description: 'Take the removal of a digest back',
  example: () => '/digest restore number:1',
  unlisted: true,
  options: { ...numberOptions, number: { ...numberOptions.number, required: true } },
  async run({ number, channel }, context) {
    const place = await placeOf(context.call, channel);
    if ('refused' in place) return place.refused;
    const { subscriptions } = context.memory;
    const { at } = context.call;
    const removed = await subscriptions.removed(number, at);
    if (!removed || !isAt(removed, place)) {
      const known = (await subscriptions.of(place.to)).find(({ subscription }) => subscription.id === number);
      return known ? comesAgain('Not removed', known.subscription, place, context, number) : tooLate(place);
    }
    const restored = await subscriptions.restore(number, nextOf(removed, context.call), at);
    if (!restored) return tooLate(place);
    if ('most' in restored) return tooMany(restored.most, place);
    return comesAgain('Restored', restored, place, context, number);
  },
});

function isAt({ to }: Subscription, place: Place): boolean {
  return to.platform === place.to.platform && to.id === place.to.id;
}

function tooLate(place: Place): MessageAnswer {
  const sentence =
    'That digest cannot be restored: it was removed more than an hour ago, or belongs to another channel.';
  return mistake('Too late', sentence, [{ ...allDigests(place), primary: true }]);
}

async function comesAgain(
  title: string,
  subscription: Subscription | undefined,
  place: Place,
  context: Context,
  id: number,
): Promise<MessageAnswer> {
  if (!subscription) return unknownNumber(id, place); // removed just now by somebody else
  const sentence = sayDigest(subscription, place, context.stories);
  const more = await tellDigest({ subscription }, context);
  return changed(title, sentence, subscription, place, digestButtons(subscription, place), more);
}
