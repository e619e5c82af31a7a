/** What must be known about a statement, told behind its words. */
import { emphasis, type Inline, line } from '../message/index.ts';
import { compareDays, type Day, type Statement, type Story } from '../story/index.ts';
import { sayDay } from './dates.ts';

/** What must be known about a statement, in brackets behind it. */
export function remarked(story: Story, statement: Statement): Inline[] {
  return bracketed(remarks(story, statement));
}

/** Each remark in brackets. */
export function bracketed(remarks: readonly string[]): Inline[] {
  return remarks.flatMap((remark) => [...line(' '), emphasis(`(${remark})`)]);
}

/** What must be known about a statement: that nobody says whose words it quotes, and what became of it. */
export function remarks(story: Story, statement: Statement): string[] {
  const { by, evidence } = statement;
  const anonymous =
    evidence.length > 1
      ? 'the reports do not say whose words these are'
      : 'the report does not say whose words these are';
  return [...(by === 'not stated' ? [anonymous] : []), ...changes(story, statement)];
}

/** What became of a statement: that it was withdrawn, corrected or updated. */
export function changes(story: Story, statement: Statement): string[] {
  const { withdrawn, corrections } = statement;
  return [...sayChanged(withdrawn, corrections.at(-1)?.when), ...sayUpdated(story, statement)];
}

/** That a statement was withdrawn, and that it was corrected, each on a day. */
export function sayChanged(withdrawn: Day | undefined, corrected: Day | undefined): string[] {
  return [
    ...(withdrawn === undefined ? [] : [`withdrawn on ${sayDay(withdrawn)}`]),
    ...(corrected === undefined ? [] : [`corrected on ${sayDay(corrected)}`]),
  ];
}

/**
 * That a later report tells how the matter stands since. Of what was withdrawn that is what withdrew it, and what called a
 * plan off is told by its label.
 */
function sayUpdated({ events, facts }: Story, statement: Statement): string[] {
  if (statement.kind === 'position' || statement.withdrawn !== undefined) return [];
  const calledOffBy = statement.kind === 'event' ? statement.calledOffBy : undefined;
  const days = [...events, ...facts]
    .filter(({ id, withdrawn }) => statement.updatedBy.includes(id) && withdrawn === undefined && id !== calledOffBy)
    .map(({ reported }) => reported)
    .toSorted(compareDays);
  const last = days.at(-1);
  if (last === undefined) return [];
  // Both may stand in one report.
  return [last > statement.reported ? `updated on ${sayDay(last)}` : 'updated since'];
}
