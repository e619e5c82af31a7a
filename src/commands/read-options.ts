/** What was typed for a command, turned into typed values, or into one sentence about what is wrong. */
import { type Day, reportingDays, type Story, type StoryLibrary } from '../story/index.ts';
import type { Command, Option, Options } from './command.ts';
import type { Answer, Invocation } from './invocation.ts';
import { badValue, unknownOption, unknownStory, unknownWords } from './mistakes.ts';
import { parseDay } from './parse-day.ts';
import { parseWords } from './parse-text.ts';

/** The typed values, or the answer that says what is wrong. */
export type ReadOptions = { readonly values: Record<string, unknown> } | { readonly mistake: Answer };

/** Text values by option name: what buttons and platforms hand over, and what text is turned into. */
export type Given = Record<string, string>;

/** Reads an invocation's options by the command's declarations. */
export function readOptions(command: Command, call: Invocation, stories: StoryLibrary): ReadOptions {
  const day = (words: string, story?: Story) => parseDay(words, today(call.at, story));
  const { named, free } = parseWords(call.text ?? '', command.options, (words) => day(words) !== undefined);
  const given: Given = { ...call.options, ...named };
  const left = new FreeWords(command.options, free, stories, (words) => day(words) !== undefined).place(given);
  const reading = { command, given, stories, day };
  if (left.length > 0) return { mistake: strangeWords(reading, left) };
  return typed(reading);
}

interface Reading {
  readonly command: Command;
  readonly given: Given;
  readonly stories: StoryLibrary;
  readonly day: (words: string, story?: Story) => Day | undefined;
}

function today(now: number, story: Story | undefined) {
  const timeZone = story?.timeZone ?? 'UTC';
  const latest = story ? reportingDays(story).at(-1)?.day : undefined;
  return { now, timeZone, latest: latest ?? new Date(now).toISOString().slice(0, 10) };
}

/** Words without a name, given to the options that they fit. */
class FreeWords {
  readonly #options: Options;
  readonly #words: string[];
  readonly #stories: StoryLibrary;
  readonly #isDay: (words: string) => boolean;

  constructor(options: Options, words: readonly string[], stories: StoryLibrary, isDay: (words: string) => boolean) {
    this.#options = options;
    this.#words = [...words];
    this.#stories = stories;
    this.#isDay = isDay;
  }

  /** Adds what fits to `given`; returns the words that fit nothing. */
  place(given: Given): string[] {
    for (const [name, option] of Object.entries(this.#options)) {
      if (given[name] !== undefined) continue;
      const value = this.#take(name, option);
      if (value !== undefined) given[name] = value;
    }
    return this.#words;
  }

  #take(name: string, option: Option): string | undefined {
    if (option.kind === 'story') return this.#first(this.#stories.nameAtStart(this.#words));
    if (option.kind === 'choice') return this.#choice(option.choices);
    if (option.kind === 'day')
      return this.#first([3, 2, 1].find((length) => this.#isDay(this.#words.slice(0, length).join(' '))) ?? 0);
    if (option.kind === 'text') return this.#first(this.#words.length);
    if (option.kind !== 'flag') return undefined;
    const at = this.#words.indexOf(name);
    return at < 0 ? undefined : this.#words.splice(at, 1)[0];
  }

  #first(count: number): string | undefined {
    return count === 0 || this.#words.length === 0 ? undefined : this.#words.splice(0, count).join(' ');
  }

  #choice(choices: Readonly<Record<string, string>>): string | undefined {
    const length = [4, 3, 2, 1].find((count) => keyOf(choices, this.#words.slice(0, count).join(' ')) !== undefined);
    return this.#first(length ?? 0);
  }
}

/** A choice by its key or its label, in any case: `who-says-what`, `Who says what`. */
function keyOf(choices: Readonly<Record<string, string>>, typed: string): string | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\s-]+/g, ' ')
      .trim();
  return Object.keys(choices).find((key) => plain(key) === plain(typed) || plain(choices[key] ?? '') === plain(typed));
}

function strangeWords({ command, given, stories, day }: Reading, left: readonly string[]): Answer {
  const option = /^([a-z-]{2,}):\S*/i.exec(left[0] ?? '')?.[1];
  if (option !== undefined && !/^https?$/i.test(option)) return unknownOption(command, option, given, left.slice(1));
  const storyMissing = Object.entries(command.options).find(
    ([name, { kind }]) => kind === 'story' && given[name] === undefined,
  );
  if (storyMissing) {
    const [name] = storyMissing;
    const rest = new FreeWords(command.options, left.slice(1), stories, (words) => day(words) !== undefined);
    const others = { ...given, [name]: '' };
    const behind = rest.place(others);
    const words = [left[0] ?? '', ...behind].join(' ');
    return unknownStory(command, words, stories.search(words, 3), others);
  }
  return unknownWords(command, left.join(' '), given);
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
    if (text === undefined || (text === '' && option.kind !== 'flag')) continue;
    const value = parseValue(option, text, reading, story);
    if (value === undefined && option.kind === 'story')
      return { mistake: unknownStory(command, text, stories.search(text, 3), given) };
    if (value === undefined) return { mistake: badValue(command, name, text, given) };
    if (option.kind === 'story') story = stories.find(text);
    values[name] = value;
  }
  return { values };
}

function parseValue(option: Option, text: string, { stories, day }: Reading, story: Story | undefined): unknown {
  switch (option.kind) {
    case 'story':
      return stories.find(text);
    case 'choice':
      return keyOf(option.choices, text);
    case 'day':
      return day(text, story);
    case 'flag':
      return /^(?:|true|yes|on|private)$/i.test(text) ? true : /^(?:false|no|off)$/i.test(text) ? false : undefined;
    case 'count':
      return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
    case 'text':
      return text;
  }
}
