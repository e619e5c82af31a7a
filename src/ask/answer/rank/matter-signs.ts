/** Whether a statement is about what a question asks: by what it has, who does it, and what was last shown. */
import type { Statement } from '../../../story/index.ts';
import type { AskedFor } from '../question/question-forms.ts';
import { isVoiceOf } from '../story/actors.ts';
import { actorsOf } from '../story/doers.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { fitOf, isDated } from './fit.ts';
import { nearness } from './follow-up.ts';
import type { Reading } from './reading.ts';
import { doerFit, undergoerFit } from './roles-fit.ts';

/** From -1 to 1. */
export interface MatterSigns {
  /** Whether the statement has what is asked for; below 0 where it has not. */
  readonly fit: number;
  /** 1 where it surely does not have what is asked for. */
  readonly unfit: number;
  /** 1 where somebody whom the question names does or says it. */
  readonly actor: number;
  /** 1 where who does it in the question does it; -1 where it is somebody else. */
  readonly doer: number;
  /** 1 where it is done to the same as in the question; -1 where that one does it. */
  readonly undergoer: number;
  /** How near it is to what was last shown, where the question leans on that by a pronoun, or wholly. */
  readonly near: number;
  readonly nearWholly: number;
  /** The same where it leans on nothing; and the more so, the less it asks by itself ("which ear?"). */
  readonly nearby: number;
  readonly nearbyIfShort: number;
}

/** How well what was last shown fits a question that asks no more than its day, doer or place. */
const itsOwn = 0.15;
/** A number asked of what has none, say. */
const surelyUnfit = -0.3;
/** What its actor has taken back since answers less. */
const superseded = 0.08;

/** The signs of one statement. @param vague how little the question tells, 0..1 */
export function matterSigns(index: StoryIndex, statement: Statement, reading: Reading, vague: number): MatterSigns {
  const { question, asked, mentions, roles, leaning, last } = reading;
  const near = last.length > 0 ? nearness(question, statement, last, index.story) : 0;
  const actors = actorsOf(statement);
  const named = index.namedIn(statement);
  // “When?” behind an answer asks for its own day.
  const asksForIts = leaning === 2 && near === 1 && hasIts(statement, asked.for);
  const fit = asksForIts ? itsOwn : fitOf(statement, reading);
  return {
    fit: fit - (index.isSuperseded(statement) ? superseded : 0),
    unfit: fit <= surelyUnfit ? 1 : 0,
    actor: mentions.some(({ actor }) => actors.some((each) => isVoiceOf(each, actor))) ? 1 : 0,
    doer: doerFit(actors, named, roles),
    undergoer: undergoerFit(actors, named, roles),
    near: leaning === 1 ? near : 0,
    nearWholly: leaning === 2 ? near : 0,
    nearby: leaning === 0 ? near : 0,
    nearbyIfShort: leaning === 0 ? near * vague : 0,
  };
}

/** Whether a statement has a day, a place or a doer of its own. */
export function hasIts(statement: Statement, kind: AskedFor): boolean {
  if (kind === 'when') return statement.when !== undefined || isDated(statement);
  if (kind === 'where') return statement.kind === 'event' && statement.where !== undefined;
  return kind === 'who' && actorsOf(statement).length > 0;
}
