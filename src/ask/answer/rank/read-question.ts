/** A question as it is read beside a story: mended, analysed, with whom it names or, by a pronoun, means. */
import type { Statement } from '../../../story/index.ts';
import { keyOf, wordsOf } from '../../words/words.ts';
import type { Analysis } from '../question/analyse.ts';
import { readNamed } from '../story/named-question.ts';
import { rolesIn } from '../story/roles.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { type Alike, answersGiven, mostAlike, nearlyTheseWords, questionsLike } from './editors-questions.ts';
import { type Leaning, leaningOf, meantBy } from './follow-up.ts';
import type { Reading } from './reading.ts';
import { keysOf } from './traits.ts';

/** Mends and analyses what was typed, and finds whom it names or, by a pronoun, means. */
export function readQuestion(index: StoryIndex, typed: string, last: readonly Statement[]): Reading {
  // What a slip hid is seen when it is mended.
  const plain = index.plainly(typed.replace(markForm, ' '));
  const question = last.length === 0 ? plain.replace(leadForm, '') : plain;
  const own = readNamed(index.names, question);
  const { asked, named } = own;
  const leaning = last.length > 0 ? leaningOf(question, asked) : 0;
  const mentions = named.length > 0 || leaning === 0 ? named : meantBy(index, question, last);
  // “Did they hack Albania?” names somebody and means another.
  const roles = rolesIn(question, named.length > 0 ? [...meantBy(index, question, last), ...named] : mentions);
  const words = wordsOf(question);
  const sought = asked.words.map((asking) => index.words.seek(asking));
  const lookedUp = { ...own, sought, likest: index.words.likest(sought), keys: new Set(words.map(keyOf)) };
  const alike = questionsLike(index, index.expected, lookedUp, roles);
  const untold = questionsLike(index, index.untold, lookedUp, roles);
  const givenBehind = last[0] && index.followUps.answersTo(words, last[0].id);
  const given = givenBehind ?? answersGiven(mostAlike(alike), untoldOf(mostAlike(untold), leaning, asked));
  const isGivenBehind = givenBehind !== undefined;
  const keys = keysOf({ words, asked, mentions, last });
  return { question, words, keys, asked, sought, mentions, roles, leaning, alike, untold, given, isGivenBehind, last };
}

/**
 * “Was it because of the hack?” behind an answer is not “was it ransomware?”, which has nearly all that it tells by itself; nor
 * is “was there a hack?”.
 */
function untoldOf(untold: Alike | undefined, leaning: Leaning, { words }: Analysis): Alike | undefined {
  const isOfOne = words.filter(({ share }) => share === 1).length <= 1;
  const least = leaning > 0 ? nearlyTheseWords : isOfOne ? hardlyTheseWords : 0;
  return untold && untold.overlap < least ? undefined : untold;
}

/** The same of two questions that have hardly a word in common. */
const hardlyTheseWords = 0.3;

/** “So is it fixed?” leads on from nothing, where nothing was told. */
const leadForm =
  /^\W*(?:so|and|but|then)\s+(?=(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should)\b)/i;

/** Mentions, markup, addresses and calls of functions that somebody typed. */
const markForm = /<[^<>]{0,80}>|https?:\/\/\S+|\b\w{1,40}\((?:["'`\d][^()]{0,80})?\)/g;
