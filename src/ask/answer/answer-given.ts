/** What is told as it stands: a part of a story, what an editor gave as an answer, a statement by itself. */
import type { Analysis } from './question/analyse.ts';
import type { RequestedPart } from './question/requested-part.ts';
import { readQuestion } from './rank/read-question.ts';
import type { Reading } from './rank/reading.ts';
import type { StoryIndex } from './story/story-index.ts';
import { nothingTold, type StoryAnswer } from './story-answer.ts';
import { nextQuestions } from './tell/next-questions.ts';
import { tellGiven } from './tell/settled.ts';
import { shortAnswer } from './tell/short-answer.ts';
import { holds, statementsIn } from './tell/whole-part.ts';

/** Those of a part of a story in whose light the next question is read. */
const mostInView = 5;

/** What is in a part of the story, or that there is nothing of the kind, which no editor need mend. */
export function answerPart(index: StoryIndex, part: RequestedPart, asked: Analysis): StoryAnswer {
  const { story } = index;
  if (!holds(story, part)) return { ...nothingTold(index, asked), part, isNotTold: true };
  const statements = statementsIn(story, part);
  return {
    ...nothingTold(index, asked),
    part,
    isAnswered: true,
    statements,
    inView: statements.slice(0, mostInView),
    confidence: 1,
  };
}

/** Answers an editor's question by what the editor gave. @param number from 1, one that there is */
export function answerListed(index: StoryIndex, number: number): StoryAnswer {
  const { asks = '', answers = [] } = index.story.readersAsk[number - 1] ?? {};
  const ids = answers.flatMap((id) => index.withPositions(id));
  return answerGiven(index, ids, readQuestion(index, asks, []));
}

/** Shows a statement by itself. @param id one that there is */
export function showStatement(index: StoryIndex, id: string): StoryAnswer {
  return answerGiven(index, [id], readQuestion(index, '', []));
}

function answerGiven(index: StoryIndex, ids: readonly string[], reading: Reading): StoryAnswer {
  const { asked } = reading;
  const told = tellGiven(index, ids, [], reading);
  const point = shortAnswer(told, reading, undefined);
  const next = nextQuestions(index.story, told.statements, asked.for);
  const sure = {
    isAnswered: true,
    nearest: [],
    inView: told.statements,
    confidence: 1,
    isFollowUp: false,
    isUnsure: false,
    isNotTold: false,
  };
  return { asked, ...told, ...(point && { point }), ...sure, next };
}
