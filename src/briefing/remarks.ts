/** What must be known about a statement, told behind its words. */
import { emphasis, type Inline, line } from '../message/index.ts';
import { compareDays, type Day, type Statement, type Story } from '../story/index.ts';
import { sayDay } from './dates.ts';

/** What must be known about a statement, in brackets behind it. */
export function remarked(story: Story, statement: Statement): Inline[] {
  const all = [...remarks(statement), ...sayUpdated(story, statement)];
  return all.flatMap((remark) => [...line(' '), emphasis(`(${remark})`)]);
}

/** What must be known about a statement by itself: that nobody says whose words it quotes, that it was withdrawn, that it was corrected. */
export function remarks(statement: Statement): string[] {
  const { by, withdrawn, evidence } = statement;
  const anonymous =
    evidence.length > 1
      ? 'the reports do not say whose words these are'
      : 'the report does not say whose words these are';
  return [...(by === 'not stated' ? [anonymous] : []), ...sayChanged(withdrawn, statement.corrections.at(-1)?.when)];
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
