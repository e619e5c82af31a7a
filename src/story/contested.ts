/** The rule of both sides: a contested matter in short is never told by one side alone. */
import type { OpenQuestion, Position, Statement } from './story.ts';

/**
 * The denials of which one must stand beside `statement`; empty where it rests on no contested matter, or one does stand there.
 * @param beside the statements in short, `statement` among them
 */
export function denialsOwed(
  statement: Statement,
  beside: readonly Statement[],
  questions: readonly OpenQuestion[],
): Position[] {
  if (isDenial(statement)) return [];
  const denials = questions
    .filter(({ id }) => restsOn(statement, id))
    .flatMap(({ positions }) => positions.filter(isDenial));
  return beside.some((other) => denials.some(({ id }) => id === other.id)) ? [] : denials;
}

/** Whether somebody speaks against what is asked, by denying or doubting it. */
export function isAgainst({ stance }: Pick<Position, 'stance'>): boolean {
  return stance === 'denies' || stance === 'doubts';
}

function isDenial(statement: Statement): boolean {
  return statement.kind === 'position' && statement.stance === 'denies' && statement.withdrawn === undefined;
}

function restsOn(statement: Statement, question: string): boolean {
  if (statement.kind === 'position') return statement.on === question;
  return (
    statement.kind === 'event' && statement.because.some((ref) => ref === question || ref.startsWith(`${question}/`))
  );
}
