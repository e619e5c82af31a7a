/** A platform as a test uses it: what a person there can do and see, in words that fit all of them. */
import type { Channel } from '../../src/digest/index.ts';
import type { Bot, Monitor, Platform } from '../../src/platforms/platform.ts';

/** An answer as a person sees it. */
export interface Shown {
  readonly kind: 'message';
  readonly text: string;
  readonly to: 'channel' | 'reader';
  /** The commands of its buttons. */
  readonly buttons: readonly string[];
  /** The values of its menu. */
  readonly menu: readonly string[];
  /** It took the place of the message in which something was pressed. */
  readonly inPlace: boolean;
  /** The platform's own message. */
  readonly native: unknown;
}

/** A form as a person sees it. */
export interface ShownForm {
  readonly kind: 'form';
  readonly fields: readonly string[];
  /** The values that a field offers; none where it is typed. */
  readonly offers: Readonly<Record<string, readonly string[]>>;
  readonly native: unknown;
}

/** A post in the channel, as everybody sees it. */
export interface SeenPost {
  readonly id: string;
  readonly text: string;
  /** The alternative texts of its pictures. */
  readonly pictures: readonly string[];
  /** Ids of those whom it notified. */
  readonly pings: readonly string[];
  /** The id of the post that it answers. */
  readonly answers?: string | undefined;
}

export type Given = Readonly<Record<string, string>>;

export interface Person {
  /** As the platform names them to the bot. */
  readonly id: string;
  /** Types a command in the platform's own way. */
  type(command: string, options?: Given): Promise<Shown | ShownForm>;
  press(shown: Shown, command: string): Promise<Shown | ShownForm>;
  /** Takes a value of its menu. */
  choose(shown: Shown, value: string): Promise<Shown | ShownForm>;
  submit(form: ShownForm, values: Given): Promise<Shown | ShownForm>;
  /** The values offered for an option as it is typed; by text where the platform completes nothing. */
  complete(command: string, option: string, typed: string): Promise<readonly string[]>;
  /** Types a command without waiting; `announced` settles once the person is told that it takes a while. */
  begin(command: string): {
    readonly announced: Promise<'channel' | 'reader'>;
    readonly answered: Promise<Shown | ShownForm>;
  };
  /** The texts of what the bot told this person in private, unasked; oldest first. */
  told(): Promise<readonly string[]>;
}

/** What a test makes of the next posts to a platform's channel, and changes of them. */
interface Trouble {
  /** @returns the platform whose next post has to be tried again later */
  retry(): Platform;
  gone(): Channel;
  /** The next post is refused. @returns whether anybody could refuse it */
  refused(): boolean;
  /** What was posted can be read no more. @returns when a post was first tried that cannot be looked up then */
  unreadable(): number;
  /** The post cannot be changed any more. */
  closed(id: string): void | Promise<void>;
  /** @returns the platform whose next change has to be tried again later */
  limited(): Platform;
}

export interface Surface {
  readonly platform: Platform;
  /** @param name with `guest` the person may decide nothing in a channel */
  person(name: string, rights?: 'guest' | 'manager'): Person;
  readonly channel: Channel;
  /** The server or workspace; a page has none. */
  readonly space?: string;
  /** A role or group that everybody may ping, by its id, and whether the platform can find roles at all. */
  readonly role: { readonly id: string; readonly isKnown: boolean };
  /** The messages in the channel that everybody sees, oldest first. */
  channelPosts(): Promise<readonly SeenPost[]>;
  readonly trouble: Trouble;
  /** What the platform found fault with: payloads that it refused, answers too late or twice. */
  complaints(): readonly unknown[];
  stop(): Promise<void>;
}

/** What a surface is opened with. */
export interface Opening {
  readonly bot: Bot;
  readonly monitor: Monitor;
  /** So soon a slow handler is announced. */
  readonly slowMs: number;
  /** So long a stop waits. */
  readonly graceMs: number;
}

export type OpenSurface = (opening: Opening) => Promise<Surface>;

/** An answer that is a message. */
export function messageOf(answer: Shown | ShownForm): Shown {
  if (answer.kind !== 'message') throw new Error('a form, where a message was expected');
  return answer;
}

/** An answer that is a form. */
export function formOf(answer: Shown | ShownForm): ShownForm {
  if (answer.kind !== 'form') throw new Error(`a message, where a form was expected: ${answer.text}`);
  return answer;
}

/** So long a platform waits for the first sign of an answer: far longer than a real one does, as a busy machine keeps any answer waiting. */
export const patienceMs = 60_000;
