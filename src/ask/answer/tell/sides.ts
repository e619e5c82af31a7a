/** The sides of a contested matter: none is told without the others. */
import {
  type Event,
  isAgainst,
  isGivenUp,
  type OpenQuestion,
  type Position,
  type Statement,
} from '../../../story/index.ts';
import type { Point } from '../rank/point.ts';
import type { Reading } from '../rank/reading.ts';
import type { Signed } from '../rank/signs.ts';
import { isVoiceOf, placeOf } from '../story/actors.ts';
import { speakerOf } from '../story/doers.ts';
import type { StoryIndex } from '../story/story-index.ts';

export interface Told {
  readonly statements: readonly Statement[];
  /** The short answer, where it is settled, too. */
  readonly point?: Point;
  readonly contested?: OpenQuestion;
}

/** These statements, then the other positions on the matter, in the order of the candidates; last those that were given up. */
export function sidesOf(contested: OpenQuestion, first: readonly Statement[], candidates: readonly Signed[]): Told {
  const order = new Map(candidates.map(({ statement }, at) => [statement.id, at]));
  const others = contested.positions
    .filter(({ id, withdrawn }) => withdrawn === undefined && !first.some((each) => each.id === id))
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const held = others.filter((each) => !isGivenUp(each, contested.positions));
  const givenUp = others.filter((each) => !held.includes(each));
  return { statements: [...first, ...otherSideFirst(first, held), ...givenUp], contested };
}

/** Whether it is asked what somebody says, and the first of some statements is said by them. */
export function isSpeakersFirst([first]: readonly Statement[], { asked, mentions }: Reading): boolean {
  const speaker = first && speakerOf(first);
  return asked.for === 'words' && mentions.some(({ actor }) => speaker !== undefined && isVoiceOf(speaker, actor));
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

/** The first of some statements, at most so many: a side of a contested matter only with the other one, where there is one. */
export function evenly(index: StoryIndex, statements: readonly Statement[], most: number): Statement[] {
  const taken = new Set<Statement>();
  for (const statement of statements) {
    if (taken.size >= most) break;
    const other = otherSideOf(index, statement);
    const more = [statement, ...(other ? [other] : [])].filter((each) => !taken.has(each));
    if (taken.size + more.length <= most) for (const each of more) taken.add(each);
  }
  return [...taken];
}

/** One that holds, where there is one. */
function otherSideOf(index: StoryIndex, statement: Statement): Statement | undefined {
  const matter = index.questionOf(statement);
  if (statement.kind !== 'position' || !matter) return undefined;
  const [, ...others] = sidesOf(matter, [statement], []).statements;
  return others.find((each) => each.kind === 'position' && isAgainst(each) !== isAgainst(statement));
}

/** The statements of these ids, in their order; a contested matter among them is named. */
export function givenOf(index: StoryIndex, ids: readonly string[]): Told {
  const statements = ids.flatMap((id) => index.byId.get(id) ?? []);
  const contested = statements.map((each) => index.questionOf(each)).find((question) => question !== undefined);
  if (!contested) return { statements };
  return sidesOf(contested, statements, []);
}

/** The open question that an event's cause is, or is a side of. */
export function openCauseOf({ story }: StoryIndex, { because }: Event): OpenQuestion | undefined {
  return story.openQuestions.find(({ id }) => because.some((each) => each === id || each.startsWith(`${id}/`)));
}

/** The open question that a statement is a side of, or that is about what it tells. */
export function matterOf(index: StoryIndex, statement: Statement): OpenQuestion | undefined {
  const event = statement.kind === 'position' ? index.byId.get(statement.on) : statement;
  return (
    index.questionOf(statement) ??
    (event?.kind === 'event' ? openCauseOf(index, event) : undefined) ??
    index.story.openQuestions.find(({ about }) => about.includes(statement.id))
  );
}

/** The sides of a matter, those first that deny it, or those that do not, what was shown before the others; undefined where nobody does who still stands by it. */
export function sideOf(index: StoryIndex, matter: OpenQuestion, against: boolean, last?: Statement): Told | undefined {
  const first = matter.positions
    .filter((each) => each.withdrawn === undefined && isAgainst(each) === against && !index.isSuperseded(each))
    .toSorted((a, b) => rankOfSaid(a, last) - rankOfSaid(b, last));
  return first.length > 0 ? sidesOf(matter, first, []) : undefined;
}

/** What was shown is what is asked about, and whoever declines to say anything says nothing of it. */
function rankOfSaid(position: Position, last: Statement | undefined): number {
  if (position.stance === 'declines') return 2;
  return position.id === last?.id ? 0 : 1;
}

/**
 * The open question whether it was somebody whom the question takes for the doer: “when did Iran take down the sites?”, “who
 * condemned Iran’s attack?”
 */
export function presupposedIn(
  index: StoryIndex,
  statement: Statement,
  { question, mentions, roles: { doer } }: Reading,
): OpenQuestion | undefined {
  const event = statement.kind === 'position' ? index.byId.get(statement.on) : statement;
  const open = event?.kind === 'event' ? openCauseOf(index, event) : undefined;
  const owners = mentions.filter((each) => ownsForm.test(question.slice(placeOf(each).to))).map(({ actor }) => actor);
  const taken = [...owners, ...(doer ? [doer] : [])];
  return open && index.namedInQuestion(open).some((accused) => taken.includes(accused)) ? open : undefined;
}

/** Behind a name: it is somebody's. */
const ownsForm = /^['’]s? /;
