/** A subscription in a sentence: what it tells of, how often, and where. */
import { type Subscription, sayCadence } from '../../digest/index.ts';
import { listed } from '../../message/index.ts';
import type { Story, StoryLibrary } from '../../story/index.ts';
import type { Place } from './place.ts';

type Stories = Pick<StoryLibrary, 'stories' | 'find'>;

/** So many stories are named in a sentence. */
export const mostNamed = 5;

/** `Albania–Iran and Petrel-2`, or a topic. */
export function sayStories({ stories: ids, topic }: Pick<Subscription, 'stories' | 'topic'>, stories: Stories): string {
  return topic === undefined ? sayNames(ids.map((id) => nameOfStory(id, stories))) : `the topic ‘${topic}’`;
}

/** Whether a subscription tells of a story: by its name, or by its topic. */
export function tellsOf({ stories, topic }: Pick<Subscription, 'stories' | 'topic'>, story: Story): boolean {
  return topic === undefined ? stories.includes(story.id) : story.topics.includes(topic);
}

/** A story whose file is gone is named by its id. */
export function nameOfStory(id: string, stories: Stories): string {
  const story = stories.find(id);
  return story?.id === id ? story.name : `‘${id}’ (gone)`;
}

/** `a, b and c`; of many, the first and how many more. */
export function sayNames(names: readonly string[]): string {
  if (names.length > mostNamed)
    return `${names.slice(0, mostNamed - 1).join(', ')} and ${names.length - mostNamed + 1} more`;
  return listed(names);
}

/** `A digest of Albania–Iran comes here every Monday at 09:00 (Europe/Tirane).` */
export function sayDigest(subscription: Subscription, place: Place, stories: Stories): string {
  const where = place.personal ? 'to you here' : sayPlace(place);
  const when = sayCadence(subscription.cadence, subscription.zone);
  return `A digest of ${sayStories(subscription, stories)} comes ${where} ${when}.`;
}

/** `here`, or `to ‘#water’`. */
export function sayPlace({ elsewhere }: Place): string {
  return elsewhere ? `to ‘${elsewhere.name}’` : 'here';
}

/** That it is paused, and why where the bot itself did. */
export function sayPaused({ why }: Subscription): string {
  return why === undefined ? 'paused' : `paused: ${why}`;
}

/** What Slack takes as a list’s name. https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
const longestName = 75;

/** A subscription’s name in a list. */
export function nameOf(subscription: Subscription, stories: Stories): string {
  const name = `No. ${subscription.id}: ${sayStories(subscription, stories)}`;
  return name.length > longestName ? `${name.slice(0, longestName - 1).replace(/[\ud800-\udbff]$/, '')}…` : name;
}
