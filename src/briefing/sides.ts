/** The sides of an open question: which positions still stand, and which must be told beside which. */
import { compareDays, isAgainst, type OpenQuestion, type Position } from '../story/index.ts';
import { byDay } from './wording.ts';

/** One position of either side, each from its actor's newest report, as they came; where all are on one side, the two newest. */
export function sides({ positions }: OpenQuestion): Position[] {
  const standing = positions.filter(isStanding);
  const newest = new Map<string, Position>();
  for (const position of standing) {
    // An actor who said both in one report has taken both sides.
    const key = `${position.actor.id} ${isAgainst(position)} `;
    const known = newest.get(key);
    if (!known || known.reported < position.reported) newest.set(key, position);
  }
  const latest = [...newest.values()];
  const current = latest.filter((position) => !latest.some((other) => replaces(other, position)));
  const against = current.find(isAgainst);
  const side = current.find((position) => !isAgainst(position));
  return byDay(side && against ? [side, against] : byDay(current).slice(-2));
}

/**
 * The positions that must stand beside some of a question's: one of each side that is missing among them, the newest that
 * its actor has not given up. Empty where both sides stand there, the question has only one, or nobody there takes a side.
 */
export function owedSides({ positions }: OpenQuestion, beside: readonly Position[]): Position[] {
  if (beside.length > 0 && beside.every(({ stance }) => stance === 'declines')) return [];
  const standing = positions.filter(isStanding);
  return bothOf(standing).flatMap((isSide) => (beside.some(isSide) ? [] : newestOf(standing, isSide)));
}

/** The newest position of each side among some; the newest of all where none takes a side. */
export function oneOfEachSide(positions: readonly Position[]): Position[] {
  const chosen = bothOf(positions).flatMap((isSide) => newestOf(positions, isSide));
  return chosen.length > 0 ? chosen : newestReport(positions);
}

type Side = (position: Position) => boolean;

/** A doubt speaks against only where nobody denies. */
function bothOf(positions: readonly Position[]): [Side, Side] {
  return [positions.some(isDenial) ? isDenial : isAgainst, isClaim];
}

function newestOf(positions: readonly Position[], isSide: Side): Position[] {
  const side = positions.filter(isSide);
  const current = side.filter((position) => !positions.some((other) => replaces(other, position)));
  return newestReport(current.length > 0 ? current : side);
}

/** The one reported last; of several the first in the file, where editors put what matters most. */
export function newestReport(positions: readonly Position[]): Position[] {
  return positions.toSorted((a, b) => compareDays(b.reported, a.reported)).slice(0, 1);
}

function isDenial({ stance }: Position): boolean {
  return stance === 'denies';
}

function isClaim(position: Position): boolean {
  return !isAgainst(position) && position.stance !== 'declines';
}

/** Whether the actor has changed sides since. */
function replaces(other: Position, position: Position): boolean {
  return other.actor === position.actor && other.reported > position.reported;
}

/** Whether it was not withdrawn. */
export function isStanding({ withdrawn }: Position): boolean {
  return withdrawn === undefined;
}
