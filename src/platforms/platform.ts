/** The port of a platform, and what the bot offers to it. */
import type { Answer, Choice, Command, Invocation, MessageAnswer } from '../commands/index.ts';
import type { Delivery } from '../digest/index.ts';
import type { Block, Message } from '../message/index.ts';

/** The bot as a platform sees it. */
export interface Bot {
  readonly commands: readonly Command[];
  /** Answers whatever was typed; what is wrong with it, and a fault of the program, is part of the answer. Never throws. */
  answer(call: Invocation): Promise<Answer>;
  /** Who will see the answer, as far as can be told before it is there. */
  audience(call: Invocation): MessageAnswer['to'];
  /** The values of an option that fit what was typed, best first, at most 25. @param given the other options */
  complete(
    command: Command,
    option: string,
    typed: string,
    given?: Readonly<Record<string, string>>,
  ): readonly Choice[];
  /** What may come next in a line that is being typed, best first; each value is the whole line. */
  completeLine(typed: string): readonly Choice[];
  /** The servers or workspaces that have the bot, as a platform tells. Never throws. */
  readonly spaces: SpacesSeen;
}

/** Where the bot is. What is kept of a space goes 30 days after it removed the bot; an outage is no removal. */
export interface SpacesSeen {
  /** All of them, whenever the platform has connected; those in an outage are among them. */
  present(platform: string, spaces: readonly string[]): Promise<void>;
  joined(platform: string, space: string): Promise<void>;
  left(platform: string, space: string): Promise<void>;
}

/** One page of a message in a platform's own form. */
export interface Rendered<Payload = unknown> {
  /** What would be sent. */
  readonly payload: Payload;
  /** From 1; the last one where a later one was asked for. */
  readonly page: number;
  readonly pages: number;
  /** Blocks that fit no page: always empty for stories within their bounds. */
  readonly omitted: readonly Block[];
}

/** How full a payload is, by each of the platform's limits. */
export interface Measure {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

export type PictureAt = (alt: string) => string | undefined;

/** How a platform shows messages: what the local page needs to show what the platform would. */
export interface Look {
  readonly name: string;
  render(message: Message): Rendered;
  measure(payload: unknown): readonly Measure[];
  /**
   * The payload as HTML, every text escaped; a control's value is its command, under the name `press`.
   * @param pictureAt the address of the picture with that alternative text; its words stand for one that has none
   */
  preview(payload: unknown, pictureAt?: PictureAt): string;
  /** The style sheets of the preview, as files. */
  readonly styles: readonly URL[];
}

/** What a platform tells its operator, in the log and in the figures. No text of a reader, and no secret, is in it. */
export interface Monitor {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  /** Something failed; counted. */
  error(details: object, message: string): void;
  /** A rate limit was waited for; counted. */
  waited(ms: number): void;
  /** The connection is there again after a loss; counted. */
  reconnected(): void;
}

/** A place where the bot can be talked to, and where it posts. */
export interface Platform extends Delivery {
  readonly name: string;
  /** Whether it can be talked to at this moment. */
  readonly connected: boolean;
  /**
   * Connects, and declares the bot's commands where the platform keeps them. Tries again for as long as the platform cannot
   * be reached. @throws {StartProblem} where trying again cannot help
   */
  start(bot: Bot): Promise<void>;
  /** Takes nothing more, finishes what is under way within ten seconds, and disconnects. */
  stop(): Promise<void>;
}
