/** What was typed for a command, turned into typed values, or into one sentence about what is wrong. */
import { reportingDays, type Story, type StoryLibrary, utcDay } from '../../story/index.ts';
import type { Command } from '../command.ts';
import type { Invocation } from '../invocation.ts';
import { wholeOptionOf } from '../option.ts';
import { reachOf } from './option-values.ts';
import { parseDay } from './parse-day.ts';
import { parseWords, splitCommand } from './parse-text.ts';
import { type Given, place, type ReadOptions, readValues, storyOptionOf } from './read-values.ts';
import { strangeWords } from './strange-words.ts';

/** Reads an invocation's options by the command's declarations. */
export function readOptions(
  command: Command,
  call: Pick<Invocation, 'options' | 'text' | 'at' | 'about' | 'pressed'>,
  stories: StoryLibrary,
): ReadOptions {
  const day = (words: string, story?: Story) => parseDay(words, today(call.at, story));
  const { named, free } = parseWords(call.text ?? '', command.options, (option, words) =>
    reachOf(option, words, { stories, day }),
  );
  const given: Given = { ...call.options, ...named };
  const storyOption = storyOptionOf(command);
  // A button's line begins with a story, which may be gone by now; it is no part of a sentence.
  const [first] = call.pressed === true && wholeOptionOf(command.options) !== undefined ? free : [];
  const isGone = first !== undefined && stories.nameAtStart(free) === 0;
  if (isGone && storyOption !== undefined) given[storyOption] ??= first;
  const reading = {
    command,
    given,
    stories,
    day,
    wasThere: call.pressed === true && !namesStory(command, call.options),
  };
  const left = place(reading, free, given);
  if (storyOption !== undefined && given[storyOption] === undefined && !namesTopic(command, given)) {
    const about = storyOf(call.about, stories);
    if (about !== undefined) given[storyOption] = about;
  }
  const reads = (text: string) => 'values' in readOptions(command, { text, at: call.at }, stories);
  return left.length > 0 ? strangeWords(reading, left, reads) : readValues(reading);
}

/** Whether it is about the stories of a topic. */
function namesTopic({ options }: Command, given: Given): boolean {
  return Object.keys(given).some((name) => Object.hasOwn(options, name) && options[name]?.kind === 'topic');
}

/** Whether the story was typed into a form. */
function namesStory(command: Command, options: Invocation['options'] = {}): boolean {
  return options[storyOptionOf(command) ?? ''] !== undefined;
}

/** The story that the commands of a message's buttons name first. */
export function storyOf(about: readonly string[] | undefined, stories: StoryLibrary): string | undefined {
  for (const button of about ?? []) {
    const words = splitCommand(button).text.split(' ');
    const count = stories.nameAtStart(words);
    if (count > 0) return stories.find(words.slice(0, count).join(' '))?.id;
  }
  return undefined;
}

function today(now: number, story: Story | undefined) {
  const present = utcDay(now);
  const days = story ? reportingDays(story) : [];
  const [first = present, last = present] = [days[0]?.day, days.at(-1)?.day];
  return { now, timeZone: story?.timeZone ?? 'UTC', first, last };
}
