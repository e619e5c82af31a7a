/** The short answer of an answer: a part of what it begins with, left out where it could be wrong. */
import { type Actor, type OpenQuestion, type Statement, statusOf } from '../../../story/index.ts';
import { type Analysis, kindAsked } from '../question/analyse.ts';
import { hasEnd } from '../rank/follow-up.ts';
import { type Point, pointOf } from '../rank/point.ts';
import type { Candidate } from '../rank/rank-statements.ts';
import type { Reading } from '../rank/reading.ts';
import { amountIn } from './amount.ts';
import type { Told } from './sides.ts';

/**
 * Nothing where much of the question is not in the statement: its day or its doer may then answer another question; and nothing
 * of what was withdrawn.
 * @param best what answers best; undefined where the answer is settled
 */
export function shortAnswer({ statements, contested }: Told, reading: Reading, best: Candidate | undefined) {
  const { asked } = reading;
  const [first] = statements;
  if (!first) return undefined;
  const isAboutIt =
    best === undefined || best.signs.matter.nearWholly > 0 || best.share >= mostOfIt || best.signs.listed.same > 0;
  if (!isAboutIt || statements.some(({ withdrawn }) => withdrawn !== undefined)) return undefined;
  // The day on which it began, or was reported, is not the one until which it was so.
  if (untilForm.test(reading.question) && !hasEnd(first)) return undefined;
  const plain = statements.filter((each) => each.kind !== 'position' || each.on !== contested?.id);
  if (asked.for === 'who' && !best && plain.length > 0) return allWho(plain, reading);
  const isOfFirst = asked.for === 'when' || asked.isNow || (best && isUpdate(first, best.statement));
  const point = partAsked(isOfFirst ? first : (best?.statement ?? first), contested, reading);
  // “Who is to blame?” is neither asserted nor denied.
  return point?.kind === 'sides' && kindAsked(point.question.asks).for !== 'whether' ? undefined : point;
}

/** The part of a statement that was asked for; an amount or a place of one side is no answer. */
function partAsked(statement: Statement, contested: OpenQuestion | undefined, reading: Reading): Point | undefined {
  const { asked, mentions } = reading;
  const point = asked.isAge ? undefined : pointOf(asked, statement, contested, mentions);
  if (point?.kind === 'actors' && isWithOthers(statement, point.actors)) return undefined;
  return point ?? (contested ? undefined : (amountIn(statement, reading) ?? plannedPlace(statement, asked)));
}

/** Whether some of those who did it are not named. */
function isWithOthers(statement: Statement, [first]: readonly Actor[]): boolean {
  const who = statement.kind === 'event' ? statement.who : [];
  return who.includes('not stated') && who.some((each) => each === first);
}

/** Where something is to be, or was to be. */
function plannedPlace(statement: Statement, { for: kind, isWay }: Analysis): Point | undefined {
  if (kind !== 'where' || isWay || statement.kind !== 'event' || statement.where === undefined) return undefined;
  const status = statusOf(statement);
  return status === 'happened' ? undefined : { kind: 'place', text: statement.where, status };
}

/** Whether one of two statements updates the other. */
function isUpdate(a: Statement, b: Statement): boolean {
  const updates = (from: Statement, to: Statement) => from.kind !== 'position' && from.updatedBy.includes(to.id);
  return updates(a, b) || updates(b, a);
}

/** Everybody who is asked for, where several statements were given as the answer, beside the sides of a contested matter. */
function allWho(statements: readonly Statement[], { asked, mentions }: Reading): Point | undefined {
  const points = statements.flatMap((each) => pointOf(asked, each, undefined, mentions) ?? []);
  const actors = points.flatMap((point) => (point.kind === 'actors' ? point.actors : []));
  return actors.length > 0 ? { kind: 'actors', actors: [...new Set(actors)] } : points[0];
}

/** “By when?” asks for a day by which it was done, which may be its own. */
const untilForm = /\b(?:until|till) when\b/i;
/** An answer that has less of the question may answer another one. */
const mostOfIt = 0.65;
