/** Words without an option's name: which option each of them fits, and how many belong together. */
import type { StoryLibrary } from '../story/index.ts';
import { type Option, type Options, wholeOptionOf } from './command.ts';

/** Words without a name, given to the options that they fit. */
export class FreeWords {
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

  /** Adds what fits to `given`, in whatever order it was typed; returns the words that fit nothing. Any text takes the rest. */
  place(given: Record<string, string>): string[] {
    const whole = wholeOptionOf(this.#options);
    if (whole !== undefined) return this.#placeWhole(given, whole);
    const isText = ([, { kind }]: [string, Option]) => kind === 'text';
    const options = Object.entries(this.#options);
    this.#fill(
      given,
      options.filter((each) => !isText(each)),
    );
    this.#fill(given, options.filter(isText));
    return this.#words;
  }

  /** A story's name in front is the story. Its id goes; another name may be a part of the sentence and stays there, too. */
  #placeWhole(given: Record<string, string>, whole: string): string[] {
    const story = Object.keys(this.#options).find((name) => this.#options[name]?.kind === 'story');
    let count = this.#stories.nameAtStart(this.#words);
    // Signs alone are no part of a name.
    while (count > 1 && !/[\p{L}\p{N}]/u.test(this.#words[count - 1] ?? '')) count -= 1;
    const name = this.#words.slice(0, count).join(' ');
    const id = count > 0 ? this.#stories.find(name)?.id : undefined;
    if (story !== undefined && given[story] === undefined && id !== undefined) {
      given[story] = id;
      if (id === name.toLowerCase() || count === this.#words.length) this.#words.splice(0, count);
    }
    const text = given[whole] === undefined ? this.#first(this.#words.length) : undefined;
    if (text !== undefined) given[whole] = text;
    return this.#words;
  }

  #fill(given: Record<string, string>, options: readonly [string, Option][]) {
    let before: number;
    do {
      before = this.#words.length;
      for (const [name, option] of options) {
        if (given[name] !== undefined) continue;
        const value = this.#take(name, option);
        if (value !== undefined) given[name] = value;
      }
    } while (this.#words.length < before);
  }

  #take(name: string, option: Option): string | undefined {
    if (option.kind === 'story') return this.#first(this.#stories.nameAtStart(this.#words));
    if (option.kind === 'choice') return this.#first(choiceAtStart(option.choices, this.#words));
    if (option.kind === 'day')
      return this.#first([3, 2, 1].find((length) => this.#isDay(this.#words.slice(0, length).join(' '))) ?? 0);
    if (option.kind === 'text') return this.#first(this.#words.length);
    if (option.kind !== 'flag') return undefined;
    const at = this.#words.findIndex((word) => word.toLowerCase() === name);
    if (at < 0) return undefined;
    this.#words.splice(at, 1);
    return 'yes';
  }

  #first(count: number): string | undefined {
    return count === 0 || this.#words.length === 0 ? undefined : this.#words.splice(0, count).join(' ');
  }
}

/** How many of the words are a choice's key or label; 0 where none is. */
export function choiceAtStart(choices: Readonly<Record<string, string>>, words: readonly string[]): number {
  return [4, 3, 2, 1].find((count) => keyOf(choices, words.slice(0, count).join(' ')) !== undefined) ?? 0;
}

const partOfDay =
  /^(?:\d{1,4}(?:st|nd|rd|th)?|last|next|this|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)$/i;

/** How many of the words are a day; where none are, how many look as though they were meant to be. */
export function dayAtStart(words: readonly string[], isDay: (words: string) => boolean): number {
  const length = [3, 2, 1].find((count) => words.length >= count && isDay(words.slice(0, count).join(' ')));
  const other = words.slice(0, 3).findIndex((word) => !partOfDay.test(word));
  return length ?? Math.max(1, other < 0 ? 3 : other);
}

/** A choice by its key or its label, in any case: `who-says-what`, `Who says what`. */
export function keyOf(choices: Readonly<Record<string, string>>, typed: string): string | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\s-]+/g, ' ')
      .trim();
  return Object.keys(choices).find((key) => plain(key) === plain(typed) || plain(choices[key] ?? '') === plain(typed));
}
