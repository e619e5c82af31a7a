/** A briefing: its first screen, or one of its sections, as a message. */
import { nextQuestions } from '../ask/index.ts';
import { type Block, type Button, line, type Message, note } from '../message/index.ts';
import { type Day, type Story, statementsOf } from '../story/index.ts';
import { nextButton, reportButton } from './buttons.ts';
import { sayDay, sayLongDay } from './dates.ts';
import { firstScreen } from './first-screen.ts';
import { type Section, sectionBlocks, sections } from './sections/sections.ts';
import { lastReport, sayReports, standing } from './standing.ts';

/** What part of a story to show. */
export interface View {
  readonly section?: Section;
  /** The day that `story` is a view of, where it is not the present one. */
  readonly asOf?: Day;
  /** The present day in the story’s zone; the day of the last report where it does not matter. */
  readonly today?: Day;
  /** From 1. */
  readonly page?: number;
}

/** Composes a briefing of a story, or of `asOf(story, day)`. */
export function composeBriefing(story: Story, view: View = {}): Message {
  const { section, page = 1 } = view;
  const command = commandFor(story, view);
  const body =
    section === undefined
      ? firstScreen(story, view.asOf ?? view.today ?? lastReport(story))
      : sectionBlocks(story, section);
  return {
    kind: 'briefing',
    title: section === undefined ? titleOf(story) : `${story.name}: ${sections[section].toLowerCase()}`,
    summary: summarize(story, section),
    command,
    page,
    blocks: [metaLine(story, view.asOf), ...body],
    buttons: [...buttonsFor(story, view), ...askNext(story, view, body), reportButton(story)],
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

/** The title tells how things stand now; a view of an earlier day is headed by the name. */
function titleOf(story: Story): string {
  return story.state === undefined ? story.name : story.title;
}

function summarize(story: Story, section: Section | undefined): string {
  if (section !== undefined) return `${story.name}: ${sections[section].toLowerCase()}`;
  return [`${titleOf(story)}.`, ...story.inShort.map(({ what }) => what)].join(' ');
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
  const first = view.section === undefined ? [] : [{ label: 'Briefing', command: commandFor(story, rest) }];
  return [...first, ...buttons];
}

const mostAsked = 2;

/** The editor's questions that the first screen has not answered; as of an earlier day their answers may not have been known. */
function askNext(story: Story, { section, asOf }: View, body: readonly Block[]): Button[] {
  if (section !== undefined || asOf !== undefined) return [];
  const ids = new Set(body.flatMap(({ statements = [] }) => statements));
  const shown = statementsOf(story).filter(({ id }) => ids.has(id));
  const editors = nextQuestions(story, shown, '').filter(({ kind }) => kind === 'editor');
  return editors.slice(0, mostAsked).map((next) => nextButton(story, next));
}

/** State, last development, and what the story rests on. */
function metaLine(story: Story, asOf: Day | undefined): Block {
  const parts = [...(asOf === undefined ? [] : [`as of ${sayDay(asOf)}`]), standing(story), sayReports(story)];
  return note(parts.join(' · '));
}

/** What to answer for a day before the first report. */
export function composeNothingYet(story: Story, day: Day, first: Day): Message {
  const nothing = `Nothing was reported by ${sayLongDay(day)}.`;
  const said = `${nothing} First report: ${sayLongDay(first, day.slice(0, 4))}.`;
  const then = { label: `Briefing as of ${sayDay(first)}`, command: commandFor(story, { asOf: first }), primary: true };
  return noBriefing(story, day, nothing, said, then);
}

/** What to answer for a day that has not begun, of which nobody knows what will be reported by then. */
export function composeNotBegun(story: Story, day: Day, section?: Section): Message {
  const said = `${sayLongDay(day)} has not come yet: what will be reported by then is not known.`;
  const now = {
    label: 'As it stands today',
    command: commandFor(story, { ...(section && { section }) }),
    primary: true,
  };
  return noBriefing(story, day, said, said, now);
}

function noBriefing(story: Story, day: Day, summary: string, said: string, button: Button): Message {
  return {
    kind: 'mistake',
    title: story.name,
    summary,
    command: commandFor(story, { asOf: day }),
    page: 1,
    blocks: [{ kind: 'paragraph', content: line(said) }],
    buttons: [button],
  };
}
