/** An answer as a program reads it: what kind it is, its words, and its statements with their evidence. */
import { type Answers, noQuestion, type StoryAnswer } from '../ask/index.ts';
import { plainAnswer, sayNext } from '../briefing/index.ts';
import {
  answerForeign,
  answerNoQuestion,
  type PreviousTalk,
  type RoutedAnswer,
  routeQuestion,
} from '../commands/index.ts';
import type { Evidence, Statement, Story, StoryLibrary } from '../story/index.ts';

/** A question as it is put. */
export interface Put {
  readonly question: string;
  readonly story?: Story | undefined;
  /** What was last said in its conversation. */
  readonly talk?: PreviousTalk | undefined;
}

/**
 * What an answer is, for a program to tell. `unsure`: what comes nearest may answer, but not surely; `which story`: several
 * stories answer about equally well, and a reader is asked which is meant.
 */
type State = 'answered' | 'which story' | 'unsure' | 'not told' | 'other language' | 'no question' | 'no story';

/** Puts a question: the answer as it is printed, and the story and the statements behind it. */
export function answerTo({ question: typed, story, talk }: Put, stories: StoryLibrary, answers: Answers) {
  const question = typed.replace(/\s+/g, ' ').trim();
  if (story) answers.ask(story, story.title); // making it ready is not answering
  const start = performance.now();
  const none = noQuestion(question);
  const [best, ...others] = none ? [] : routeQuestion(question, { stories, answers, named: story, talk });
  const ms = rounded(performance.now() - start);
  const refused = none
    ? nothing('no question', answerNoQuestion(none, stories, '/', story).message.summary)
    : best
      ? nothing('which story', 'Which story do you mean?')
      : nothing('no story', 'There is no story.');
  // Every story has sources: one of several is no answer.
  const isAny = best?.answer.part !== undefined && others.length > 0;
  return { said: { ...(best && !isAny ? printed(best, others, story) : refused), ms }, routed: best };
}

function nothing(state: State, answer: string) {
  return { answered: false, state, answer, statements: [], nearest: [], confidence: 0, next: [] };
}

/** @param others what other stories say that answer about equally well */
function printed({ story, answer }: RoutedAnswer, others: readonly RoutedAnswer[], named: Story | undefined) {
  return {
    answered: answer.isAnswered,
    state: others.length > 0 ? ('which story' satisfies State) : stateOf(answer),
    ...(named ? {} : { story: story.id }),
    ...(others.length > 0 && { others: others.map((other) => other.story.id) }),
    answer: answer.foreign ? answerForeign(story).message.summary : plainAnswer(story, answer),
    statements: answer.statements.map(shown),
    nearest: answer.nearest.map(shown),
    confidence: rounded(answer.confidence),
    next: answer.next.map(sayNext),
  };
}

function stateOf({ isAnswered, foreign, isUnsure }: StoryAnswer): State {
  if (isAnswered) return 'answered';
  if (foreign) return 'other language';
  return isUnsure ? 'unsure' : 'not told';
}

function shown({ id, what, evidence }: Statement) {
  return { id, text: what, evidence: evidence.map(passage) };
}

function passage({ source, paragraph, first, last }: Evidence) {
  return { source, paragraph, passage: last === undefined ? first : `${first} … ${last}` };
}

function rounded(figure: number): number {
  return Number(figure.toFixed(2));
}
