/** What is said to whoever subscribed: what was understood, and what one would not expect of it. */
import type { Added, Subscription } from '../../digest/index.ts';
import { type Block, note } from '../../message/index.ts';
import type { Context } from '../command.ts';
import type { MessageAnswer } from '../invocation.ts';
import { digestButtons } from './buttons.ts';
import { changed } from './changed.ts';
import type { Place } from './place.ts';
import { sayDigest, sayNames } from './say.ts';
import { tellDigest } from './tell.ts';

type Kept = Exclude<Added, { kind: 'too many' }>;

const titles: Readonly<Record<Kept['kind'], string>> = {
  added: 'Subscribed',
  extended: 'Added to a digest',
  known: 'Already there',
};

/** What was understood, said again. @param whose the zone is, where none was typed */
export async function subscribed(
  { kind, subscription }: Kept,
  whose: string | undefined,
  place: Place,
  context: Context,
): Promise<MessageAnswer> {
  const more = [
    ...(whose === undefined ? [] : [zoneNote(subscription, whose)]),
    ...remarks(subscription, context),
    ...(await tellDigest({ subscription }, context)),
  ];
  const sentence = sayDigest(subscription, place, context.stories);
  return changed(titles[kind], sentence, subscription, place, digestButtons(subscription, place), more);
}

function zoneNote({ zone }: Subscription, whose: string): Block {
  return note(`No time zone was given: its hours are those of ${zone}, ${whose}.`);
}

/** What one would not expect of it. */
function remarks({ stories: ids, topic }: Subscription, { stories, given }: Context): Block[] {
  if (topic !== undefined) {
    const names = stories.stories.filter((each) => each.topics.includes(topic)).map(({ name }) => name);
    return [note(`Now that is ${sayNames(names)}; a story that gets the topic later comes, too.`)];
  }
  const story = stories.find(given['story'] ?? ids[0] ?? '');
  if (story?.state !== 'closed') return [];
  const which = ids.length > 1 ? story.name : 'This story';
  return [note(`${which} is closed. You will hear of it only if it is corrected or reopens.`)];
}
