/** The values of a command's options, read from the texts that were given for them. */
import { fold, type Story, type StoryLibrary } from '../../story/index.ts';
import type { Command } from '../command.ts';
import type { MessageAnswer } from '../invocation.ts';
import { badValue } from './bad-value.ts';
import { FreeWords } from './free-words.ts';
import { unknownStory } from './mistyped.ts';
import { nearestValue, parseValue, type ValueContext } from './option-values.ts';

/** The typed values with the texts that they were read from, or the answer that says what is wrong. */
export type ReadOptions = { readonly values: Record<string, unknown>; readonly given: Given } | Unread;

/** What cannot be read. */
export interface Unread {
  readonly mistake: MessageAnswer;
  /** The name of the story that is not in service; where it is missing, what was typed cannot be read. */
  readonly noStory?: string;
}

/** Text values by option name: what buttons and platforms hand over, and what text is turned into. */
export type Given = Record<string, string>;

/** What is read, and what it is read by. */
export interface Reading extends ValueContext {
  readonly command: Command;
  readonly given: Given;
  /** The story was named by a button, which had one when it was posted. */
  readonly wasThere: boolean;
}

/** The option that names a story, where the command has one. */
export function storyOptionOf({ options }: Command): string | undefined {
  return Object.keys(options).find((name) => options[name]?.kind === 'story');
}

/** Gives words without a name to the options that they fit; returns those that fit none. */
export function place(reading: Reading, words: readonly string[], given: Given): string[] {
  return new FreeWords(reading.command.options, words, reading).place(given);
}

/** Reads the values of what was given, each by its option. */
export function readValues(reading: Reading): ReadOptions {
  const values: Record<string, unknown> = {};
  const { command, given, stories } = reading;
  // A story first: a day is read in its time zone.
  const ordered = Object.entries(command.options).sort(
    ([, a], [, b]) => Number(b.kind === 'story') - Number(a.kind === 'story'),
  );
  let story: Story | undefined;
  for (const [name, option] of ordered) {
    const text = given[name];
    if (text === undefined || (text.trim() === '' && option.kind !== 'flag')) continue;
    const value = parseValue(option, text, reading, story);
    if (value === undefined && option.kind === 'story') return withoutStory(reading, text, soundOf(reading));
    if (value === undefined)
      return { mistake: badValue(command, name, text, soundOf(reading), nearestValue(option, text, reading)) };
    if (option.kind === 'story') story = stories.find(text);
    values[name] = value;
  }
  return { values, given };
}

/** That a story is not in service, with those that are named like it. */
export function withoutStory(reading: Reading, noStory: string, kept: Given): Unread {
  const { command, stories, wasThere } = reading;
  const missed = { command, wasThere, isBroken: stories.brokenFile(noStory) !== undefined };
  return { mistake: unknownStory(missed, noStory, near(noStory, stories), kept), noStory };
}

/** Stories whose names resemble the words; none for words without a letter or digit, which resemble all. */
function near(words: string, stories: StoryLibrary): Story[] {
  return fold(words) === '' ? [] : stories.search(words, 3);
}

/** What was given and can be read: what the button of a mistake takes along. */
export function soundOf(reading: Reading): Given {
  const { command, given } = reading;
  return Object.fromEntries(
    Object.entries(given).filter(([name, text]) => {
      const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
      const value = option && text !== '' ? parseValue(option, text, reading) : undefined;
      return value !== undefined && value !== false;
    }),
  );
}
