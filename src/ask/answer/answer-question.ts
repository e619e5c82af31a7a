/** A question as it was typed; and where that is not answered, what it asks in fewer or plainer words. */
import type { Statement } from '../../story/index.ts';
import { wordsOf } from '../words/words.ts';
import { answerStory } from './answer-story.ts';
import { analyse } from './question/analyse.ts';
import { withoutCourtesy } from './question/courtesy.ts';
import { reworded } from './question/reworded.ts';
import { type Shorter, shorterForms } from './question/shorter.ts';
import { leaningOf } from './rank/follow-up.ts';
import { withLeaderNamed } from './story/leaders.ts';
import type { StoryIndex } from './story/story-index.ts';
import type { StoryAnswer } from './story-answer.ts';

/** A part of what was typed fits more than all of it: what is stated may hold nothing that was asked. */
const [leastConfidence, leastIfStated] = [0.6, 0.7];
/** How sure it has to be what a question is about that says little by itself, or nothing. */
const [leastTopic, leastIfBare] = [0.3, 0.5];
/** So many words before a question are a sentence, and not what it is about. */
const sentence = 6;

/**
 * Answers a question.
 * @param last what was last shown in this conversation, best first; empty where the question stands alone
 */
export function answerQuestion(index: StoryIndex, typed: string, last: readonly Statement[] = []): StoryAnswer {
  const answer = answerStory(index, typed, last);
  if (answer.isAnswered || answer.isNotTold || answer.foreign) return answer;
  for (const shorter of formsOf(index, typed)) {
    const again = answerShorter(index, shorter, last);
    const least = shorter.isStated ? leastIfStated : leastConfidence;
    if (again?.isAnswered && again.confidence >= least) return { ...again, isFollowUp: answer.isFollowUp };
  }
  return answer;
}

function formsOf(index: StoryIndex, typed: string): Shorter[] {
  const question = withoutCourtesy(typed);
  const plainer = reworded(question);
  const named = withLeaderNamed(index, plainer) ?? plainer;
  return [...(named === question ? [] : [{ question: named }]), ...shorterForms(named)];
}

function answerShorter(index: StoryIndex, shorter: Shorter, last: readonly Statement[]): StoryAnswer | undefined {
  const { question, topic, next } = shorter;
  if (topic !== undefined) return answerAbout(index, topic, question, last);
  const answer = answerStory(index, question, last);
  return next !== undefined && answer.isAnswered ? withNext(index, answer, next) : answer;
}

/** A question behind what it is about. */
function answerAbout(index: StoryIndex, topic: string, question: string, last: readonly Statement[]) {
  if (namesAnother(index, topic)) return undefined;
  const leaning = leaningOf(question, analyse(question));
  if (leaning === 0) return answerStory(index, question);
  const about = answerStory(index, topic, last);
  if (about.confidence >= (leaning === 2 ? leastIfBare : leastTopic)) return answerStory(index, question, about.inView);
  return leaning === 1 && wordsOf(topic).length >= sentence ? answerStory(index, question, last) : undefined;
}

/** Whether it names somebody or something that the story does not know: “in Kosovo, who was expelled?” */
function namesAnother({ words }: StoryIndex, topic: string): boolean {
  return wordsOf(topic).some(({ text, isCapital, isNumber, isStop }, at) => {
    const isName = isCapital && at > 0 && !isStop;
    return (isName || isNumber) && !words.known.has(text);
  });
}

/** With what answers a second question; sides are told by themselves. */
function withNext(index: StoryIndex, answer: StoryAnswer, question: string): StoryAnswer {
  const next = answerStory(index, question, answer.inView);
  if (!next.isAnswered || next.part || next.contested || answer.contested) return answer;
  const statements = [...new Set([...answer.statements, ...next.statements])];
  const isNear = ({ id }: Statement) => statements.every((each) => each.id !== id);
  return { ...answer, statements, inView: statements, nearest: answer.nearest.filter(isNear) };
}
