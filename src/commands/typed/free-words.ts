/** Words without an option's name: which option each of them fits, and how many belong together. */
import { listedOptions, type Option, type Options, wholeOptionOf } from '../option.ts';
import { namedAtStart, type ValueContext, valueAtStart } from './option-values.ts';

/** How many words spell an option’s name, with spaces for its hyphens or as it stands; 0 where they do not begin with it. */
export function nameLength(name: string, words: readonly string[]): number {
  if (words[0]?.toLowerCase() === name) return 1;
  const parts = name.split('-');
  return parts.every((part, index) => words[index]?.toLowerCase() === part) ? parts.length : 0;
}

/** Words without a name, given to the options that they fit. */
export class FreeWords {
  readonly #options: Options;
  readonly #words: string[];
  readonly #context: ValueContext;

  constructor(options: Options, words: readonly string[], context: ValueContext) {
    this.#options = options;
    this.#words = [...words];
    this.#context = context;
  }

  /** Adds what fits to `given`, in whatever order it was typed; returns the words that fit nothing. Any text takes the rest. */
  place(given: Record<string, string>): string[] {
    const whole = wholeOptionOf(this.#options);
    if (whole !== undefined) return this.#placeWhole(given, whole);
    const isText = ([, option]: [string, Option]) => option.kind === 'text' && option.named !== true;
    const options = listedOptions({ options: this.#options });
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
    const { stories } = this.#context;
    let count = stories.nameAtStart(this.#words);
    // Signs alone are no part of a name.
    while (count > 1 && !/[\p{L}\p{N}]/u.test(this.#words[count - 1] ?? '')) count -= 1;
    const name = this.#words.slice(0, count).join(' ');
    const id = count > 0 ? stories.find(name)?.id : undefined;
    if (story !== undefined && given[story] === undefined && id !== undefined) {
      given[story] = id;
      if (id === name.toLowerCase() || count === this.#words.length) this.#words.splice(0, count);
    }
    this.#takeFlagAlone(given);
    const text = given[whole] === undefined ? this.#first(this.#words.length) : undefined;
    if (text !== undefined) given[whole] = text;
    return this.#words;
  }

  /** Within a sentence a flag’s name is a word of it; by itself it is no sentence, but the flag. */
  #takeFlagAlone(given: Record<string, string>) {
    const [word = '', another] = this.#words;
    const name = word.toLowerCase();
    if (another !== undefined || given[name] !== undefined || this.#options[name]?.kind !== 'flag') return;
    this.#words.length = 0;
    given[name] = 'yes';
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
    if (option.kind === 'flag') return this.#flag(name);
    if (option.kind === 'text' && option.named !== true) return this.#first(this.#words.length);
    // `every week`, `at 9`, `at most 3 hours`, for `every:week`, `at:9` and `at-most:3h`.
    const length = nameLength(name, this.#words);
    const behind = length > 0 ? namedAtStart(option, this.#words.slice(length), this.#context) : 0;
    if (behind > 0) this.#words.splice(0, length);
    return this.#first(behind > 0 ? behind : valueAtStart(option, this.#words, this.#context));
  }

  #flag(name: string): string | undefined {
    const at = this.#words.findIndex((word) => word.toLowerCase() === name);
    if (at < 0) return undefined;
    this.#words.splice(at, 1);
    return 'yes';
  }

  #first(count: number): string | undefined {
    return count === 0 || this.#words.length === 0 ? undefined : this.#words.splice(0, count).join(' ');
  }
}
