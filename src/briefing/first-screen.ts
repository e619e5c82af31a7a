/** The first screen of a briefing: what happened, why it matters, what is new, and who says what, on one phone screen. */
import { type Block, capitalized, counted, heading, line, note, plainBlock } from '../message/index.ts';
import { type Day, type Event, firstDay, hasHappened, type Story, statementsOf, statusOf } from '../story/index.ts';
import { isStanding, sides } from './sides.ts';
import { yearOf } from './standing.ts';
import { eventDay, say, sayCorrection, sayPosition, sayShort } from './wording.ts';

/** One phone screen holds about 1,000 characters; the line below the title takes some of them. */
const screen = 920;

/** Composes the first screen. @param day the day by which an event is still to come */
export function firstScreen(story: Story, day: Day): Block[] {
  const blocks = [...corrections(story), ...inShort(story), ...whyItMatters(story)];
  const said = new Set(blocks.flatMap(({ statements }) => statements ?? []));
  const who = mainQuestion(story);
  const coming = comingUp(story, day);
  const fixed = [...blocks, ...who, ...coming].reduce((sum, block) => sum + plainBlock(block).length, 0);
  return [...blocks, ...latest(story, said, screen - fixed), ...coming, ...who];
}

/** The newest correction, first of all; the others stand beside their statements. */
function corrections(story: Story): Block[] {
  const newest = story.corrections.at(-1);
  if (!newest) return [];
  const others = story.corrections.length - 1;
  const more: Block[] =
    others === 0 ? [] : [note(`${capitalized(counted(others, 'earlier correction'))}, beside what was corrected.`)];
  const corrected = statementsOf(story).find(({ id }) => id === newest.statement);
  return [sayCorrection(story, newest, corrected), ...more];
}

function inShort(story: Story): Block[] {
  const statements = story.inShort.filter(({ withdrawn }) => withdrawn === undefined);
  if (statements.length === 0) return [];
  const paragraphs = statements.map(
    (statement): Block => ({ kind: 'paragraph', content: say(story, statement), statements: [statement.id] }),
  );
  return [heading('In short'), ...paragraphs];
}

function whyItMatters(story: Story): Block[] {
  const why = story.whyItMatters;
  if (!why || why.withdrawn !== undefined) return [];
  return [heading('Why it matters'), { kind: 'paragraph', content: say(story, why), statements: [why.id] }];
}

/** More are no short list any more. */
const mostLatest = 5;

/**
 * The newest events: two at least that have not been said yet, those with a headline first; more while the screen has room.
 * What was said above stands among them in its place, by its headline or else again in its sentence: without it, the list
 * would read as if it had not happened.
 */
function latest(story: Story, said: ReadonlySet<string>, room: number): Block[] {
  const happened = story.events.filter(hasHappened);
  const unsaid = happened.filter(({ id }) => !said.has(id));
  const headlines = unsaid.filter(({ short }) => short !== undefined);
  const news = new Set(headlines.length >= 2 ? headlines : unsaid);
  const listed = happened.filter((event) => news.has(event) || said.has(event.id)).toReversed();
  const entries: Block[] = [];
  let [used, fresh] = [0, 0];
  for (const event of listed) {
    const isNew = news.has(event);
    const entry = shortEntry(story, event);
    // The headline of what was said already takes a line of its own, and no other one's place.
    if (isNew || event.short === undefined) used += plainBlock(entry).length;
    if (fresh >= 2 && (used > room || entries.length >= mostLatest)) break;
    entries.push(entry);
    if (isNew) fresh += 1;
  }
  return fresh === 0 ? [] : [heading('Latest'), ...entries];
}

function comingUp(story: Story, day: Day): Block[] {
  const planned = story.events.filter((event) => statusOf(event) === 'planned' && event.withdrawn === undefined);
  const next = planned.filter(({ when }) => firstDay(when) > day).slice(0, 2);
  return next.length === 0 ? [] : [heading('Coming up'), ...next.map((event) => shortEntry(story, event))];
}

function shortEntry(story: Story, event: Event): Block {
  const content = sayShort(story, event);
  return { kind: 'entry', label: eventDay(event, yearOf(story)), content, statements: [event.id] };
}

/** The first open question with both its sides; how much more there is stands below it. */
function mainQuestion(story: Story): Block[] {
  const question = story.openQuestions.find(({ positions }) => positions.some(isStanding));
  if (!question) return [];
  const shown = sides(question);
  const positions = shown.map(
    (position): Block => ({
      kind: 'position',
      content: sayPosition(story, position, yearOf(story)),
      statements: [position.id],
    }),
  );
  const left = question.positions.length - shown.length;
  const others = story.openQuestions.length - 1;
  const more = [
    ...(left > 0 ? [counted(left, 'more position')] : []),
    ...(others > 0 ? [counted(others, 'more open question')] : []),
  ];
  const rest: Block[] = more.length === 0 ? [] : [note(`${capitalized(more.join(' and '))} under Who says what.`)];
  return [heading('Who says what'), { kind: 'question', asks: line(question.asks) }, ...positions, ...rest];
}
