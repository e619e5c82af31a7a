/** How a command is declared: once, for every platform, for text and for buttons. */
import type { Answers } from '../ask/index.ts';
import type { Minute, Showing } from '../digest/index.ts';
import type { Day, Story, StoryLibrary } from '../story/index.ts';
import type { Exemplar } from './example.ts';
import type { Answer, Invocation, Right } from './invocation.ts';
import type { Memory } from './memory.ts';

interface Declared {
  /** Shown beside the option; at most 100 characters. */
  readonly description: string;
  /** A form asks for it where it is missing; at most five of a command. */
  readonly required?: boolean;
  /** How a form asks for it, where its name and its description would not do. */
  readonly form?: AskedInForm;
  /** Buttons carry it; it is not offered to readers. */
  readonly unlisted?: boolean;
}

/** How a form asks for an option. */
interface AskedInForm {
  /** At most 45 characters. */
  readonly label: string;
  /** What it is; how it may be typed is no part of it, since not every form has it typed. */
  readonly about: string;
  /** How it may be typed. */
  readonly typedAs?: string;
}

/** The most that a count may be, where its option does not say. */
export const mostCount = 9999;

/** An option, by the kind of what is typed. A role and a channel are ids as the platform gives them. */
export type Option =
  | (Declared & { readonly kind: 'story' | 'topic' | 'day' | 'hour' | 'zone' | 'role' | 'channel' })
  /** `alone`: it takes the place of a story, and is offered where one is. */
  | (Declared & { readonly kind: 'flag'; readonly alone?: boolean })
  /** A whole number from 1, at most 9,999 unless it says otherwise. `bare`: it may be typed without its name; `ordinal`: as `the 15th`. */
  | (Declared & { readonly kind: 'count'; readonly most?: number; readonly bare?: boolean; readonly ordinal?: boolean })
  /** With `whole` it takes a line as it stands; all options but the story are then given by name. `named`: it takes no word without its name. `of`: what its words name. `looks`: what is meant for it, also behind another name. */
  | (Declared & {
      readonly kind: 'text';
      readonly whole?: boolean;
      readonly named?: boolean;
      readonly of?: 'commands';
      readonly looks?: RegExp;
    })
  | (Declared & {
      readonly kind: 'choice';
      /** What is typed, with what it is called. */
      readonly choices: Readonly<Record<string, string>>;
      /** Other words for a choice, in lower case. */
      readonly also?: Readonly<Record<string, string>>;
      /** What one of the choices is called in a sentence, where the option’s name is no noun. */
      readonly noun?: string;
    });

export type Options = Readonly<Record<string, Option>>;

interface Typed {
  readonly story: Story;
  /** A topic that at least one story has. */
  readonly topic: string;
  readonly text: string;
  readonly day: Day;
  readonly hour: Minute;
  /** An IANA time zone. */
  readonly zone: string;
  readonly role: string;
  readonly channel: string;
  readonly flag: boolean;
  readonly count: number;
}

type Value<O extends Option> = O extends { kind: 'choice'; choices: infer C }
  ? keyof C & string
  : Typed[Exclude<O['kind'], 'choice'>];

/** The options that were given, each parsed to its kind; those that are not required may be left out. */
export type Values<O extends Options> = {
  readonly [K in keyof O as O[K] extends { required: true } ? K : never]: Value<O[K]>;
} & { readonly [K in keyof O as O[K] extends { required: true } ? never : K]?: Value<O[K]> };

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

/** The commands that readers are offered. */
export function listedCommands(commands: readonly Command[]): Command[] {
  return commands.filter(({ unlisted }) => unlisted !== true);
}

/** The options that readers are offered. */
export function listedOptions({ options }: Pick<Command, 'options'>): [string, Option][] {
  return Object.entries(options).filter(([, { unlisted }]) => unlisted !== true);
}

/** The option that takes a line as it stands, where there is one. */
export function wholeOptionOf(options: Options): string | undefined {
  return Object.keys(options).find((name) => {
    const option = options[name];
    return option?.kind === 'text' && option.whole === true;
  });
}

/** A command in a line of text, and what stands behind it. */
export interface Found {
  readonly command: Command;
  readonly text: string;
}

/** Finds the command that a line begins with: a word, or two for a subcommand. */
export function findCommand(name: string, text: string, commands: readonly Command[]): Found | undefined {
  const exact = commands.find((each) => each.name === name);
  if (exact) return { command: exact, text };
  const [second = ''] = text.split(/\s+/, 1);
  const subcommand = commands.find((each) => each.name === `${name} ${second.toLowerCase()}`);
  return subcommand && { command: subcommand, text: text.slice(second.length).trim() };
}

/** The subcommands of a word. */
export function subcommandsOf(name: string, commands: readonly Command[]): Command[] {
  return commands.filter((each) => each.name.startsWith(`${name} `));
}
