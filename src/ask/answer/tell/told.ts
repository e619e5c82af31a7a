/** What an answer has to tell besides its best statement: the other sides, the causes behind "why", how things stand since. */
import { type Event, isAgainst, type OpenQuestion, type Statement } from '../../../story/index.ts';
import type { Analysis } from '../question/analyse.ts';
import { figureFor } from '../rank/asked-figure.ts';
import { givesReason } from '../rank/fit.ts';
import type { Reading } from '../rank/reading.ts';
import type { Signed } from '../rank/signs.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { openCauseOf, presupposedIn, sidesOf, type Told } from './sides.ts';

/**
 * The best statement with what must not be left out: the other sides of a contested matter; what has changed since; behind
 * "why" the causes, before it where its own sentence gives no reason.
 */
export function tellAll(index: StoryIndex, best: Signed, candidates: readonly Signed[], reading: Reading): Told {
  const { statement } = best;
  const contested = index.questionOf(statement);
  if (contested) return sidesOf(contested, [asserted(index, contested, best, candidates, reading)], candidates);
  const told =
    statement.kind === 'event' ? ofEvent(index, statement, candidates, reading) : { statements: [statement] };
  return complete(index, told, candidates, reading);
}

/** The best statement on a contested matter; of those who say so, where it is asked what they know it from. */
function asserted(
  index: StoryIndex,
  matter: OpenQuestion,
  { statement }: Signed,
  candidates: readonly Signed[],
  { question }: Reading,
): Statement {
  const isDenial = statement.kind === 'position' && isAgainst(statement);
  if (!isDenial || !groundsForm.test(question)) return statement;
  const isHeld = (each: Statement) =>
    each.kind === 'position' && !isAgainst(each) && each.withdrawn === undefined && index.questionOf(each) === matter;
  return candidates.find((each) => isHeld(each.statement))?.statement ?? statement;
}

/** “How do they know that it was Iran?”; those who deny it have grounds of their own. */
const groundsForm =
  /^(?!.*\bdeni(?:al|es|ed)|.*\bdeny)(?:.*\bhow (?:do|does|did|can|could) .*\b(?:know|knew|tell|sure|certain)\b|.*\b(?:evidence|proof|prove[ns]?|proved)\b)/i;

/** With the sides of what the question takes for granted, or with what has changed since. */
export function complete(index: StoryIndex, told: Told, candidates: readonly Signed[], reading: Reading): Told {
  if (told.contested) return told;
  const presupposed = told.statements.map((each) => presupposedIn(index, each, reading)).find((each) => each);
  if (presupposed) return sidesOf(presupposed, told.statements, candidates);
  const { asked } = reading;
  const earlier = firstForm.test(reading.question) ? told.statements.flatMap((each) => updatedBy(index, each)) : [];
  if (earlier.length > 0) return { statements: [...new Set([...earlier, ...told.statements])] };
  const updates = told.statements.flatMap((each) => updatesOf(index, each));
  const others = told.statements.filter((each) => !updates.includes(each));
  if (others.some((each) => hasFigure(each, asked)) && !updates.some((each) => hasFigure(each, asked)))
    return { statements: [...new Set([...told.statements, ...updates])] };
  const isFigure = asked.for === 'how many' && !asked.isPast;
  const isFirst =
    isFigure || asked.isNow || others[0]?.withdrawn !== undefined || (asked.isPast && others.some(isCalledOff));
  if (isFirst) return { statements: [...new Set([...updates.toReversed(), ...others])] };
  return howItStands.has(asked.for) ? { statements: [...new Set([...told.statements, ...updates])] } : told;
}

/** Whether a figure is asked for, and a statement has it: “for how many minutes?” is not told by what ended it. */
function hasFigure(statement: Statement, asked: Analysis): boolean {
  return figureAsked.has(asked.for) && figureFor(statement, asked) !== undefined;
}

const figureAsked: ReadonlySet<Analysis['for']> = new Set(['how many', 'how long']);

/** What came of a plan in the end is what has been. */
function isCalledOff(statement: Statement): boolean {
  return statement.kind === 'event' && statement.calledOffBy !== undefined;
}

/** What is asked for where it matters how things stand since; when something happened stays so. */
const howItStands: ReadonlySet<Analysis['for']> = new Set(['what', 'whether', 'how many', 'overview']);

function updatesOf(index: StoryIndex, statement: Statement): Statement[] {
  return statement.kind === 'position' ? [] : statement.updatedBy.flatMap((id) => index.byId.get(id) ?? []);
}

/** “What was it to cost at first?” */
const firstForm =
  /\b(?:at first|originally|initially|to begin with|in the beginning|first (?:estimates?|figures?|reports?))\b/i;

/** What a statement is an update of. */
function updatedBy({ statements }: StoryIndex, { id }: Statement): Statement[] {
  return statements.filter((each) => each.kind !== 'position' && each.updatedBy.includes(id));
}

function ofEvent(index: StoryIndex, event: Event, candidates: readonly Signed[], reading: Reading): Told {
  const { asked } = reading;
  const plan = asked.for === 'when' && !asked.isCallingOff ? planCalledOffBy(index, event) : undefined;
  if (plan) return { statements: hasMoreOf(reading, event, plan, candidates) ? [event, plan] : [plan, event] };
  const end = index.byId.get(event.calledOffBy ?? '');
  if (end) return { statements: isAboutEnd(asked) ? [end, event] : [event, end] };
  if (asked.for === 'why') return causesOf(index, event, candidates);
  const open = openCauseOf(index, event);
  // Nobody is named as the doer, and who it was is contested.
  if (asked.for === 'who' && open && event.who.includes('not stated')) return sidesOf(open, [], candidates);
  return { statements: [event] };
}

/** What an event called off: “when was the hearing?” asks for its day, not for the day on which it was cancelled. */
function planCalledOffBy({ story }: StoryIndex, { id }: Event): Event | undefined {
  return story.events.find(({ calledOffBy }) => calledOffBy === id);
}

/** Whether a statement has a word of the question that another one lacks: “when was the lot withdrawn?” asks for the day of that. */
function hasMoreOf({ asked }: Reading, one: Event, other: Event, candidates: readonly Signed[]): boolean {
  const foundIn = ({ id }: Event) => candidates.find(({ statement }) => statement.id === id)?.found ?? [];
  const [own, others] = [foundIn(one), foundIn(other)];
  return asked.words.some(({ share }, n) => share === 1 && (own[n] ?? 0) >= there && (others[n] ?? 0) < hardly);
}

/** A word that is found so well is there; less well than this, hardly. */
const [there, hardly] = [0.5, 0.3];

/** Whether a plan took place, and why it did not, is told by what called it off. */
function isAboutEnd({ for: kind }: Analysis): boolean {
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
  return { statements: [...new Set([...statements, ...causes])], contested: open };
}

/** The open question about an event that asks for its cause. */
function disputedCauseOf({ story }: StoryIndex, { id }: Event): OpenQuestion | undefined {
  return story.openQuestions.find(({ asks, about }) => about.includes(id) && causeForm.test(asks));
}

const causeForm = /\b(?:why|causes?|caused|blame|fault|reason|responsible|behind)\b/i;
