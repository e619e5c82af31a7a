/** The options of a command: of what kind each is, and what type it has once it is read. */
import type { Minute } from '../digest/index.ts';
import type { Day, Story } from '../story/index.ts';

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

/** The options of a command, by their names. */
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

/** The options that readers are offered. */
export function listedOptions({ options }: { readonly options: Options }): [string, Option][] {
  return Object.entries(options).filter(([, { unlisted }]) => unlisted !== true);
}

/** The option that takes a line as it stands, where there is one. */
export function wholeOptionOf(options: Options): string | undefined {
  return Object.keys(options).find((name) => {
    const option = options[name];
    return option?.kind === 'text' && option.whole === true;
  });
}
