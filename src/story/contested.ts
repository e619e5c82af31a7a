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

/** Whether it was withdrawn, or its actor has since gone over to the other side. @param positions all that there are on the matter */
export function isGivenUp(position: Position, positions: readonly Position[]): boolean {
  if (position.withdrawn !== undefined) return true;
  if (position.stance === 'declines') return false;
  const since = positions.filter(
    ({ actor, stance, reported, withdrawn }) =>
      actor === position.actor && stance !== 'declines' && reported > position.reported && withdrawn === undefined,
  );
  // Who says both in one report is on both sides.
  const last = since.filter(({ reported }) => since.every((other) => other.reported <= reported));
  return last.length > 0 && last.every((each) => isAgainst(each) !== isAgainst(position));
}

/** Statements in their order, but last the positions on a matter that were given up. */
export function givenUpLast<S extends Statement>(statements: readonly S[], { positions }: OpenQuestion): S[] {
  const isLast = (each: Statement) => each.kind === 'position' && isGivenUp(each, positions);
  return [...statements.filter((each) => !isLast(each)), ...statements.filter(isLast)];
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
