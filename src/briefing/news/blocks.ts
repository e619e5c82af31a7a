/** What is new in a story as blocks: what happened or was called off, who says what, what is coming up, and how much more there is. */
import { type Block, heading } from '../../message/index.ts';
import type { Event } from '../../story/index.ts';
import { eventLabel, say, sayShort } from '../wording.ts';
import { type NewsView, newsYear } from './detail.ts';
import { positionsOn, whoSaysWhat } from './positions.ts';

/** The news itself, without its corrections. */
export function newsBlocks(told: NewsView): Block[] {
  const happened = developments(told);
  const coming = plans(told, 'coming', 'Coming up');
  const off = plans(told, 'calledOff', 'Called off');
  const overdue = plans(told, 'overdue', 'What was planned');
  const also = background(told);
  const positions = whoSaysWhat(told, [...happened, ...off, ...overdue, ...coming, ...also]);
  const before = [...happened, ...off, ...overdue, ...positions, ...sayings(told), ...coming];
  if (also.length === 0) return before;
  return [...before, heading(before.length > 0 ? 'Also first reported' : 'First reported'), ...also];
}

function developments(told: NewsView): Block[] {
  const { developments: events, corrections } = told.parts;
  const corrected = new Set(corrections.map(({ statement }) => statement));
  const shown = notable(events, corrected, told.detail.developments);
  const entries = shown.flatMap((event) => [eventEntry(told, event), ...positionsOn(told, event)]);
  return entries.length === 0 ? [] : [heading('What happened'), ...entries];
}

/** The newest, those with a headline first where not all are told, and those that were corrected, whose day no correction tells; by day. */
function notable(events: readonly Event[], corrected: ReadonlySet<string>, most: number): Event[] {
  if (events.length <= most) return [...events];
  const headlines = events.filter(({ short }) => short !== undefined);
  const newest = (headlines.length >= most ? headlines : events).slice(-most);
  return events.filter((event) => newest.includes(event) || corrected.has(event.id));
}

/** An event under its day. */
function eventEntry({ story, period, detail }: NewsView, event: Event): Block {
  const label = eventLabel(event, newsYear(period));
  const content = detail.sentences ? say(story, event) : sayShort(story, event);
  return { kind: 'entry', label, content, statements: [event.id] };
}

function sayings({ story, parts, detail }: NewsView): Block[] {
  const shown = parts.sayings.slice(0, detail.sayings);
  const blocks = shown.map((fact): Block => ({ kind: 'position', content: say(story, fact), statements: [fact.id] }));
  return blocks.length === 0 ? [] : [heading('Also said'), ...blocks];
}

function plans(told: NewsView, which: 'coming' | 'calledOff' | 'overdue', title: string): Block[] {
  const shown = told.parts[which].slice(0, told.detail.coming);
  const entries = shown.flatMap((event) => [eventEntry(told, event), ...positionsOn(told, event)]);
  return entries.length === 0 ? [] : [heading(title), ...entries];
}

function background(told: NewsView): Block[] {
  const { story, parts, detail } = told;
  const events = parts.earlier.filter((event) => !parts.reactions.some((each) => each.event === event));
  const facts = parts.background.map(
    (fact): Block => ({ kind: 'paragraph', content: say(story, fact), statements: [fact.id] }),
  );
  return [...events.map((event) => eventEntry(told, event)), ...facts].slice(0, detail.background);
}
