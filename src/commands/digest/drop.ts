/** `/digest drop`: one story no longer comes in a digest that tells of others, too. Only what `/digest remove` asks leads to it. */
import { defineCommand } from '../command.ts';
import { digestButtons, undoButton } from './buttons.ts';
import { changed } from './changed.ts';
import { numberOptions, numberOrStory } from './find-digest.ts';
import { notInDigest, unknownNumber } from './no-digest.ts';
import { placeOf } from './place.ts';
import { sayDigest, sayStories, tellsOf } from './say.ts';
import { tellDigest } from './tell.ts';

export const drop = defineCommand({
  name: 'digest drop',
  description: 'Take one story from a digest that tells of others, too',
  example: ({ story }) => `/digest drop ${story} number:1`,
  needs: 'manage-channel',
  exact: true,
  seenBy: () => 'reader',
  unlisted: true,
  options: {
    story: { ...numberOrStory.story, required: true },
    number: { ...numberOptions.number, required: true },
    channel: numberOptions.channel,
  },
  async run({ story, number, channel }, context) {
    const { memory, stories, call } = context;
    const place = await placeOf(call, channel);
    if ('refused' in place) return place.refused;
    const all = await memory.subscriptions.of(place.to);
    const standing = all.find(({ subscription }) => subscription.id === number);
    if (!standing) return unknownNumber(number, place);
    const { subscription } = standing;
    if (!tellsOf(subscription, story)) return notInDigest(story, number, place);
    const dropped = await memory.subscriptions.drop(number, story.id, call.at);
    if (dropped) {
      const { left, removed } = dropped;
      const sentence = `${story.name} is left out; for an hour that can be undone. ${sayDigest(left, place, stories)}`;
      const more = await tellDigest({ subscription: left }, context);
      const buttons = [undoButton(removed, place), ...digestButtons(left, place)];
      return changed('Left out', sentence, left, place, buttons, more);
    }
    const sentence = `Digest No. ${number} is of ${sayStories(subscription, stories)}, from which nothing can be left out.`;
    return changed('Not left out', sentence, subscription, place);
  },
});
