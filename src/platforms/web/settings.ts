/** What the page is made of: the bot hands it over. */
import type { Look } from '../platform.ts';
import type { Desk } from './desk.ts';

/** Where the page listens, and what it shows. */
export interface WebSettings {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly accessToken?: string;
  /** How the platforms show messages, in the order in which they stand side by side. */
  readonly looks: readonly Look[];
  readonly desk: Desk;
  readonly log: { error(details: object, message: string): void };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
