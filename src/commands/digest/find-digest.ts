/** Which of a place’s digests is meant: the one whose number or story was given, or the only one. */
import { type Standing, sayCadence } from '../../digest/index.ts';
import { type Block, line } from '../../message/index.ts';
import type { Story, StoryLibrary } from '../../story/index.ts';
import type { Context } from '../command.ts';
import type { MessageAnswer } from '../invocation.ts';
import { mistake } from '../mistake.ts';
import type { Options } from '../option.ts';
import { allDigests, digestCommand } from './buttons.ts';
import { noDigest, noneInState, noneOf, notInDigest, states, unknownNumber } from './no-digest.ts';
import { type Place, placeOf, type Refused } from './place.ts';
import { nameOf, sayPaused, sayPlace, sayStories, tellsOf } from './say.ts';

/** Options that name a digest. Its number stays the same, whatever else is listed. */
export const numberOptions = {
  number: {
    kind: 'count',
    most: 999_999_999,
    bare: true,
    description: 'The number of the digest, as the list gives it; it may be left out where there is only one',
  },
  channel: { kind: 'channel', description: 'Another channel than this one' },
} as const satisfies Options;

/** The same, for a digest that may be named by its story, too. */
export const numberOrStory = {
  story: { kind: 'story', description: 'The digest of this story; it may be left out where there is only one' },
  ...numberOptions,
} as const satisfies Options;

/** What names a digest; a number alone is enough. */
interface Named {
  readonly number?: number;
  readonly story?: Story;
  readonly channel?: string;
}

/** A digest, and where it comes. */
export interface FoundDigest {
  readonly standing: Standing;
  readonly place: Place;
}

type State = Standing['subscription']['state'];

/** For what a digest is looked for, and which of several may be meant where no number is given. */
interface Purpose {
  /** The subcommand that asks: buttons give it again. */
  readonly subcommand: string;
  /** Those in this state alone. */
  readonly state?: State;
  /** The one that is meant; undefined where that has to be asked. */
  readonly pick?: (all: readonly Standing[]) => Standing | undefined;
  /** Where a digest tells of other stories than the named one, the subcommand that does it for that story alone. */
  readonly alone?: string;
}

/** A purpose, where it is to be done. */
interface Search extends Purpose {
  readonly place: Place;
  readonly stories: StoryLibrary;
}

/** The digest of this place that is meant; never one of another place. */
export async function findDigest(
  { number, story, channel }: Named,
  purpose: Purpose,
  { call, memory, stories }: Context,
): Promise<FoundDigest | Refused> {
  const place = await placeOf(call, channel);
  if ('refused' in place) return place;
  const search = { ...purpose, place, stories };
  const all = await memory.subscriptions.of(place.to);
  const [only, another] = all;
  if (!only) return { refused: noDigest(place) };
  if (number !== undefined) {
    const standing = all.find(({ subscription }) => subscription.id === number);
    if (!standing) return { refused: unknownNumber(number, place) };
    if (!story) return { standing, place };
    if (!tellsOf(standing.subscription, story)) return { refused: notInDigest(story, number, place) };
    return oneOfStory(story, [standing], search);
  }
  if (story) return oneOfStory(story, all, search);
  return another ? oneOfSeveral(all, search) : { standing: only, place };
}

/** The only one of a story alone; one that tells of other stories, too, is not taken for it unasked. */
function oneOfStory(story: Story, standings: readonly Standing[], search: Search): FoundDigest | Refused {
  const { state, alone, place, stories } = search;
  const telling = standings.filter(({ subscription }) => tellsOf(subscription, story));
  const inState = telling.filter(({ subscription }) => state === undefined || subscription.state === state);
  const fitting = inState.length > 0 ? inState : telling;
  const [only, another] = fitting;
  if (!only) return { refused: noneOf(story, place) };
  if (another)
    return { refused: whichOne(fitting, `Several digests ${sayPlace(place)} tell of ${story.name}`, search) };
  const { id, topic, stories: ids } = only.subscription;
  if (topic === undefined && ids.length === 1) return { standing: only, place };
  const all = sayStories(only.subscription, stories);
  const sentence = `${story.name} comes ${sayPlace(place)} in digest No. ${id}, which is of ${all}`;
  const more =
    alone === undefined || topic !== undefined ? [] : [onlyOf(story, digestCommand(`${alone} ${story.id}`, id, place))];
  return { refused: whichOne(fitting, sentence, search, more) };
}

function onlyOf({ name }: Story, opens: string): Block {
  return { kind: 'item', name: `Only ${name}`, content: line('the others come as before'), opens };
}

function oneOfSeveral(all: readonly Standing[], search: Search): FoundDigest | Refused {
  const { state, pick, place } = search;
  const fitting = state === undefined ? all : all.filter(({ subscription }) => subscription.state === state);
  if (state !== undefined && fitting.length === 0) return { refused: noneInState(state, place) };
  const standing = fitting.length === 1 ? fitting[0] : pick?.(fitting);
  const are = state === undefined ? `come ${sayPlace(place)}` : `${sayPlace(place)} are ${states[state]}`;
  return standing ? { standing, place } : { refused: whichOne(fitting, `Several digests ${are}`, search) };
}

/** @param sentence why that has to be asked, without its end */
function whichOne(
  all: readonly Standing[],
  sentence: string,
  { subcommand, place, stories }: Search,
  more: readonly Block[] = [],
): MessageAnswer {
  const items = all.map(({ subscription }) => {
    const paused = subscription.state === 'paused' ? ` · ${sayPaused(subscription)}` : '';
    return {
      kind: 'item' as const,
      name: nameOf(subscription, stories),
      content: line(`${sayCadence(subscription.cadence, subscription.zone)}${paused}`),
      opens: digestCommand(subcommand, subscription.id, place),
    };
  });
  const question = `${sentence}: choose ${all.length > 1 ? 'one' : 'it if you mean all of it'}.`;
  return mistake('Which one?', question, [{ ...allDigests(place), primary: true }], [...items, ...more]);
}
