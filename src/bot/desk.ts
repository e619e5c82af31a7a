/** The editor's side of the local page, from the library of stories and the inbox. */
import { sayAdded, sayDay, standing } from '../briefing/index.ts';
import type { Inbox, InboxItem } from '../commands/index.ts';
import type { Days, Desk, WaitingItem } from '../platforms/web/index.ts';
import {
  askedEnd,
  type Problem,
  problemLine,
  reportingDays,
  type SilentChanges,
  type StoryLibrary,
  sayChange,
  statementsOf,
  utcDay,
} from '../story/index.ts';

/** What the desk shows. */
interface Shown {
  readonly stories: StoryLibrary;
  readonly changes?: Pick<SilentChanges, 'of'>;
}

/** What the page shows besides the conversation. @param now milliseconds since 1970 */
export function deskOf({ stories, changes }: Shown, inbox: Inbox, now: () => number): Desk {
  return {
    stories: () =>
      stories.stories.map((story) => {
        const { id, name, title } = story;
        const [question] = story.readersAsk;
        const asks = question && { asks: `/ask ${id} ${question.asks}` };
        const last = reportingDays(story).at(-1)?.day;
        const previews = last !== undefined && { previews: `/digest preview ${id} week:${last}` };
        return { id, name, title, standing: standing(story), command: `/briefing ${id}`, ...asks, ...previews };
      }),
    problems() {
      const isAsked = ({ file }: Problem) => file.endsWith(askedEnd);
      return {
        broken: stories.problems.filter((problem) => !isAsked(problem)).map(problemLine),
        leftOut: stories.problems.filter(isAsked).map(problemLine),
        changed: changes?.of().map(sayChange) ?? [],
      };
    },
    daysOf: (command) => daysOf(command, stories),
    onChange: (listener) => stories.onChange(({ file }) => listener(file.replace(/\.yaml$/, ''))),
    async waiting() {
      const items = await inbox.open();
      const of = (kind: InboxItem['kind']) =>
        items.filter((item) => item.kind === kind).map((item) => waitingOf(item, stories));
      return { questions: of('question'), mistakes: of('mistake') };
    },
    settle: (id) => inbox.close([id], utcDay(now())),
    onWaiting: (listener) => inbox.onChange(listener),
  };
}

function waitingOf(item: InboxItem, stories: StoryLibrary): WaitingItem {
  const { id, kind, words, times, last } = item;
  const story = stories.find(item.story);
  const about = story && statementsOf(story).find((statement) => statement.id === item.statement)?.what;
  const done = kind === 'question' ? 'asked' : 'reported';
  const often = times === 1 ? `${done} once` : times === 2 ? `${done} twice` : `${done} ${times} times`;
  return {
    id,
    words,
    story: story?.name ?? item.story,
    ...(story && { command: `/briefing ${story.id}` }),
    ...(item.statement !== undefined && { about: about ?? item.statement }),
    often: `${often}${times === 1 ? ',' : ', last'} ${sayDay(last)}`,
  };
}

/** The days that a `/briefing` command's story was reported on, as commands. */
function daysOf(command: string, stories: StoryLibrary): Days | undefined {
  const [name, id = '', ...rest] = command.split(' ');
  const story = name === '/briefing' ? stories.find(id) : undefined;
  if (!story) return undefined;
  const asOf = rest.find((word) => word.startsWith('as-of:'))?.slice('as-of:'.length);
  const others = rest.filter((word) => !word.startsWith('as-of:'));
  const days = reportingDays(story);
  const stops = days.map(({ day, statements, corrections }, at) => ({
    day: sayDay(day),
    adds: sayAdded(statements, corrections),
    // The newest is what a story shows by itself: what is opened from there keeps to no day.
    command: [name, id, ...others, ...(at < days.length - 1 ? [`as-of:${day}`] : [])].join(' '),
  }));
  const reached = days.filter(({ day }) => asOf === undefined || day <= asOf).length;
  return { stops, current: Math.max(0, reached - 1) };
}
