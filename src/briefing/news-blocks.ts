/** What is new in a story as blocks: what happened, who says what, what is coming up, and how much more there is. */
import { type Block, emphasis, type Line, line, struck } from '../message/index.ts';
import {
  denialsOwed,
  type Event,
  type OpenQuestion,
  type Position,
  type Statement,
  type Story,
  statementsOf,
  statusOf,
} from '../story/index.ts';
import { sayDay } from './dates.ts';
import type { StoryNews } from './news.ts';
import type { NewsParts, Period } from './news-parts.ts';
import { newestReport, oneOfEachSide, owedSides } from './sides.ts';
import {
  byDay,
  counted,
  eventLabel,
  heading,
  headline,
  listed,
  mark,
  say,
  sayCorrection,
  sayPosition,
  sayShort,
} from './wording.ts';

/** How much of the news is told in words; the rest is counted. */
export interface Detail {
  /** Events in whole sentences; else by their headlines. */
  readonly sentences: boolean;
  /** All new positions; else the newest of each side. */
  readonly allPositions: boolean;
  readonly sayings: boolean;
  /** The most of them. */
  readonly developments: number;
  /** The most open questions and older events that new positions are told under. */
  readonly questions: number;
  /** The most plans. */
  readonly coming: number;
  /** Also older events, and the background. */
  readonly background: boolean;
}

/** All that is new in words. */
export const everything: Detail = {
  sentences: true,
  allPositions: true,
  sayings: true,
  developments: Number.POSITIVE_INFINITY,
  questions: Number.POSITIVE_INFINITY,
  coming: Number.POSITIVE_INFINITY,
  background: true,
};

/** The news of one story as it is told. */
export interface Told {
  readonly story: Story;
  readonly parts: NewsParts;
  readonly period: Period;
  readonly detail: Detail;
}

/** Corrections and withdrawals, by day: before all else. */
export function correctionBlocks(
  story: Story,
  { corrections, withdrawn }: Pick<NewsParts, 'corrections' | 'withdrawn'>,
): Block[] {
  const byId = new Map(statementsOf(story).map((statement) => [statement.id, statement]));
  const corrected = corrections.map((correction) => {
    const statement = byId.get(correction.statement);
    return {
      day: correction.when,
      block: sayCorrection(story, correction, statement ? headline(statement) : correction.statement),
    };
  });
  const gone = withdrawn.map((statement) => ({
    day: statement.withdrawn ?? '',
    block: sayWithdrawal(story, statement),
  }));
  return [...corrected, ...gone]
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ block }) => block);
}

/** What no longer holds, struck through. */
export function sayWithdrawal(story: Story, statement: Statement): Block {
  return {
    kind: 'entry',
    label: line(`Withdrawn on ${sayDay(statement.withdrawn ?? '')}`),
    content: [struck(statement.what), ...mark(story, statement.evidence)],
    statements: [statement.id],
  };
}

/** The news itself, without its corrections. */
export function newsBlocks(told: Told): Block[] {
  const happened = developments(told);
  const blocks = [...happened, ...whoSaysWhat(told, happened), ...sayings(told), ...comingUp(told)];
  return told.detail.background ? [...blocks, ...background(told)] : blocks;
}

/** The year that needs no saying. */
function yearOf({ from, until }: Period): string | undefined {
  const year = until.slice(0, 4);
  return from.startsWith(year) ? year : undefined;
}

function developments(told: Told): Block[] {
  const shown = notable(told.parts.developments, told.detail.developments);
  const entries = shown.flatMap((event) => [eventEntry(told, event), ...reactionsTo(told, event)]);
  return entries.length === 0 ? [] : [heading('What happened'), ...entries];
}

/** The newest, those with a headline first where not all are told; by day. */
function notable(events: readonly Event[], most: number): Event[] {
  if (events.length <= most) return [...events];
  const headlines = events.filter(({ short }) => short !== undefined);
  return (headlines.length >= most ? headlines : events).slice(-most);
}

/** An event under its day, with what is not sure about either. */
export function eventEntry({ story, period, detail }: Told, event: Event): Block {
  const status = statusOf(event);
  const label: Line = [...eventLabel(event, yearOf(period)), ...(status === 'happened' ? [] : line(` · ${status}`))];
  const content = detail.sentences ? say(story, event) : sayShort(story, event);
  return { kind: 'entry', label, content, statements: [event.id] };
}

/** New positions on an event that is told itself. */
function reactionsTo(told: Told, event: Event): Block[] {
  const positions = told.parts.reactions.find((each) => each.event === event)?.positions ?? [];
  return byDay(some(told, positions)).map((position) => positionBlock(told, position));
}

/** All, or the newest of each stance. */
function some({ detail }: Told, positions: readonly Position[]): readonly Position[] {
  if (detail.allPositions) return positions;
  const stances = [...new Set(positions.map(({ stance }) => stance))];
  return stances.flatMap((stance) => newestReport(positions.filter((each) => each.stance === stance)));
}

function positionBlock({ story, period }: Told, position: Position, isToldBefore = false): Block {
  const said = sayPosition(story, position, yearOf(period) ?? '');
  return {
    kind: 'position',
    content: isToldBefore
      ? [emphasis(position.reported > period.until ? 'Later:' : 'Earlier:'), ...line(' '), ...said]
      : said,
    statements: [position.id],
  };
}

/** New positions under their question or event, and what must stand beside them or beside what happened. */
function whoSaysWhat(told: Told, happened: readonly Block[]): Block[] {
  const { story, parts, detail } = told;
  const said = saidIn(happened);
  const asked = story.openQuestions.filter((question) => parts.asked.some((each) => each.question === question));
  const newest = asked.slice(0, detail.questions);
  // What an event rests on is never left out.
  const shown = story.openQuestions.filter((question) => newest.includes(question) || isOwed(told, question, said));
  const older = parts.reactions.filter(({ event }) => !said.has(event.id));
  const blocks = [
    ...shown.flatMap((question) => questionBlocks(told, question)),
    ...older.slice(0, Math.max(0, detail.questions - shown.length)).flatMap((each) => reactionBlocks(told, each)),
  ];
  return blocks.length === 0 ? [] : [heading('Who says what'), ...blocks];
}

function reactionBlocks(told: Told, { event, positions }: NewsParts['reactions'][number]): Block[] {
  return [eventQuestion(told, event), ...byDay(some(told, positions)).map((each) => positionBlock(told, each))];
}

/** Whether a sentence told rests on the question, so that its denial has to stand there, too; a headline does not tell why. */
function isOwed({ story, detail }: Told, question: OpenQuestion, said: ReadonlySet<string>): boolean {
  const sentences = story.events.filter(({ id, short }) => said.has(id) && (detail.sentences || short === undefined));
  return sentences.some((event) => denialsOwed(event, [], [question]).length > 0);
}

function questionBlocks(told: Told, question: OpenQuestion): Block[] {
  const fresh = told.parts.asked.find((each) => each.question === question)?.positions ?? [];
  const shown = told.detail.allPositions || fresh.length === 0 ? fresh : oneOfEachSide(fresh);
  const owed = owedSides(question, shown);
  const positions = byDay([...shown, ...owed]);
  return [
    { kind: 'question', asks: line(question.asks) },
    ...positions.map((position) => positionBlock(told, position, !fresh.includes(position))),
  ];
}

/** An older event, as what others reacted to. */
function eventQuestion(told: Told, event: Event): Block {
  const day = eventLabel(event, yearOf(told.period));
  return { kind: 'question', asks: [...day, ...line('  '), ...sayShort(told.story, event)], statements: [event.id] };
}

function sayings({ story, parts, detail }: Told): Block[] {
  if (!detail.sayings || parts.sayings.length === 0) return [];
  return [
    heading('Also said'),
    ...parts.sayings.map((fact): Block => ({ kind: 'position', content: say(story, fact), statements: [fact.id] })),
  ];
}

function comingUp(told: Told): Block[] {
  const coming = told.parts.coming.slice(0, told.detail.coming);
  return coming.length === 0
    ? []
    : [heading('Coming up'), ...coming.flatMap((event) => [eventEntry(told, event), ...reactionsTo(told, event)])];
}

function background(told: Told): Block[] {
  const { story, parts } = told;
  const events = parts.earlier.filter((event) => !parts.reactions.some((each) => each.event === event));
  const facts = parts.background.map(
    (fact): Block => ({ kind: 'paragraph', content: say(story, fact), statements: [fact.id] }),
  );
  const blocks = [...events.map((event) => eventEntry(told, event)), ...facts];
  return blocks.length === 0 ? [] : [heading('Also first reported'), ...blocks];
}

/** Ids of the statements that blocks say. */
export function saidIn(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.flatMap(({ statements = [] }) => statements));
}

/** `2 more positions and 8 statements about earlier events and background`: what is new and not said. Undefined where all is. */
export function sayRest(
  news: StoryNews,
  { developments, coming }: NewsParts,
  blocks: readonly Block[],
): string | undefined {
  const said = saidIn(blocks);
  const left = statementsOf(news.story).filter(({ id }) => news.entered.includes(id) && !said.has(id));
  const among = (events: readonly Event[]) =>
    left.filter((each) => each.kind === 'event' && events.includes(each)).length;
  const of = (kind: Statement['kind']) => left.filter((each) => each.kind === kind).length;
  const [happened, planned] = [among(developments), among(coming)];
  const [earlier, facts] = [of('event') - happened - planned, of('fact')];
  const about = listed([...(earlier > 0 ? ['earlier events'] : []), ...(facts > 0 ? ['background'] : [])]);
  const parts = [
    happened > 0 ? counted(happened, 'more development') : '',
    planned > 0 ? counted(planned, 'more plan') : '',
    of('position') > 0 ? counted(of('position'), 'more position') : '',
    earlier + facts > 0 ? `${counted(earlier + facts, 'statement')} about ${about}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : listed(parts);
}
