/** What reaches the bot, and what it answers. */
import type { Message } from '../message/index.ts';
import type { Command } from './command.ts';

/** What somebody may do besides reading. `manage-channel`: decide what is posted in the channel. */
export type Right = 'manage-channel';

/** What a reader asked for, by whatever way: a slash command, a button, a form, a mention, a line of text. */
export interface Invocation {
  /** The command's name, without a slash; a subcommand may stand behind it, or first in `text`. */
  readonly command: string;
  /** Options that the platform already tells apart, as typed. */
  readonly options?: Readonly<Record<string, string>>;
  /** What stands behind the command in a line of text. */
  readonly text?: string;
  /** The whole line, where it was one. */
  readonly line?: string;
  /** It came by a button, a menu or a form, whose answers are the reader’s alone. */
  readonly pressed?: boolean;
  /** A program asks once more, to show what is new in an answer: it is no question of a reader. */
  readonly again?: boolean;
  /** The commands of the buttons of the message that this replies to: they tell which story is talked about. */
  readonly about?: readonly string[];
  readonly reader: string;
  /** What whoever typed or pressed may do. Called only for commands that need a right, since a platform may have to ask. */
  readonly rights: () => Promise<readonly Right[]>;
  readonly where: Where;
  readonly around: Surroundings;
  /** What stands before a command where it is typed, if that is not the slash alone. */
  readonly prefix?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface Where {
  readonly platform: string;
  readonly space?: string;
  readonly channel?: string;
  readonly thread?: string;
  /** Others read there, too: it is no private conversation with the bot. */
  readonly shared?: boolean;
}

/** What the platform knows around a call. Asked only for commands that need it, since a platform may have to ask in its turn. */
export interface Surroundings {
  /** Where posts to this place go; undefined where nothing can be posted, as in the terminal. */
  readonly home: Home | undefined;
  /** The reader's time zone, by its IANA name; undefined where the platform does not tell. */
  zone(): Promise<string | undefined>;
  /** A role or group, as it was typed or chosen. @param channel the id of another channel in which it is to be pinged */
  role(typed: string, channel?: string): Promise<RoleFound>;
  /** A channel, a thread or a post of a forum, as it was typed or chosen. */
  channel(typed: string): Promise<ChannelFound>;
}

/** A place for posts. */
export interface Home {
  /** The id that posts go to. */
  readonly id: string;
  /** It is the reader's private conversation with the bot: what is posted there is the reader's own. */
  readonly personal: boolean;
}

/** `everyone`: it would ping all. `not allowed`: neither may everybody ping it, nor may the reader; or the bot may not, and `helps` says what helps. */
export type RoleFound =
  | { readonly kind: 'role'; readonly id: string; readonly name: string }
  | { readonly kind: 'not allowed'; readonly name: string; readonly helps?: string }
  | { readonly kind: 'unknown' | 'everyone' };

/** `not yours`: the reader lacks `manage-channel` there. `closed`: the bot cannot write there; `helps` is a sentence about what helps. */
export type ChannelFound =
  | { readonly kind: 'channel'; readonly id: string; readonly name: string }
  | { readonly kind: 'unknown' | 'not yours' }
  | { readonly kind: 'closed'; readonly helps?: string };

/** The bot's answer; the platform owns acknowledgement, deferral and the clock. */
export type Answer = MessageAnswer | FormAnswer | Silence;

export interface MessageAnswer {
  readonly kind: 'message';
  readonly message: Message;
  /** Seen by the whole channel, or by the reader alone. */
  readonly to: 'channel' | 'reader';
  /** `same` turns the page of a message that is already there. */
  readonly place: 'new' | 'same';
  /** It is nobody else’s concern: it is not offered to be shown to the channel. */
  readonly personal?: boolean;
}

/** What is missing, to be asked for by a form; `asMessage` says the same where no form can be shown. */
export interface FormAnswer {
  readonly kind: 'form';
  readonly command: Command;
  readonly given: Readonly<Record<string, string>>;
  /** The names of the options to ask for, at least one. */
  readonly asks: readonly string[];
  /** Options that it has fields for, too, which may stay empty; with `asks` at most five. */
  readonly offers?: readonly string[];
  /** What is taken for those that stay empty, where that is something. */
  readonly ifEmpty?: Readonly<Record<string, string>>;
}

/** What a button carries behind its command, to answer to the channel what the reader has seen alone. */
export const showing = '#show';

/** Whether it is that button. */
export function shows({ pressed, text }: Pick<Invocation, 'pressed' | 'text'>): boolean {
  return pressed === true && (text ?? '').split(' ').at(-1) === showing;
}

/** Nothing is said: the reader has been told to wait. */
interface Silence {
  readonly kind: 'silence';
}

/** An answer that the channel sees. @param turns whether it turns a page of a message that is already there */
export function toChannel(message: Message, turns = false): MessageAnswer {
  return { kind: 'message', message, to: 'channel', place: turns ? 'same' : 'new' };
}

/** An answer that only the reader sees. */
export function toReader(message: Message, turns = false): MessageAnswer {
  return { kind: 'message', message, to: 'reader', place: turns ? 'same' : 'new' };
}

/** The surroundings where there are neither roles nor other channels. @param home where posts go */
export function bareSurroundings(home: Home | undefined, zone?: string): Surroundings {
  return {
    home,
    zone: async () => zone,
    role: async () => ({ kind: 'unknown' }),
    channel: async () => ({ kind: 'unknown' }),
  };
}
