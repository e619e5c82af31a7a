/** New positions: under the open question or the event that they are about, never one side without the other. */
import { type Block, emphasis, heading, line } from '../../message/index.ts';
import { compareDays, type Day, denialsOwed, type Event, type OpenQuestion, type Position } from '../../story/index.ts';
import { newestReport, oneOfEachSide, owedSides } from '../sides.ts';
import { byDay, eventDay, sayPosition, sayShort } from '../wording.ts';
import { type NewsView, newsYear, saidIn } from './detail.ts';
import type { NewsParts } from './parts.ts';

/** New positions on an event that is told itself. */
export function positionsOn(told: NewsView, event: Event): Block[] {
  const positions = told.parts.reactions.find((each) => each.event === event)?.positions ?? [];
  return byDay(some(told, positions)).map((position) => positionBlock(told, position));
}

/** All, or the newest of each stance. */
function some({ detail }: NewsView, positions: readonly Position[]): readonly Position[] {
  if (detail.allPositions) return positions;
  const stances = [...new Set(positions.map(({ stance }) => stance))];
  return stances.flatMap((stance) => newestReport(positions.filter((each) => each.stance === stance)));
}

function positionBlock({ story, period }: NewsView, position: Position, isToldBefore = false): Block {
  const said = sayPosition(story, position, newsYear(period) ?? '');
  return {
    kind: 'position',
    content: isToldBefore
      ? [emphasis(position.reported > period.until ? 'Later:' : 'Earlier:'), ...line(' '), ...said]
      : said,
    statements: [position.id],
  };
}

/** New positions under their question or event, and what must stand beside them or beside other news. @param news the other news */
export function whoSaysWhat(told: NewsView, news: readonly Block[]): Block[] {
  const { story, parts, detail } = told;
  const said = saidIn(news);
  const older = parts.reactions.filter(({ event }) => !said.has(event.id)).slice(0, detail.questions);
  const beside = new Set([...said, ...older.map(({ event }) => event.id)]);
  const asked = story.openQuestions.filter((question) => parts.asked.some((each) => each.question === question));
  const newest = asked.toSorted((a, b) => compareDays(lastSaid(told, b), lastSaid(told, a))).slice(0, detail.questions);
  // What an event or a correction rests on is never left out.
  const shown = story.openQuestions.filter((question) => newest.includes(question) || isOwed(told, question, beside));
  const blocks = [
    ...shown.flatMap((question) => questionBlocks(told, question)),
    ...older.slice(0, Math.max(0, detail.questions - shown.length)).flatMap((each) => reactionBlocks(told, each)),
  ];
  return blocks.length === 0 ? [] : [heading('Who says what'), ...blocks];
}

/** The day of the last report of what is new under a question. */
function lastSaid({ parts }: NewsView, question: OpenQuestion): Day {
  const fresh = parts.asked.find((each) => each.question === question)?.positions ?? [];
  return fresh.map(({ reported }) => reported).reduce((last, day) => (compareDays(day, last) > 0 ? day : last), '');
}

function reactionBlocks(told: NewsView, { event, positions }: NewsParts['reactions'][number]): Block[] {
  return [eventQuestion(told, event), ...byDay(some(told, positions)).map((each) => positionBlock(told, each))];
}

/** Whether a sentence or a correction rests on the question, so that its sides have to stand there, too; a headline does not tell why. */
function isOwed({ story, parts, detail }: NewsView, question: OpenQuestion, said: ReadonlySet<string>): boolean {
  const corrected = new Set(parts.corrections.map(({ statement }) => statement));
  const sentences = story.events.filter(
    ({ id, short }) => corrected.has(id) || (said.has(id) && (detail.sentences || short === undefined)),
  );
  return (
    question.positions.some(({ id }) => corrected.has(id)) ||
    sentences.some((event) => denialsOwed(event, [], [question]).length > 0)
  );
}

function questionBlocks(told: NewsView, question: OpenQuestion): Block[] {
  const fresh = told.parts.asked.find((each) => each.question === question)?.positions ?? [];
  const shown = told.detail.allPositions || fresh.length === 0 ? fresh : oneOfEachSide(fresh);
  const owed = owedSides(question, shown);
  const positions = byDay(question.positions.filter((each) => shown.includes(each) || owed.includes(each)));
  return [
    { kind: 'question', asks: line(question.asks) },
    ...positions.map((position) => positionBlock(told, position, !fresh.includes(position))),
  ];
}

/** An older event, as what others reacted to. */
function eventQuestion(told: NewsView, event: Event): Block {
  const day = eventDay(event, newsYear(told.period));
  return { kind: 'question', asks: [...day, ...line('  '), ...sayShort(told.story, event)], statements: [event.id] };
}
