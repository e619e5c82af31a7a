/** A question to a story: the statements that answer it, or that none does, with the nearest ones. */
import type { OpenQuestion, Statement } from '../../story/index.ts';
import type { Asked } from './question/analyse.ts';
import { type PartAsked, partAsked } from './question/part-asked.ts';
import { certaintyOf } from './rank/certainty.ts';
import type { Point } from './rank/point.ts';
import { type Candidate, rankStatements } from './rank/rank-statements.ts';
import { readQuestion } from './rank/read-question.ts';
import type { Reading } from './rank/reading.ts';
import type { StoryIndex } from './story/story-index.ts';
import { type NextQuestion, nextQuestions } from './tell/next-questions.ts';
import { settledBy, tellGiven } from './tell/settled.ts';
import { shortAnswer } from './tell/short-answer.ts';
import { evenly, type Told } from './tell/sides.ts';
import { tellAll } from './tell/told.ts';
import { holds, statementsIn } from './tell/whole-part.ts';

export interface StoryAnswer {
  readonly asked: Asked;
  readonly isAnswered: boolean;
  /** The part of the story that was asked for as a whole: `statements` then holds those of it. */
  readonly part?: PartAsked;
  /** Best first; empty where the story does not answer, or a part has none. */
  readonly statements: readonly Statement[];
  /** The short answer. */
  readonly point?: Point;
  /** The matter that the answer is about, where it is contested: `statements` then holds its sides. */
  readonly contested?: OpenQuestion;
  /** What was taken for granted: the statement that "it" or "that" means. */
  readonly about?: Statement;
  /** The question leans on what was shown before. */
  readonly isFollowUp: boolean;
  /** What comes nearest besides, best first. */
  readonly nearest: readonly Statement[];
  /** In whose light the next question is read: what answers, else what comes nearest, where that may answer. */
  readonly inView: readonly Statement[];
  /** 0..1; from 0.58 on it is an answer. */
  readonly confidence: number;
  /** Nothing is surely an answer, and what comes nearest may be one. */
  readonly isUnsure: boolean;
  /** The editor lists it among what the story does not tell. */
  readonly isNotTold: boolean;
  readonly next: readonly NextQuestion[];
  /** The question is in another language than the story. */
  readonly foreign?: true;
}

/** Below this nothing is told as an answer. */
const leastConfidence = 0.58;
/** From here on it is not said that the story does not tell it. */
const mayAnswer = 0.15;
/** How sure an answer is that is settled. */
const sureIfSettled = 0.8;
const mostNearest = 3;
/** Of a part of the story. */
const mostInView = 5;
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
  const part = partAsked(typed, last.length > 0);
  if (part) return answerPart(index, part, asked);
  const candidates = rankStatements(index, reading);
  const [best] = candidates;
  const notTold = reading.given?.length === 0;
  const settled = notTold ? undefined : settledBy(index, reading, candidates);
  const certainty = notTold ? 0 : certaintyOf({ index, reading, candidates });
  const isSure = best !== undefined && certainty >= leastConfidence;
  const told = settled ?? (isSure ? tellAll(index, best, candidates, reading) : nothing);
  const isAnswered = told.statements.length > 0;
  const said = new Set(told.statements.map(({ id }) => id));
  const near = candidates.filter(({ statement, share }) => !said.has(statement.id) && share > leastShown);
  const nearest = evenly(
    index,
    near.map(({ statement }) => statement),
    mostNearest,
  );
  const point = shortAnswer(told, reading, settled ? undefined : best);
  const about = isAnswered ? assumed(best, reading) : undefined;
  const isUnsure = !isAnswered && certainty >= mayAnswer;
  return {
    asked,
    isAnswered,
    ...told,
    ...(point && { point }),
    ...(about && { about }),
    nearest,
    confidence: Math.max(settled ? sureIfSettled : 0, certainty),
    isFollowUp: reading.leaning > 0,
    isUnsure,
    inView: isUnsure ? nearest.slice(0, 1) : told.statements,
    isNotTold: notTold,
    next: nextQuestions(index.story, told.statements, asked.for),
  };
}

const nothing: Told = { statements: [] };

/** What was last shown, where the answer is near to it and the question leans on it, or tells little by itself, or is listed behind it. */
function assumed(best: Candidate | undefined, { leaning, last, isGivenBehind }: Reading): Statement | undefined {
  if (!best) return undefined;
  if (isGivenBehind) return last[0];
  const { near, nearWholly, nearby } = best.signs.matter;
  const isTaken = leaning > 0 ? Math.max(near, nearWholly) > sameActor : nearby > sameActor && best.share < halfOfIt;
  return isTaken ? last[0] : undefined;
}

const halfOfIt = 0.5;
/** How near it is that has no more in common with it than who did or said it. */
const sameActor = 0.4;

/** What is in a part of the story, or that there is nothing of the kind, which no editor need mend. */
function answerPart(index: StoryIndex, part: PartAsked, asked: Asked): StoryAnswer {
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

function nothingTold({ story }: StoryIndex, asked: Asked): StoryAnswer {
  return {
    asked,
    isAnswered: false,
    statements: [],
    nearest: [],
    inView: [],
    confidence: 0,
    isFollowUp: false,
    isUnsure: false,
    isNotTold: false,
    next: nextQuestions(story, [], ''),
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
