/** Which statements of a story answer a question. */

export { Answers } from './answers.ts';
export { isRude, longestQuestion, type NoQuestion, noQuestion } from './question/no-question.ts';
export { questionKey } from './question/question-key.ts';
export { type RequestedPart, requestedPart } from './question/requested-part.ts';
export type { Point } from './rank/point.ts';
export type { StoryAnswer } from './story-answer.ts';
export { type About, type NextQuestion, nextQuestions } from './tell/next-questions.ts';
