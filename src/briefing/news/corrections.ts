/** Corrections and withdrawals that are news. */
import { type Block, line, struck } from '../../message/index.ts';
import { compareDays, type Statement, type Story, statementsOf } from '../../story/index.ts';
import { sayDay } from '../dates.ts';
import { mark, sayCorrection } from '../wording.ts';
import type { NewsParts } from './parts.ts';

/** Corrections and withdrawals, by day: before all else. */
export function correctionBlocks(
  story: Story,
  { corrections, withdrawn }: Pick<NewsParts, 'corrections' | 'withdrawn'>,
): Block[] {
  const byId = new Map(statementsOf(story).map((statement) => [statement.id, statement]));
  const corrected = corrections.map((correction) => ({
    day: correction.when,
    block: sayCorrection(story, correction, byId.get(correction.statement)),
  }));
  const gone = withdrawn.map((statement) => ({
    day: statement.withdrawn ?? '',
    block: sayWithdrawal(story, statement),
  }));
  return [...corrected, ...gone].toSorted((a, b) => compareDays(a.day, b.day)).map(({ block }) => block);
}

/** What no longer holds, struck through. */
function sayWithdrawal(story: Story, statement: Statement): Block {
  return {
    kind: 'entry',
    label: line(`Withdrawn on ${sayDay(statement.withdrawn ?? '')}`),
    content: [struck(statement.what), ...mark(story, statement.evidence)],
    statements: [statement.id],
  };
}
