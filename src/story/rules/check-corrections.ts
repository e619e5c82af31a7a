/** The rules of corrections: each replaces something, and comes behind what it rests on. */

import type { StoryFile } from '../format/schema.ts';
import type { Complain } from '../problem.ts';
import { type Statement, type Story, statementsOf } from '../story.ts';
import { DateProblem, parseWhen } from '../when.ts';

/** Complains of each correction that corrects nothing, or is dated before what it rests on. */
export function checkCorrections(story: Story, file: StoryFile, complain: Complain) {
  const byId = new Map(statementsOf(story).map((statement) => [statement.id, statement]));
  const published = new Map(story.sources.map((source) => [source.id, source.published.last]));
  for (const [index, raw] of file.corrections.entries()) {
    const path = ['corrections', index];
    const statement = byId.get(raw.statement);
    const built = statement?.corrections.find(({ was, field }) => was === raw.was && field === raw.field);
    if (!statement || !built) continue;
    if (built.now === '') complain([...path, 'field'], `‘${raw.statement}’ has no \`${raw.field}\` to correct`);
    else if (built.now === raw.was) complain([...path, 'was'], stillSaid(statement));
    if (built.when < statement.reported)
      complain([...path, 'when'], `the statement was first reported later, on ${statement.reported}`);
    const late = built.evidence.find(({ source }) => (published.get(source) ?? '') > built.when);
    if (late)
      complain([...path, 'when'], `its report ‘${late.source}’ was published later, on ${published.get(late.source)}`);
    if (raw.field === 'when' && !isDate(raw.was, story.timeZone)) {
      complain([...path, 'was'], `‘${raw.was}’ is no date; a corrected date was one`);
    }
  }
}

function stillSaid({ kind, withdrawn }: Statement): string {
  const still = '`was` is what the statement still says';
  if (withdrawn === undefined) return `${still}; change the statement to what is right`;
  const reason = kind === 'position' ? '' : ', and `updated_by` may name what tells why';
  return `${still}; leave the correction out: \`withdrawn\` tells that it is gone${reason}`;
}

function isDate(text: string, timeZone: string): boolean {
  try {
    return parseWhen(text.split(', '), timeZone).length > 0;
  } catch (error) {
    if (error instanceof DateProblem) return false;
    throw error;
  }
}
