/** In whose light a question is read: the same question gives the same words, also where it is put twice in a row. */
import { type StoryAnswer, wordsOf } from '../../ask/index.ts';
import type { PreviousTalk } from '../conversation.ts';
import type { Talk } from '../memory.ts';

/** The ids of the statements behind which a question is read: those last shown, or those that it was read behind before. */
export function readBehind(
  question: string,
  { question: before = '', statements, behind }: PreviousTalk,
): readonly string[] {
  return behind && wordsIn(question) === wordsIn(before) ? behind : statements;
}

/**
 * What is kept of an answer for the next question. “Why?” behind an answered “why?” asks on; all else that is put again asks
 * the same.
 * @param behind the ids of the statements behind which it was read
 */
export function talkAfter(
  question: string,
  { isAnswered, inView }: StoryAnswer,
  behind: readonly string[],
): Pick<Talk, 'question' | 'statements' | 'behind'> {
  const asksOn = isAnswered && wordsOf(question).every(({ isStop }) => isStop);
  return { question, statements: inView.map(({ id }) => id), ...(!asksOn && { behind }) };
}

function wordsIn(question: string): string {
  return wordsOf(question)
    .map(({ text }) => text)
    .join(' ');
}
