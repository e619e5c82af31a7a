/** A question to a story: the statements that answer it, or that none does, with the nearest ones. */
import type { Statement } from '../../story/index.ts';
import { answerPart } from './answer-given.ts';
import { requestedPart } from './question/requested-part.ts';
import { certaintyOf } from './rank/certainty.ts';
import { type Candidate, rankStatements } from './rank/rank-statements.ts';
import { readQuestion } from './rank/read-question.ts';
import type { Reading } from './rank/reading.ts';
import type { StoryIndex } from './story/story-index.ts';
import { nothingTold, type StoryAnswer } from './story-answer.ts';
import { nextQuestions } from './tell/next-questions.ts';
import { isSurelyNotTold } from './tell/not-told.ts';
import { settledBy } from './tell/settled.ts';
import { shortAnswer } from './tell/short-answer.ts';
import { evenly, isSpeakersFirst, type Told } from './tell/sides.ts';
import { tellAll } from './tell/told.ts';

/** Below this nothing is told as an answer. */
const leastConfidence = 0.58;
/** What is surely nothing else may be settled by the form of a question that stands alone. */
const leastLikely = 0.3;
/** From here on it is not said that the story does not tell it. */
const mayAnswer = 0.15;
/** From here on what comes nearest is taken for what the next question leans on; else that is what was told before. */
const mayBeMeant = 0.25;
/** How sure an answer is that is settled. */
const sureIfSettled = 0.8;
const mostNearest = 3;
/** What has less of a question than this comes near to nothing. */
const leastShown = 0.2;

/**
 * Answers a question.
 * @param last what was last shown in this conversation, best first; empty where the question stands alone
 */
export function answerStory(index: StoryIndex, typed: string, last: readonly Statement[] = []): StoryAnswer {
  const reading = readQuestion(index, typed, last);
  const { asked } = reading;
  if (index.isForeign(typed)) return { ...nothingTold(index, asked), foreign: true };
  const part = requestedPart(typed, last.length > 0);
  if (part) return answerPart(index, part, asked);
  const candidates = rankStatements(index, reading);
  const [best] = candidates;
  const notTold = isSurelyNotTold(index, reading);
  const certainty = notTold ? 0 : certaintyOf({ index, reading, candidates });
  const isSure = best !== undefined && certainty >= leastConfidence;
  const settled = notTold
    ? undefined
    : settledBy(index, reading, candidates, { isSure, isLikely: isLikely(certainty, last) });
  const told = settled ?? (isSure ? tellAll(index, best, candidates, reading) : nothing);
  const isAnswered = told.statements.length > 0;
  const nearest = nearestTo(index, told, candidates, asked);
  const point = told.point ?? shortAnswer(told, reading, settled ? undefined : best);
  const about = isAnswered ? assumed(best, reading) : undefined;
  const isUnsure = !isAnswered && certainty >= mayAnswer;
  const inView = isUnsure ? meantNext(nearest, certainty) : told.statements;
  return {
    asked,
    isAnswered,
    ...told,
    isSpeakersFirst: isSpeakersFirst(told.statements, reading),
    ...(point && { point }),
    ...(about && { about }),
    nearest,
    confidence: Math.max(settled ? sureIfSettled : 0, certainty),
    isFollowUp: reading.leaning > 0,
    isUnsure,
    inView,
    isNotTold: notTold,
    next: nextQuestions(index.story, inView, asked.for),
  };
}

/** What the next question may mean behind “I found no sure answer”: what comes nearest, where that is likely enough. */
function meantNext(nearest: readonly Statement[], certainty: number): readonly Statement[] {
  return certainty >= mayBeMeant ? nearest.slice(0, 1) : [];
}

/** Behind an answer, “and the miners?” may mean another matter than that on which they are heard. */
function isLikely(certainty: number, last: readonly Statement[]): boolean {
  return certainty >= leastConfidence || (last.length === 0 && certainty > leastLikely);
}

const nothing: Told = { statements: [] };

/** What comes near and is not told, best first; beside the latest nothing, which would be older. */
function nearestTo(
  index: StoryIndex,
  { statements }: Told,
  candidates: readonly Candidate[],
  { overview }: Reading['asked'],
): Statement[] {
  if (overview === 'latest' && statements.length > 0) return [];
  const told = new Set(statements.map(({ id }) => id));
  const near = candidates.filter(({ statement, share }) => !told.has(statement.id) && share > leastShown);
  return evenly(
    index,
    near.map(({ statement }) => statement),
    mostNearest,
  );
}

/**
 * What was last shown, where the answer is near to it and the question leans on it, or tells little by itself, or is listed
 * behind it. Whoever asks for the latest, or for all in short, asks of the whole story.
 */
function assumed(best: Candidate | undefined, { asked, leaning, last, isGivenBehind }: Reading): Statement | undefined {
  if (!best || asked.overview) return undefined;
  if (isGivenBehind) return last[0];
  const { near, nearWholly, nearby } = best.signs.matter;
  const isTaken = leaning > 0 ? Math.max(near, nearWholly) > sameActor : nearby > sameActor && best.share < halfOfIt;
  return isTaken ? last[0] : undefined;
}

const halfOfIt = 0.5;
/** How near it is that has no more in common with it than who did or said it. */
const sameActor = 0.4;
