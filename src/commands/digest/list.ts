/** `/digest list`: the digests of this channel, how each stands, and what can be done with it. */
import { standing } from '../../briefing/index.ts';
import { type Block, heading, line, type Message, note } from '../../message/index.ts';
import { type Context, defineCommand } from '../command.ts';
import { type MessageAnswer, toReader } from '../invocation.ts';
import { digestButtons, digestCommand, listCommand, subscribeButton } from './buttons.ts';
import { noDigest, oneOptions, unknownNumber } from './one.ts';
import { type Place, placeOf } from './place.ts';
import { digestItem, mostNamed, nameOf, nameOfStory, type Shown, sayDigest, sayPlace, tellDigest } from './say.ts';

export const list = defineCommand({
  name: 'digest list',
  description: 'The digests of this channel: when the next one comes, and what became of the last',
  example: () => '/digest list',
  needs: 'manage-channel',
  seenBy: () => 'reader',
  options: {
    number: { ...oneOptions.number, description: 'One digest with all about it' },
    channel: oneOptions.channel,
    page: { kind: 'count', description: 'Which page', unlisted: true },
  },
  async run({ number, channel, page }, context) {
    const place = await placeOf(context.call, channel);
    if ('refused' in place) return place.refused;
    const all = await context.memory.subscriptions.of(place.to);
    const [first, second] = all;
    if (!first) return none(place);
    const wanted = number === undefined ? first : all.find(({ subscription }) => subscription.id === number);
    if (!wanted) return unknownNumber(number ?? 0, place);
    const message =
      number === undefined && second ? listDigests(all, place, context) : await tellOne(wanted, place, context);
    return toReader({ ...message, page: page ?? 1 }, page !== undefined);
  },
});

function none(place: Place): MessageAnswer {
  const { message } = noDigest(place);
  return toReader({ ...message, kind: 'list', command: listCommand(place) });
}

function listDigests(all: readonly Shown[], place: Place, context: Context): Message {
  const summary = `${all.length} digests come ${sayPlace(place)}.`;
  return {
    kind: 'list',
    title: 'Digests',
    summary,
    command: listCommand(place),
    page: 1,
    blocks: [note(summary), ...all.map((each) => digestItem(each, place, context))],
    buttons: [subscribeButton('Another digest', place)],
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
