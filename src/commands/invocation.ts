/** What reaches the bot, and what it answers. */
import type { Message } from '../message/index.ts';

/** What a reader asked for, by whatever way: a slash command, a button, a form, a line of text. */
export interface Invocation {
  /** The command's name, without a slash. */
  readonly command: string;
  /** Options that the platform already tells apart, as typed. */
  readonly options?: Readonly<Record<string, string>>;
  /** What stands behind the command in a line of text. */
  readonly text?: string;
  /** It came by a button, a menu or a form, whose answers are the reader’s alone. */
  readonly pressed?: boolean;
  readonly reader: string;
  readonly where: Where;
  /** BCP 47, as the platform tells it. */
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Where {
  readonly platform: string;
  readonly space?: string;
  readonly channel?: string;
  readonly thread?: string;
}

/** The bot's answer; the platform owns acknowledgement, deferral and the clock. */
export interface Answer {
  readonly kind: 'message';
  readonly message: Message;
  /** Seen by the whole channel, or by the reader alone. */
  readonly to: 'channel' | 'reader';
  /** `same` turns the page of a message that is already there. */
  readonly place: 'new' | 'same';
}

/** An answer that the channel sees. @param turns whether it turns a page of a message that is already there */
export function toChannel(message: Message, turns = false): Answer {
  return { kind: 'message', message, to: 'channel', place: turns ? 'same' : 'new' };
}

/** An answer that only the reader sees. */
export function toReader(message: Message, turns = false): Answer {
  return { kind: 'message', message, to: 'reader', place: turns ? 'same' : 'new' };
}
