/** Sends what people did to the app, and waits for its acknowledgement. */
import type { Exchange } from './exchange.ts';
import type { Node, World } from './workspace.ts';

export interface Envelope {
  readonly id: string;
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Node;
  readonly retry?: { readonly num: number; readonly reason: string } | undefined;
}

export type Outcome =
  | { readonly kind: 'acknowledged'; readonly body: unknown }
  | { readonly kind: 'late' }
  | { readonly kind: 'failed'; readonly why: string };

/** The way to the app: a socket, or its own address. */
export interface Carrier {
  /** Tells an outcome once; an acknowledgement may still follow a `late`. */
  carry(envelope: Envelope, tell: (outcome: Outcome) => void): void;
  stop(): Promise<void>;
}

export interface Redelivery {
  readonly times?: number;
  /** The same envelope or event; otherwise other ids for the same thing. */
  readonly sameId?: boolean;
  readonly reason?: string;
}

export class Deliveries {
  /** How often an event that was not acknowledged is delivered again. */
  redeliverLate = 0;
  readonly #world: World;
  readonly #carrier: Carrier;

  constructor(world: World, carrier: Carrier) {
    this.#world = world;
    this.#carrier = carrier;
  }

  /** The first delivery. `then` is called with what the app said in an acknowledgement that was in time. */
  send(exchange: Exchange, then: (body: unknown) => void = () => {}): void {
    exchange.envelopeId = this.#world.ids.uuid();
    void this.#deliver(
      exchange,
      { id: exchange.envelopeId, kind: exchange.facts.kind, payload: exchange.payload },
      then,
    );
  }

  /** An event that nobody waits for, such as the bot's own message. */
  sendAside(payload: Node): void {
    this.#carrier.carry({ id: this.#world.ids.uuid(), kind: 'events_api', payload }, () => this.#world.ring());
  }

  /** Delivers again, as Slack does at times; resolves when each was acknowledged or was late. */
  async redeliver(
    exchange: Exchange,
    { times = 1, sameId = true, reason = 'timeout' }: Redelivery = {},
  ): Promise<void> {
    const all = Array.from({ length: times }, (_, index) => {
      const { kind } = exchange.facts;
      const id = sameId ? exchange.envelopeId : this.#world.ids.uuid();
      const event = kind === 'events_api';
      const payload =
        event && !sameId ? { ...exchange.payload, event_id: this.#world.ids.next('Ev') } : exchange.payload;
      const retry = event && sameId ? { num: index + 1, reason } : undefined;
      return this.#deliver(exchange, { id, kind, payload, retry }, () => {});
    });
    await Promise.all(all);
  }

  #deliver(exchange: Exchange, envelope: Envelope, then: (body: unknown) => void): Promise<void> {
    exchange.deliveries += 1;
    const sentAt = this.#world.now();
    return new Promise((resolve) => {
      this.#carrier.carry(envelope, (outcome) => {
        if (outcome.kind === 'acknowledged') this.#acknowledged(exchange, outcome.body, then, sentAt);
        else this.#missed(exchange, envelope, outcome);
        resolve();
        this.#world.ring();
      });
    });
  }

  /** What a late acknowledgement says counts no more: the person was told that it did not work. */
  #acknowledged(exchange: Exchange, body: unknown, then: (body: unknown) => void, sentAt: number): void {
    // Late by the clock, even where no timer has found it out.
    const late = this.#world.now() - sentAt > this.#world.patienceMs;
    if (late && exchange.acks === 0) exchange.fail('operation_timeout');
    exchange.acknowledge(this.#world.now(), body);
    if (!exchange.failed) then(body);
  }

  #missed(exchange: Exchange, envelope: Envelope, outcome: Outcome): void {
    if (exchange.acks === 0) exchange.fail(outcome.kind === 'late' ? 'operation_timeout' : 'dispatch_failed');
    this.#again(exchange, envelope, outcome);
  }

  #again(exchange: Exchange, envelope: Envelope, outcome: Outcome): void {
    const num = (envelope.retry?.num ?? 0) + 1;
    if (envelope.kind !== 'events_api' || num > this.redeliverLate) return;
    const reason = outcome.kind === 'late' ? 'timeout' : 'http_error';
    void this.#deliver(exchange, { ...envelope, retry: { num, reason } }, () => {});
  }
}
