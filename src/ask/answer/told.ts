/** What an answer has to tell besides its best statement: the other sides of a contested matter, the causes behind "why". */
import type { Event, OpenQuestion, Position, Statement } from '../../story/index.ts';
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
  const plan = asked.for === 'when' && !asked.isCallingOff ? planCalledOffBy(index, statement) : undefined;
  if (plan) return { statements: [plan, statement] };
  const end = index.byId.get(statement.calledOffBy ?? '');
  if (end) return { statements: isAboutEnd(asked) ? [end, statement] : [statement, end] };
  if (asked.for === 'why') return causesOf(index, statement, candidates);
  const open = openCauseOf(index, statement);
  // Nobody is named as the doer, and who it was is contested.
  if (asked.for === 'who' && open && statement.who.includes('not stated')) return sidesOf(open, [], candidates);
  return { statements: [statement] };
}

/** What an event called off: “when was the hearing?” asks for its day, not for the day on which it was cancelled. */
function planCalledOffBy({ story }: StoryIndex, { id }: Event): Event | undefined {
  return story.events.find(({ calledOffBy }) => calledOffBy === id);
}

/** Whether a plan took place, and why it did not, is told by what called it off. */
function isAboutEnd({ for: kind }: Asked): boolean {
  return kind === 'whether' || kind === 'why';
}

/** An event that gives its reason, then its causes; else the causes first, and before them the sides of a contested one. */
function causesOf(index: StoryIndex, event: Event, candidates: readonly Signed[]): Told {
  const causes = event.because.flatMap((id) => index.byId.get(id) ?? []);
  const open = openCauseOf(index, event) ?? (causes.length === 0 ? disputedCauseOf(index, event) : undefined);
  if (givesReason(event)) {
    const told = [event, ...causes];
    return open ? sidesOf(open, told, candidates) : { statements: told };
  }
  if (!open) return { statements: [...causes, event] };
  const { statements } = sidesOf(open, [], candidates);
  return { statements: [...statements, ...causes], contested: open };
}

/** The open question that the event's cause is. */
export function openCauseOf({ story }: StoryIndex, { because }: Event): OpenQuestion | undefined {
  return story.openQuestions.find(({ id }) => because.includes(id));
}

/** The open question about an event that asks for its cause. */
function disputedCauseOf({ story }: StoryIndex, { id }: Event): OpenQuestion | undefined {
  return story.openQuestions.find(({ asks, about }) => about.includes(id) && causeForm.test(asks));
}

const causeForm = /\b(?:why|causes?|caused|blame|fault|reason|responsible|behind)\b/i;

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
