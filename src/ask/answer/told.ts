/** What an answer has to tell besides its best statement: the other sides of a contested matter, the causes behind "why". */
import type { OpenQuestion, Position, Statement } from '../../story/index.ts';
import type { Asked } from './analyse.ts';
import { givesReason } from './fit.ts';
import type { Signed } from './signs.ts';
import type { StoryIndex } from './story-index.ts';

export interface Told {
  readonly statements: readonly Statement[];
  readonly contested?: OpenQuestion;
}

/** The statement that an answer by this one begins with. */
export function answerFrom(index: StoryIndex, best: Signed, asked: Asked): Statement | undefined {
  return tellAll(index, best, [], asked).statements[0];
}

/**
 * The best statement with what must not be left out: the other sides of a contested matter; behind "why" the causes, before
 * it where its own sentence gives no reason.
 */
export function tellAll(index: StoryIndex, best: Signed, candidates: readonly Signed[], asked: Asked): Told {
  const { statement } = best;
  const contested = index.questionOf(statement);
  if (contested) return sidesOf(contested, [statement], candidates);
  if (statement.kind !== 'event') return { statements: [statement] };
  const open = index.story.openQuestions.find(({ id }) => statement.because.includes(id));
  if (asked.for === 'why' && statement.because.length > 0) {
    const causes = statement.because.flatMap((id) => index.byId.get(id) ?? []);
    const told = givesReason(statement) ? [statement, ...causes] : [...causes, statement];
    return open ? sidesOf(open, told, candidates) : { statements: told };
  }
  const end = index.byId.get(statement.calledOffBy ?? '');
  if (end) return { statements: [statement, end] };
  // Nobody is named as the doer, and who it was is contested.
  if (asked.for === 'who' && open && statement.who.includes('not stated')) return sidesOf(open, [], candidates);
  return { statements: [statement] };
}

/** These statements, then the other positions on the matter, in the order of the candidates. */
export function sidesOf(contested: OpenQuestion, first: readonly Statement[], candidates: readonly Signed[]): Told {
  const order = new Map(candidates.map(({ statement }, at) => [statement.id, at]));
  const others = contested.positions
    .filter(({ id, withdrawn }) => withdrawn === undefined && !first.some((each) => each.id === id))
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return { statements: [...first, ...otherSideFirst(first, others)], contested };
}

/** However many positions there are, the other side of the first stands right behind it, so that no list is cut before it. */
function otherSideFirst(first: readonly Statement[], others: readonly Position[]): Position[] {
  const side = [...first, ...others].find((each) => each.kind === 'position');
  const against = others.find((each) => side !== undefined && isAgainst(each) !== isAgainst(side));
  if (!against) return [...others];
  const rest = others.filter((each) => each !== against);
  const own = side && rest.includes(side) ? [side] : [];
  return [...own, against, ...rest.filter((each) => each !== side)];
}

function isAgainst({ stance }: Position): boolean {
  return stance === 'denies' || stance === 'doubts';
}

/** The statements of these ids, in their order; a contested matter among them is named. */
export function givenOf(index: StoryIndex, ids: readonly string[]): Told {
  const statements = ids.flatMap((id) => index.byId.get(id) ?? []);
  const contested = statements.map((each) => index.questionOf(each)).find((question) => question !== undefined);
  if (!contested) return { statements };
  return sidesOf(contested, statements, []);
}
