/** What is new to one reader since they last looked. */
import { type Block, type Button, capitalized, type Line, line, type Message, note } from '../message/index.ts';
import { type Day, daysBetween, type Story, statementsOf } from '../story/index.ts';
import { reportButton } from './buttons.ts';
import { sayLongDay, sayWeekday } from './dates.ts';
import { saySilence } from './digest/quiet.ts';
import { newsBlocks } from './news/blocks.ts';
import { correctionBlocks } from './news/corrections.ts';
import { type Detail, everything } from './news/detail.ts';
import { isNews, type StoryNews } from './news/news.ts';
import { partsOf } from './news/parts.ts';
import { newest, sayAdded, sayReports, standing } from './standing.ts';

export interface CatchUpView {
  /** The day on which the reader last looked, in their time zone where it is known. */
  readonly since?: Day;
  readonly today: Day;
  /** They have never looked at the one story. */
  readonly isFirstLook?: boolean;
  /** What gives this again: its pages’ buttons add to it. By default the command that somebody types. */
  readonly command?: string;
  readonly page?: number;
}

/** Composes what is new in one story, or a list of what several have new. @param news of several, also those without any */
export function composeCatchUp(news: readonly StoryNews[], view: CatchUpView): Message {
  const [only] = news;
  const parts = news.length === 1 && only ? ofOne(only, view) : ofSeveral(news, view);
  return { kind: 'digest', page: view.page ?? 1, ...parts };
}

type Parts = Omit<Message, 'kind' | 'page'>;

function ofOne(news: StoryNews, view: CatchUpView): Parts {
  const { story } = news;
  const { command = `/catchup ${story.id}` } = view;
  const common = { title: `New to you: ${story.name}`, command };
  if (view.isFirstLook) return { ...common, ...firstLook(story, view) };
  const period = { from: view.since ?? view.today, until: view.today };
  const parts = partsOf(news, period);
  const corrections = correctionBlocks(story, parts);
  if (!isNews(news)) return { ...common, ...silence(story, view) };
  const body = newsBlocks({ story, parts, period, detail: everything });
  const since = view.since === undefined ? '' : ` since ${saySince(view.since, view.today)}`;
  const said = `New${since}: ${sayAdded(news.entered.length, news.corrections.length + news.withdrawn.length)}.`;
  return {
    ...common,
    summary: `${story.name}: ${said}`,
    blocks: [...corrections, note(said), ...body, note(stand(story))],
    buttons: buttonsFor(story),
  };
}

function silence(story: Story, { since, today }: CatchUpView): Omit<Parts, 'title' | 'command'> {
  const said = since === undefined ? 'Nothing new.' : `Nothing new since ${saySince(since, today)}.`;
  return {
    summary: `${story.name}: ${said}`,
    blocks: [{ kind: 'paragraph', content: line(said) }, note(stand(story))],
    buttons: buttonsFor(story),
  };
}

/** What is told of a story at the first look. */
const newestOnly: Detail = {
  ...everything,
  allPositions: false,
  sayings: 0,
  developments: 3,
  questions: 1,
  coming: 2,
  background: 0,
};

/** Before all that a story can tell. */
const longAgo: Day = '1000-01-01';

function firstLook(story: Story, { today }: CatchUpView): Omit<Parts, 'title' | 'command'> {
  const said = 'You have not looked at this story before, so all of it is new to you. This is the newest.';
  const all: StoryNews = { story, entered: statementsOf(story).map(({ id }) => id), corrections: [], withdrawn: [] };
  const period = { from: longAgo, until: today };
  const sorted = partsOf(all, period);
  // Of plans only those that are still ahead: one whose day is past tells nothing of what happened.
  const parts = { ...sorted, overdue: [], calledOff: [] };
  const body = newsBlocks({ story, parts, period, detail: newestOnly });
  return {
    summary: `${story.name}: ${said}`,
    blocks: [note(said), ...body, note(stand(story))],
    buttons: buttonsFor(story),
  };
}

function ofSeveral(news: readonly StoryNews[], { since, today, command = '/catchup' }: CatchUpView): Parts {
  const fresh = news.filter(isNews);
  const silent = news.filter((each) => !fresh.includes(each)).map(({ story }) => story);
  const items = fresh.map(
    (each): Block => ({
      kind: 'item',
      name: each.story.name,
      content: sayNews(each),
      opens: `/catchup ${each.story.id}`,
    }),
  );
  const behind = since === undefined ? '' : ` since ${saySince(since, today)}`;
  const said =
    fresh.length === 0
      ? `Nothing new${behind} in the stories that you look at.`
      : `New in ${fresh.length === 1 ? 'one story' : `${fresh.length} stories`}${behind}.`;
  return {
    title: 'New to you',
    summary: said,
    command,
    blocks: [
      fresh.length > 0 ? note(said) : { kind: 'paragraph', content: line(said) },
      ...items,
      ...(fresh.length > 0 && silent.length > 0 ? [note(saySilence(silent))] : []),
    ],
    buttons: [{ label: 'All stories', command: '/stories' }],
  };
}

/** `3 statements and one correction · Elite agents force the embassy's door ¶2`: how much is new, and the newest of it. */
function sayNews({ story, entered, corrections, withdrawn }: StoryNews): Line {
  const count = sayAdded(entered.length, corrections.length + withdrawn.length);
  const events = story.events.filter(({ id, short }) => short !== undefined && entered.includes(id));
  const latest = newest({ ...story, events });
  return [...line(capitalized(count)), ...(latest.length > 0 ? line(' · ') : []), ...latest];
}

/** `Tuesday` within the last six days, else the date. */
function saySince(since: Day, today: Day): string {
  const days = daysBetween(since, today);
  if (days <= 0) return 'earlier today';
  return days <= 6 ? sayWeekday(since) : sayLongDay(since, today.slice(0, 4));
}

function stand(story: Story): string {
  return `${capitalized(standing(story))} · ${sayReports(story)}`;
}

function buttonsFor(story: Story): Button[] {
  return [
    { label: 'Full briefing', command: `/briefing ${story.id}`, primary: true },
    { label: 'Ask', command: `/ask ${story.id}` },
    reportButton(story),
  ];
}
