/** The port of a platform, and what the bot offers to it. */
import type { Answer, Choice, Command, Invocation } from '../commands/index.ts';
import type { Block, Message } from '../message/index.ts';

/** The bot as a platform sees it. */
export interface Bot {
  readonly commands: readonly Command[];
  /** Answers whatever was typed; what is wrong with it is part of the answer. Throws only for a fault of the program. */
  answer(call: Invocation): Promise<Answer>;
  /** What may come next in a line that is being typed, best first; each value is the whole line. */
  completeLine(typed: string): readonly Choice[];
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

/** How a platform shows messages: what the local page needs to show what the platform would. */
export interface Look {
  readonly name: string;
  render(message: Message): Rendered;
  measure(payload: unknown): readonly Measure[];
  /** The payload as HTML, every text escaped; a control's value is its command, under the name `press`. */
  preview(payload: unknown): string;
  /** The style sheets of the preview, as files. */
  readonly styles: readonly URL[];
}

/** A place where the bot can be talked to. */
export interface Platform {
  readonly name: string;
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
}
