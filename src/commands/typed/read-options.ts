/** What was typed for a command, turned into typed values, or into one sentence about what is wrong. */
import { type Day, fold, nearest, reportingDays, type Story, type StoryLibrary, utcDay } from '../../story/index.ts';
import { type Command, listedOptions, wholeOptionOf } from '../command.ts';
import type { Invocation, MessageAnswer } from '../invocation.ts';
import { commandText } from './command-text.ts';
import { FreeWords, nameLength } from './free-words.ts';
import { badValue, unknownOption, unknownStory, unknownWords } from './mistyped.ts';
import { nearestValue, parseValue, reachOf } from './option-values.ts';
import { parseDay } from './parse-day.ts';
import { parseWords, splitCommand } from './parse-text.ts';

/** The typed values with the texts that they were read from, or the answer that says what is wrong. */
export type ReadOptions = { readonly values: Record<string, unknown>; readonly given: Given } | Unread;

interface Unread {
  readonly mistake: MessageAnswer;
  /** The name of the story that is not in service; where it is missing, what was typed cannot be read. */
  readonly noStory?: string;
}

/** Text values by option name: what buttons and platforms hand over, and what text is turned into. */
type Given = Record<string, string>;

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
  const isNamed = given[storyOption ?? ''] !== undefined || namesTopic(command, given);
  const about = storyOption !== undefined && !isNamed ? storyOf(call.about, stories) : undefined;
  if (storyOption !== undefined && about !== undefined) given[storyOption] = about;
  return left.length > 0 ? strangeWords(reading, left, call.at) : typed(reading);
}

/** The option that names a story, where the command has one. */
export function storyOptionOf({ options }: Command): string | undefined {
  return Object.keys(options).find((name) => options[name]?.kind === 'story');
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

interface Reading {
  readonly command: Command;
  readonly given: Given;
  readonly stories: StoryLibrary;
  readonly day: (words: string, story?: Story) => Day | undefined;
  /** The story was named by a button, which had one when it was posted. */
  readonly wasThere: boolean;
}

function today(now: number, story: Story | undefined) {
  const present = utcDay(now);
  const days = story ? reportingDays(story) : [];
  const [first = present, last = present] = [days[0]?.day, days.at(-1)?.day];
  return { now, timeZone: story?.timeZone ?? 'UTC', first, last };
}

/** Gives words without a name to the options that they fit; returns those that fit none. */
function place(reading: Reading, words: readonly string[], given: Given): string[] {
  return new FreeWords(reading.command.options, words, reading).place(given);
}

const optionForm = /^([a-z-]{2,}):\S*/i;

function unknownOptionIn(word: string): string | undefined {
  const name = optionForm.exec(word)?.[1];
  return name !== undefined && !/^https?$/i.test(name) ? name : undefined;
}

function strangeWords(reading: Reading, left: readonly string[], at: number): Unread {
  const { command, given, stories } = reading;
  const sound = soundOf(reading);
  const [first = '', ...rest] = left;
  const option = unknownOptionIn(first);
  if (option !== undefined) {
    const names = listedOptions(command).map(([name]) => name);
    const [best] = nearest(option, names, 1);
    const words = best === undefined ? rest : [best + first.slice(option.length), ...rest];
    const again = [commandText(command, sound), ...words].join(' ');
    const { text } = splitCommand(again);
    const reads = !rest.some(unknownOptionIn) && 'values' in readOptions(command, { text, at }, stories);
    return { mistake: unknownOption(command, option, best, reads ? again : undefined) };
  }
  const storyOption = storyOptionOf(command);
  if (storyOption !== undefined && given[storyOption] === undefined)
    return strangeStory(reading, left, { ...sound, [storyOption]: '' });
  const read = typed(reading);
  if ('mistake' in read) return read;
  const named = unreadValue(reading, left);
  if (named) {
    const best = nearestIn(reading, named.name, named.text);
    return { mistake: badValue(command, named.name, named.text, named.kept, best) };
  }
  const { words, kept } = apart(reading, left, sound);
  const meant = {
    fits: (name: string) => fits(reading, name, words),
    near: (name: string) => nearestIn(reading, name, words),
  };
  return { mistake: unknownWords(command, words, kept, meant) };
}

/** An option's name with what is no value of it behind it: `at 25`. */
function unreadValue(reading: Reading, left: readonly string[]) {
  const { command, given } = reading;
  const spelled = listedOptions(command).filter(([each]) => nameLength(each, left) > 0);
  const [longest] = spelled.toSorted(([a], [b]) => nameLength(b, left) - nameLength(a, left));
  if (!longest) return undefined;
  const [name, option] = longest;
  const rest = left.slice(nameLength(name, left));
  if (option.kind === 'flag' || rest.length === 0 || given[name] !== undefined) return undefined;
  const { words, kept } = apart(reading, rest, soundOf(reading));
  if (words.split(' ').length < rest.length) return { name, text: words, kept };
  const length = option.kind === 'choice' ? rest.length : reachOf(option, rest, reading);
  place(reading, rest.slice(length), kept);
  return { name, text: rest.slice(0, length).join(' '), kept };
}

/** The words that fit nothing, as few as it takes for those behind them to make sense. */
function apart(reading: Reading, left: readonly string[], sound: Given): { words: string; kept: Given } {
  for (const length of [1, 2, 3, 4, 5]) {
    const kept = { ...sound };
    if (length < left.length && place(reading, left.slice(length), kept).length === 0)
      return { words: left.slice(0, length).join(' '), kept };
  }
  return { words: left.join(' '), kept: sound };
}

function fits(reading: Reading, name: string, text: string): boolean {
  const option = reading.command.options[name];
  return option !== undefined && parseValue(option, text, reading) !== undefined;
}

function nearestIn(reading: Reading, name: string, text: string): string | undefined {
  const option = reading.command.options[name];
  return option && nearestValue(option, text, reading);
}

/** The name is as long as it takes for the words behind it to make sense. */
function strangeStory(reading: Reading, left: readonly string[], kept: Given): Unread {
  for (const length of [1, 2, 3, 4, 5]) {
    const others = { ...kept };
    const words = left.slice(0, length).join(' ');
    if (place(reading, left.slice(length), others).length === 0) return withoutStory(reading, words, others);
  }
  return withoutStory(reading, left.join(' '), kept);
}

function withoutStory(reading: Reading, noStory: string, kept: Given): Unread {
  const { command, stories, wasThere } = reading;
  const missed = { command, wasThere, isBroken: stories.brokenFile(noStory) !== undefined };
  return { mistake: unknownStory(missed, noStory, near(noStory, stories), kept), noStory };
}

/** Stories whose names resemble the words; none for words without a letter or digit, which resemble all. */
function near(words: string, stories: StoryLibrary): Story[] {
  return fold(words) === '' ? [] : stories.search(words, 3);
}

/** What was given and can be read: what the button of a mistake takes along. */
function soundOf(reading: Reading): Given {
  const { command, given } = reading;
  return Object.fromEntries(
    Object.entries(given).filter(([name, text]) => {
      const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
      const value = option && text !== '' ? parseValue(option, text, reading) : undefined;
      return value !== undefined && value !== false;
    }),
  );
}

function typed(reading: Reading): ReadOptions {
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
