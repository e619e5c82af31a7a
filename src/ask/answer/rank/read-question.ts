/** A question as it is read beside a story: mended, analysed, with whom it names or, by a pronoun, means. */
import type { Statement } from '../../../story/index.ts';
import { keyOf, wordsOf } from '../../words/words.ts';
import { readNamed } from '../story/named-question.ts';
import { rolesIn } from '../story/roles.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { answersGiven, mostAlike, questionsLike } from './editors-questions.ts';
import { leaningOf, meantBy } from './follow-up.ts';
import type { Reading } from './reading.ts';
import { keysOf } from './traits.ts';

/** Mends and analyses what was typed, and finds whom it names or, by a pronoun, means. */
export function readQuestion(index: StoryIndex, typed: string, last: readonly Statement[]): Reading {
  // What a slip hid is seen when it is mended.
  const question = index.plainly(typed.replace(markForm, ' '));
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
  const given = givenBehind ?? answersGiven(mostAlike(alike), mostAlike(untold));
  const isGivenBehind = givenBehind !== undefined;
  const keys = keysOf({ words, asked, mentions, last });
  return { question, words, keys, asked, sought, mentions, roles, leaning, alike, untold, given, isGivenBehind, last };
}

/** Mentions, markup, addresses and calls of functions that somebody typed. */
const markForm = /<[^<>]{0,80}>|https?:\/\/\S+|\b\w{1,40}\((?:["'`\d][^()]{0,80})?\)/g;
