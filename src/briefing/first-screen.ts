/** The first screen of a briefing: what happened, why it matters, what is new, and who says what, on one phone screen. */
import { type Block, line, plainBlock } from '../message/index.ts';
import { type Day, type Event, firstDay, type Story, statementsOf } from '../story/index.ts';
import { isStanding, sides } from './sides.ts';
import { yearOf } from './standing.ts';
import { capitalized, counted, eventLabel, heading, say, sayCorrection, sayPosition, sayShort } from './wording.ts';

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
    others === 0
      ? []
      : [
          {
            kind: 'note',
            content: line(`${capitalized(counted(others, 'earlier correction'))}, beside what was corrected.`),
          },
        ];
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

/** The newest events that have not been said yet: two at least, more while the screen has room; those with a headline first. */
function latest(story: Story, said: ReadonlySet<string>, room: number): Block[] {
  const happened = story.events.filter(
    ({ status, withdrawn, id }) => status === 'happened' && withdrawn === undefined && !said.has(id),
  );
  const headlines = happened.filter(({ short }) => short !== undefined);
  const news = (headlines.length >= 2 ? headlines : happened).toReversed();
  const entries: Block[] = [];
  let used = 0;
  for (const event of news.slice(0, 5)) {
    const entry = shortEntry(story, event);
    used += plainBlock(entry).length;
    if (entries.length >= 2 && used > room) break;
    entries.push(entry);
  }
  return entries.length === 0 ? [] : [heading('Latest'), ...entries];
}

function comingUp(story: Story, day: Day): Block[] {
  const planned = story.events.filter(
    (event) => event.status === 'planned' && event.calledOffBy === undefined && event.withdrawn === undefined,
  );
  const next = planned.filter(({ when }) => firstDay(when) > day).slice(0, 2);
  return next.length === 0 ? [] : [heading('Coming up'), ...next.map((event) => shortEntry(story, event))];
}

function shortEntry(story: Story, event: Event): Block {
  const content = sayShort(story, event);
  return { kind: 'entry', label: eventLabel(event, yearOf(story)), content, statements: [event.id] };
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
  const note: Block[] =
    more.length === 0
      ? []
      : [{ kind: 'note', content: line(`${capitalized(more.join(' and '))} under Who says what.`) }];
  return [heading('Who says what'), { kind: 'question', asks: line(question.asks) }, ...positions, ...note];
}
