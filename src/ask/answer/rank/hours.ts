/** Times of day, as sources give them. */
import type { Statement } from '../../../story/index.ts';

const hourForm =
  /\b(?:noon|midday|midnight|dawn|dusk|sunrise|sunset|overnight|mornings?|afternoons?|evenings?|nights?|\d{1,2}[.:]\d{2}|\d{1,2} ?(?:o['’]clock|[ap]\.?m\b)|(?:shortly )?(?:before|after) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)/i;

/** Whether a statement tells a time of day, in its sentence or in its date. */
export function tellsHour(statement: Statement): boolean {
  return isInstant(statement) || hourForm.test(statement.what) || hourForm.test(statement.stated ?? '');
}

/** Whether its date is given to the minute. */
export function isInstant({ when }: Statement): boolean {
  return when?.some((span) => span.kind === 'moment' && span.at.precision === 'instant') ?? false;
}

/** The source's words for when it was, where they tell a time of day and the sentence does not. */
export function hourBeside({ what, stated = '' }: Statement): string | undefined {
  return hourForm.test(stated) && !hourForm.test(what) ? stated : undefined;
}
