/** Answers where no digest is found, or none may be added. */
import type { Standing } from '../../digest/index.ts';
import type { Story } from '../../story/index.ts';
import { helpWith } from '../buttons.ts';
import type { MessageAnswer } from '../invocation.ts';
import { mistake } from '../mistake.ts';
import { allDigests, subscribeButton } from './buttons.ts';
import type { Place } from './place.ts';
import { sayPlace } from './say.ts';

type State = Standing['subscription']['state'];

/** Nothing comes to a place. */
export function noDigest(place: Place): MessageAnswer {
  return mistake('No digest', `No digest comes ${sayPlace(place)} yet.`, [
    { ...subscribeButton('Subscribe', place), primary: true },
    helpWith('digest'),
  ]);
}

/** A story that none of a place’s digests tells of. */
export function noneOf(story: Story, place: Place): MessageAnswer {
  return mistake('No such digest', `No digest of ${story.name} comes ${sayPlace(place)}.`, [
    { ...allDigests(place), primary: true },
  ]);
}

/** A digest that does not tell of the story that was named with it. */
export function notInDigest({ name }: Story, number: number, place: Place): MessageAnswer {
  return mistake('Which of them?', `Digest No. ${number} does not tell of ${name}.`, [
    { ...allDigests(place), primary: true },
  ]);
}

/** A number that none of a place’s digests has. */
export function unknownNumber(number: number, place: Place): MessageAnswer {
  const sentence = `There is no digest No. ${number} ${place.elsewhere ? 'there' : 'here'}: it was removed, or belongs to another channel.`;
  return mistake('No such digest', sentence, [{ ...allDigests(place), primary: true }]);
}

/** Another one would be too many. */
export function tooMany(most: number, place: Place): MessageAnswer {
  const has = place.personal ? 'You have' : 'This server or workspace has';
  const sentence = `${has} ${most} digests already, which is as many as there may be. Remove one first.`;
  return mistake('Too many', sentence, [{ ...allDigests(place), primary: true }]);
}

/** How a digest stands, in a word. */
export const states: Readonly<Record<State, string>> = { active: 'running', paused: 'paused' };

/** None of a place’s digests stands so. */
export function noneInState(state: State, place: Place): MessageAnswer {
  const sentence = `None of the digests ${sayPlace(place)} is ${states[state]}.`;
  return mistake(`None is ${states[state]}`, sentence, [{ ...allDigests(place), primary: true }]);
}
