/** The short answer to "when": a day, the hour that was asked for, or when it was reported. */
import { type Event, type Fact, type Position, type Statement, statusOf } from '../../../story/index.ts';
import { lemmaOf } from '../../words/related.ts';
import { wordsOf } from '../../words/words.ts';
import type { Analysis } from '../question/analyse.ts';
import { speakerOf } from '../story/doers.ts';
import { isDated } from './fit.ts';
import { hourBeside, isInstant } from './hours.ts';
import type { Point } from './point.ts';

/** Nothing where the statement itself tells it best, or its day could be another one's. */
export function dayPointOf(statement: Statement, asked: Analysis): Point | undefined {
  if (asked.isClock) return hourOf(statement);
  // It stands with the day before the sentence.
  if (asked.isWeekday) return undefined;
  if (statement.kind === 'event') return ofEvent(statement, asked);
  const isAboutSaying = asked.isSaying || asked.words.every(({ share }) => share < 1);
  return statement.kind === 'fact' ? ofFact(statement, isAboutSaying) : ofPosition(statement, isAboutSaying);
}

/** The hour by itself only where the sentence does not tell it. */
function hourOf(statement: Statement): Point | undefined {
  if (isInstant(statement) && statement.when) return { kind: 'instant', when: statement.when };
  const text = hourBeside(statement);
  return text === undefined ? undefined : { kind: 'hour', text };
}

function ofEvent(event: Event, asked: Analysis): Point | undefined {
  const status = statusOf(event);
  if (status === 'happened' && isOnlyToBe(event, asked)) return undefined;
  return { kind: 'day', when: event.when, ...(status !== 'happened' && { status }) };
}

function ofFact(fact: Fact, isAboutSaying: boolean): Point | undefined {
  // A day in the sentence itself is another one.
  if (isDated(fact)) return undefined;
  if (fact.when) return { kind: 'day', when: fact.when };
  return isAboutSaying && speakerOf(fact) ? { kind: 'reported', statement: fact } : undefined;
}

/** A position has a day only as something that was said. */
function ofPosition(position: Position, isAboutSaying: boolean): Point | undefined {
  if (!isAboutSaying) return undefined;
  return position.when ? { kind: 'day', when: position.when } : { kind: 'reported', statement: position };
}

/** Whether what was done is in the sentence only as what somebody was to do: the day of an order to leave is not that of leaving. */
function isOnlyToBe({ what }: Event, { isBidden, words }: Analysis): boolean {
  const done = lemmaOf(words.at(-1)?.word.text ?? '');
  return (
    !isBidden && hasLemma([...what.matchAll(toBeForm)].join(' '), done) && !hasLemma(what.replace(toBeForm, ''), done)
  );
}

const toBeForm = /\bto \p{L}+/gu;

function hasLemma(text: string, lemma: string): boolean {
  return wordsOf(text).some((word) => lemmaOf(word.text) === lemma);
}
