/** A briefing: its first screen, or one of its sections, as a message. */
import { type Block, type Button, type Line, line, type Message, plainBlock } from '../message/index.ts';
import {
  type Day,
  type Event,
  firstDay,
  lastDevelopment,
  type OpenQuestion,
  type Position,
  type Story,
  statementsOf,
} from '../story/index.ts';
import { sayDay, sayLongDay } from './dates.ts';
import { headline, type Section, sectionBlocks, sections, yearOf } from './sections.ts';
import { byDay, counted, eventLabel, listed, mark, say, sayCorrection, sayPosition } from './wording.ts';

/** What part of a story to show. */
export interface View {
  readonly section?: Section;
  /** The day that `story` is a view of, where it is not the present one. */
  readonly asOf?: Day;
  /** From 1. */
  readonly page?: number;
}

/** One phone screen holds about this many characters. */
const screen = 1000;

/** Composes a briefing of a story, or of `asOf(story, day)`. */
export function composeBriefing(story: Story, view: View = {}): Message {
  const { section, page = 1 } = view;
  const command = commandFor(story, view);
  const blocks =
    section === undefined
      ? firstScreen(story, view.asOf)
      : [metaLine(story, view.asOf), ...sectionBlocks(story, section)];
  return {
    kind: 'briefing',
    title: section === undefined ? story.title : `${story.name}: ${sections[section].toLowerCase()}`,
    summary: summarize(story, section),
    command,
    page,
    blocks,
    buttons: buttonsFor(story, view),
  };
}

function commandFor(story: Story, { section, asOf }: View): string {
  const parts = [
    '/briefing',
    story.id,
    ...(section === undefined ? [] : [section]),
    ...(asOf === undefined ? [] : [`as-of:${asOf}`]),
  ];
  return parts.join(' ');
}

function summarize(story: Story, section: Section | undefined): string {
  if (section !== undefined) return `${story.name}: ${sections[section].toLowerCase()}`;
  return [`${story.title}.`, ...story.inShort.map(({ what }) => what)].join(' ');
}

function buttonsFor(story: Story, view: View): Button[] {
  const shown: Section[] = ['timeline', 'who-says-what', 'people', 'background', 'sources'];
  if (view.section === 'people') shown.push('quotes');
  const { section: _, ...rest } = view;
  const others = shown.filter((section) => section !== view.section);
  const buttons = others.map((section) => ({
    label: sections[section],
    command: commandFor(story, { ...rest, section }),
  }));
  return view.section === undefined ? buttons : [{ label: 'Briefing', command: commandFor(story, rest) }, ...buttons];
}

/** State, last development, and what the story rests on. */
function metaLine(story: Story, asOf: Day | undefined): Block {
  const { sources } = story;
  const [only] = sources;
  const one = sources.length === 1 && only ? `one report, ${only.publisher ?? 'publisher not known'}` : undefined;
  const parts = [
    ...(asOf === undefined ? [] : [`as of ${sayDay(asOf)}`]),
    standing(story),
    one ?? `${counted(sources.length, 'report')}, numbered under Sources`,
  ];
  return { kind: 'note', content: line(parts.join(' · ')) };
}

function firstScreen(story: Story, asOf: Day | undefined): Block[] {
  const blocks = [metaLine(story, asOf), ...corrections(story), ...inShort(story), ...whyItMatters(story)];
  const said = new Set(blocks.flatMap(({ statements }) => statements ?? []));
  const who = mainQuestion(story);
  const coming = comingUp(story, asOf ?? yearlessNow(story));
  const fixed = [...blocks, ...who, ...coming].reduce((sum, block) => sum + plainBlock(block).length, 0);
  return [...blocks, ...latest(story, said, screen - fixed), ...coming, ...who];
}

/** Without a day of its own a story stands at its last report. */
function yearlessNow(story: Story): Day {
  return (
    story.sources
      .map(({ published }) => published.last)
      .sort()
      .at(-1) ?? ''
  );
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

/** The newest correction, first of all; the others stand beside their statements. */
function corrections(story: Story): Block[] {
  const newest = story.corrections.at(-1);
  if (!newest) return [];
  const others = story.corrections.length - 1;
  const more: Block[] =
    others === 0
      ? []
      : [{ kind: 'note', content: line(`${counted(others, 'earlier correction')}, beside what was corrected.`) }];
  const corrected = statementsOf(story).find(({ id }) => id === newest.statement);
  return [sayCorrection(story, newest, corrected ? headline(corrected) : newest.statement), ...more];
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
  const content: Line = [...line(headline(event)), ...mark(story, event.evidence)];
  return { kind: 'entry', label: eventLabel(event, yearOf(story)), content, statements: [event.id] };
}

/** The first open question with both its sides; how much more there is stands below it. */
function mainQuestion(story: Story): Block[] {
  const [question] = story.openQuestions;
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
    more.length === 0 ? [] : [{ kind: 'note', content: line(`${more.join(' and ')} under Who says what.`) }];
  return [heading('Who says what'), { kind: 'question', asks: question.asks }, ...positions, ...note];
}

/** One position of either side, each from its actor's newest report, as they came; where all are on one side, the two newest. */
function sides({ positions }: OpenQuestion): Position[] {
  const standing = positions.filter(({ withdrawn }) => withdrawn === undefined);
  const newest = new Map<string, Position>();
  for (const position of standing) {
    const known = newest.get(position.actor.id);
    if (!known || known.reported < position.reported) newest.set(position.actor.id, position);
  }
  const current = [...newest.values()];
  const against = current.find(({ stance }) => stance === 'denies' || stance === 'doubts');
  const side = current.find(
    (position) => position !== against && position.stance !== 'denies' && position.stance !== 'doubts',
  );
  return byDay(side && against ? [side, against] : byDay(current).slice(-2));
}

/** What to answer for a day before the first report. */
export function composeNothingYet(story: Story, day: Day, first: Day): Message {
  const command = commandFor(story, { asOf: first });
  const nothing = `Nothing was reported by ${sayLongDay(day)}.`;
  return {
    kind: 'mistake',
    title: story.name,
    summary: nothing,
    command: commandFor(story, { asOf: day }),
    page: 1,
    blocks: [
      {
        kind: 'paragraph',
        content: line(`${nothing} First report: ${sayLongDay(first, day.slice(0, 4))}.`),
      },
    ],
    buttons: [{ label: `Briefing as of ${sayDay(first)}`, command, primary: true }],
  };
}

/** Where a story stands: `closed · last development Thu 8 Sep 2022`. */
export function standing(story: Story): string {
  const state = story.state === undefined ? '' : `${story.state} · `;
  return `${state}last development ${sayDay(lastDevelopment(story))}`;
}

/** What a day's reports added: `14 statements and one correction`. */
export function sayAdded(statements: number, corrections: number): string {
  const parts = [
    statements > 0 ? counted(statements, 'statement') : '',
    corrections > 0 ? counted(corrections, 'correction') : '',
  ];
  return listed(parts.filter((part) => part !== ''));
}
