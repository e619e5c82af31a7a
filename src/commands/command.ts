/** How a command is declared: once, for every platform, for text and for buttons. */
import type { Day, Story, StoryLibrary } from '../story/index.ts';
import type { Answer, Invocation } from './invocation.ts';

interface Declared {
  /** Shown beside the option; at most 100 characters. */
  readonly description: string;
}

/** An option, by the kind of what is typed. `count` is a whole number from 1. */
export type Option =
  | (Declared & { readonly kind: 'story' | 'text' | 'day' | 'flag' | 'count' })
  | (Declared & { readonly kind: 'choice'; readonly choices: Readonly<Record<string, string>> });

export type Options = Readonly<Record<string, Option>>;

interface Typed {
  readonly story: Story;
  readonly text: string;
  readonly day: Day;
  readonly flag: boolean;
  readonly count: number;
}

type Value<O extends Option> = O extends { kind: 'choice'; choices: infer C }
  ? keyof C & string
  : Typed[Exclude<O['kind'], 'choice'>];

/** The options that were given, each parsed to its kind; every option may be left out. */
export type Values<O extends Options> = { readonly [K in keyof O]?: Value<O[K]> };

/** What a command works with. */
export interface Context {
  readonly stories: StoryLibrary;
  readonly commands: readonly Command[];
  readonly call: Invocation;
}

/** Something that readers can type. */
export interface Command {
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** What may be typed, as an example. @param story the id of a story that there is */
  readonly example: (story: string) => string;
  readonly options: Options;
  run(values: Values<Options>, context: Context): Answer | Promise<Answer>;
}

/** Declares a command; the handler's options are typed by their declarations. */
export function defineCommand<const O extends Options>(
  command: Omit<Command, 'run' | 'options'> & {
    options: O;
    run(values: Values<O>, context: Context): Answer | Promise<Answer>;
  },
): Command {
  // What was parsed by the declarations has the types that the declarations give.
  return command as unknown as Command;
}
