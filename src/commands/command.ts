/** How a command is declared: once, for every platform, for text and for buttons. */
import type { Answers } from '../ask/index.ts';
import type { Showing } from '../digest/index.ts';
import type { StoryLibrary } from '../story/index.ts';
import type { Exemplar } from './example.ts';
import type { Answer, Invocation, Right } from './invocation.ts';
import type { Memory } from './memory.ts';
import type { Options, Values } from './option.ts';

/** What the bot knows, whoever calls. */
export interface Known {
  readonly stories: StoryLibrary;
  readonly commands: readonly Command[];
  readonly memory: Memory;
  readonly answers: Answers;
  /** Draws the pictures of digests; without it they are shown without. */
  readonly pictures?: NonNullable<Showing['pictures']>;
}

/** What a command works with. */
export interface Context extends Known {
  readonly call: Invocation;
  /** The texts that the values were read from, by option: what a form takes along when it asks for more. */
  readonly given: Readonly<Record<string, string>>;
}

/** Something that readers can type. */
export interface Command {
  /** One word, or two: a subcommand of the first. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** Other words that people type for it, in lower case, each with what it says besides: what was probably meant. */
  readonly also?: Readonly<Record<string, string>>;
  /** What may be typed, as an example. */
  readonly example: (of: Exemplar) => string;
  readonly options: Options;
  /** What whoever types or presses it must have the right to do. */
  readonly needs?: Right;
  /** What is wrong in it is never left out to go on: without it, something else might be changed. */
  readonly exact?: boolean;
  /** Who sees the answer to a typed one that finds what it asks for; it decides how a slow answer is announced. */
  seenBy(values: Values<Options>): 'channel' | 'reader';
  /** Platforms ask it by themselves; it is not offered to readers. */
  readonly unlisted?: boolean;
  run(values: Values<Options>, context: Context): Answer | Promise<Answer>;
}

/** Declares a command; the handler's options are typed by their declarations. */
export function defineCommand<const O extends Options>(
  command: Omit<Command, 'run' | 'options' | 'seenBy'> & {
    options: O;
    seenBy(values: Values<O>): 'channel' | 'reader';
    run(values: Values<O>, context: Context): Answer | Promise<Answer>;
  },
): Command {
  // What was parsed by the declarations has the types that the declarations give.
  return command as unknown as Command;
}
