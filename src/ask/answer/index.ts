/** Which statements of a story answer a question. */
export type { StoryAnswer } from './answer-story.ts';
export { Answers } from './answers.ts';
export { type NextQuestion, nextQuestions } from './next-questions.ts';
export { isRude, longestQuestion, type NoQuestion, noQuestion } from './no-question.ts';
export type { Point } from './point.ts';
export { sameQuestion } from './same-question.ts';
