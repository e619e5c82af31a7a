/** A question as it is read beside a story: mended, analysed, with whom it names or, by a pronoun, means. */
import type { Statement } from '../../../story/index.ts';
import { keyOf, wordsOf } from '../../words/words.ts';
import { withoutCourtesy } from '../question/courtesy.ts';
import { plainly } from '../question/plainly.ts';
import { readNamed } from '../story/named-question.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { questionsLike } from './editors-questions.ts';
import { leaningOf, meantBy } from './follow-up.ts';
import type { Reading } from './reading.ts';
import { rolesIn } from './roles.ts';

/** Mends and analyses what was typed, and finds whom it names or, by a pronoun, means. */
export function readQuestion(index: StoryIndex, typed: string, last: readonly Statement[]): Reading {
  // What a slip hid is seen when it is mended.
  const question = plainly(index.mend(withoutCourtesy(typed.replace(markForm, ' '))));
  const own = readNamed(index.names, question);
  const { asked, named } = own;
  const leaning = last.length > 0 ? leaningOf(question, asked) : 0;
  const mentions = named.length > 0 || leaning === 0 ? named : meantBy(question, last);
  // “Did they hack Albania?” names somebody and means another.
  const roles = rolesIn(question, named.length > 0 ? [...meantBy(question, last), ...named] : mentions);
  const keyed = { ...own, keys: new Set(wordsOf(question).map(keyOf)) };
  const alike = questionsLike(index, index.expected, keyed, roles);
  const untold = questionsLike(index, index.untold, keyed, roles);
  return { question, asked, mentions, roles, leaning, alike, untold, last };
}

/** Mentions, markup and addresses that somebody typed. */
const markForm = /<[^<>]{0,80}>|https?:\/\/\S+/g;
