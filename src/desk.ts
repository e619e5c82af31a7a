/** The editor's side of the local page, from the library of stories. */
import { sayAdded, sayDay, standing } from './briefing/index.ts';
import type { Days, Desk } from './platforms/web/index.ts';
import { problemLine, reportingDays, type StoryLibrary } from './story/index.ts';

/** What the page shows besides the conversation. */
export function deskOf(stories: StoryLibrary): Desk {
  return {
    stories: () =>
      stories.stories.map((story) => {
        const { id, name, title } = story;
        return { id, name, title, standing: standing(story), command: `/briefing ${id}` };
      }),
    problems: () => stories.problems.map(problemLine),
    daysOf: (command) => daysOf(command, stories),
    onChange: (listener) => stories.onChange(({ file }) => listener(file.replace(/\.yaml$/, ''))),
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
  const stops = days.map(({ day, statements, corrections }) => ({
    day: sayDay(day),
    adds: sayAdded(statements, corrections),
    command: [name, id, ...others, `as-of:${day}`].join(' '),
  }));
  const reached = days.filter(({ day }) => asOf === undefined || day <= asOf).length;
  return { stops, current: Math.max(0, reached - 1) };
}
