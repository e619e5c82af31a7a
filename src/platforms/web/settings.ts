/** What the page is made of: the bot hands it over. */
import type { Look } from '../platform.ts';
import type { Desk } from './desk.ts';

/** What is known of the whole bot: it hands that over. */
export interface Health {
  /** Whether each of the other platforms is connected, by its name. */
  connections(): Readonly<Record<string, boolean>>;
  /** All figures in Prometheus' text format. */
  metrics(): Promise<string>;
}

/** Where the page listens, and what it shows. */
export interface WebSettings {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly accessToken?: string;
  /** How the platforms show messages, in the order in which they stand side by side. */
  readonly looks: readonly Look[];
  readonly desk: Desk;
  readonly health: Health;
  readonly log: { error(details: object, message: string): void };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** So long a stop waits for answers. */
  readonly graceMs?: number;
}
