/** `/digest list`: the digests of this channel, how each stands, and what can be done with it. */
import { standing } from '../../briefing/index.ts';
import { type Block, heading, line, type Message, note } from '../../message/index.ts';
import type { Story } from '../../story/index.ts';
import { type Context, defineCommand } from '../command.ts';
import { type MessageAnswer, toReader } from '../invocation.ts';
import { allDigests, digestButtons, digestCommand, listCommand, subscribeButton } from './buttons.ts';
import { numberOptions } from './find-digest.ts';
import { noDigest, noneOf, unknownNumber } from './no-digest.ts';
import { type Place, placeOf } from './place.ts';
import { mostNamed, nameOf, nameOfStory, sayDigest, sayPlace, tellsOf } from './say.ts';
import { digestItem, type Shown, tellDigest } from './tell.ts';

export const list = defineCommand({
  name: 'digest list',
  description: 'The digests of this channel: when the next one comes, and what became of the last',
  example: ({ story }) => `/digest list ${story}`,
  needs: 'manage-channel',
  seenBy: () => 'reader',
  options: {
    story: { kind: 'story', description: 'Only those that tell of this story' },
    number: { ...numberOptions.number, description: 'One digest with all about it' },
    channel: numberOptions.channel,
    page: { kind: 'count', description: 'Which page', unlisted: true },
  },
  async run({ story, number, channel, page }, context) {
    const place = await placeOf(context.call, channel);
    if ('refused' in place) return place.refused;
    const all = await context.memory.subscriptions.of(place.to);
    if (all.length === 0) return none(place);
    const wanted = all.filter(({ subscription }) =>
      number === undefined ? !story || tellsOf(subscription, story) : subscription.id === number,
    );
    const [first, second] = wanted;
    if (!first) return number === undefined && story ? noneOf(story, place) : unknownNumber(number ?? 0, place);
    const message = second ? listDigests(wanted, story, place, context) : await tellOne(first, place, context);
    return toReader({ ...message, page: page ?? 1 }, page !== undefined);
  },
});

function none(place: Place): MessageAnswer {
  const { message } = noDigest(place);
  return toReader({ ...message, kind: 'list', command: listCommand(place) });
}

/** @param story the one that all of them tell of */
function listDigests(all: readonly Shown[], story: Story | undefined, place: Place, context: Context): Message {
  const summary = `${all.length} digests ${story ? `that tell of ${story.name} ` : ''}come ${sayPlace(place)}.`;
  const more = subscribeButton('Another digest', place);
  return {
    kind: 'list',
    title: 'Digests',
    summary,
    command: listCommand(place, story),
    page: 1,
    blocks: [note(summary), ...all.map((each) => digestItem(each, place, context))],
    buttons: story ? [allDigests(place), more] : [more],
  };
}

/** One digest with all about it. */
async function tellOne(shown: Shown, place: Place, context: Context): Promise<Message> {
  const { subscription } = shown;
  const sentence = sayDigest(subscription, place, context.stories);
  return {
    kind: 'list',
    title: `Digest ${nameOf(subscription, context.stories)}`,
    summary: sentence,
    command: digestCommand('list', subscription.id, place),
    page: 1,
    blocks: [
      { kind: 'paragraph', content: line(sentence) },
      ...(await tellDigest(shown, context)),
      ...storiesOf(shown, context),
    ],
    buttons: [...digestButtons(subscription, place), subscribeButton('Another digest', place)],
  };
}

/** All stories of a digest, where there are too many for a sentence. */
function storiesOf({ subscription: { stories: ids } }: Shown, { stories }: Context): Block[] {
  if (ids.length <= mostNamed) return [];
  const items = ids.map((id): Block => {
    const story = stories.find(id);
    const content = line(story?.id === id ? standing(story) : 'not among the stories any more');
    return { kind: 'item', name: nameOfStory(id, stories), content, opens: `/briefing ${id}` };
  });
  return [heading(`${ids.length} stories`), ...items];
}
