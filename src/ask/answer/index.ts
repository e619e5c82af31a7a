/** Which statements of a story answer a question. */

export { Answers } from './answers.ts';
export { isRude, longestQuestion, type NoQuestion, noQuestion } from './question/no-question.ts';
export { type PartAsked, partAsked } from './question/part-asked.ts';
export { questionKey } from './question/question-key.ts';
export type { Point } from './rank/point.ts';
export type { StoryAnswer } from './story-answer.ts';
export { type About, type NextQuestion, nextQuestions } from './tell/next-questions.ts';
