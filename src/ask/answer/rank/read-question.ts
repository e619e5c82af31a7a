/** A question as it is read beside a story: mended, analysed, with whom it names or, by a pronoun, means. */
import type { Statement } from '../../../story/index.ts';
import { placedWordsOf } from '../../words/words.ts';
import { analyse } from '../question/analyse.ts';
import type { Asking } from '../question/question-words.ts';
import type { Mention } from '../story/actors.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { questionsLike } from './editors-questions.ts';
import { leaningOf, meantBy } from './follow-up.ts';
import type { Reading } from './reading.ts';
import { rolesIn } from './roles.ts';

/** Mends and analyses what was typed, and finds whom it names or, by a pronoun, means. */
export function readQuestion(index: StoryIndex, typed: string, last: readonly Statement[]): Reading {
  const question = index.mend(typed.replace(markForm, ' '));
  const analysed = analyse(question);
  const named = index.names.mentionsIn(placedWordsOf(question));
  const asked = { ...analysed, words: lightened(analysed.words, named) };
  const leaning = last.length > 0 ? leaningOf(question, analysed) : 0;
  const mentions = named.length > 0 || leaning === 0 ? named : meantBy(question, last);
  // “Did they hack Albania?” names somebody and means another.
  const roles = rolesIn(question, named.length > 0 ? [...meantBy(question, last), ...named] : mentions);
  return { question, asked, mentions, roles, leaning, alike: questionsLike(index, asked, roles), last };
}

/** Mentions and markup that somebody typed. */
const markForm = /<[^<>]{0,80}>/g;

/** A name says whom a question is about; what it asks about them weighs more, however rare the name. */
function lightened(words: readonly Asking[], mentions: readonly Mention[]): Asking[] {
  const parts = new Map(mentions.flatMap((mention) => mention.words.map(({ stem }) => [stem, mention.words.length])));
  return words.map((asking) => {
    const length = parts.get(asking.word.stem);
    return length === undefined ? asking : { ...asking, share: (asking.share * nameShare) / length };
  });
}

/** What a whole name weighs of what its words would. */
const nameShare = 0.7;
