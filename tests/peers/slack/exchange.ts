/** One thing that a person did, and all that came of it. */
import { keepNewestIn, type Node, type PeerMessage, type PeerView } from './workspace.ts';

export interface Acknowledgement {
  readonly atMs: number;
  readonly body: unknown;
}

/** What the person sees where the app did not acknowledge: in time, or at all. */
export type Failure = 'operation_timeout' | 'dispatch_failed';

export interface ExchangeFacts {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly user: string;
  readonly sentAt: number;
  readonly channel?: string | undefined;
  /** By what an answer is told to belong here, surest first; see `Exchanges`. */
  readonly keys: readonly string[];
  /** Whose answer this may also be: a form's submission answers through the address of what opened it. */
  readonly after?: Exchange | undefined;
}

export class Exchange {
  readonly id: string;
  readonly facts: ExchangeFacts;
  readonly sentAt: number;
  /** What was sent; set when it is. */
  payload: Node = {};
  readonly messages: PeerMessage[] = [];
  readonly views: PeerView[] = [];
  late = false;
  failed: Failure | undefined;
  acks = 0;
  deliveries = 0;
  /** The later exchange that goes on with this one's answers. */
  next: Exchange | undefined;
  /** The envelope's id of its first delivery. */
  envelopeId = '';
  readonly acknowledged: Promise<Acknowledgement>;
  readonly answered: Promise<PeerMessage | PeerView>;
  readonly #acknowledged = Promise.withResolvers<Acknowledgement>();
  readonly #answered = Promise.withResolvers<PeerMessage | PeerView>();

  constructor(id: string, facts: ExchangeFacts) {
    this.id = id;
    this.facts = facts;
    this.sentAt = facts.sentAt;
    this.acknowledged = this.#acknowledged.promise;
    this.answered = this.#answered.promise;
    // Nobody need look at either.
    this.acknowledged.catch(() => {});
    this.answered.catch(() => {});
  }

  /** Whether anything came of it. */
  get settled(): boolean {
    return this.messages.length + this.views.length > 0;
  }

  acknowledge(atMs: number, body: unknown): void {
    this.acks += 1;
    this.#acknowledged.resolve({ atMs, body });
  }

  fail(failure: Failure): void {
    this.failed ??= failure;
    this.late ||= failure === 'operation_timeout';
    this.#acknowledged.reject(new Error(failure));
  }

  showed(message: PeerMessage): void {
    if (!this.messages.includes(message)) this.messages.push(message);
    this.#answered.resolve(message);
  }

  opened(view: PeerView): void {
    if (!this.views.includes(view)) this.views.push(view);
    this.#answered.resolve(view);
  }

  abandon(why: string): void {
    this.#acknowledged.reject(new Error(why));
    this.#answered.reject(new Error(why));
  }
}

/**
 * All exchanges, and which of them an answer belongs to. Where several wait under the same key (two people who mention
 * the app in one thread), the one that has waited longest is taken to be answered.
 */
export class Exchanges {
  readonly all = new Map<string, Exchange>();
  readonly #waiting = new Map<string, Set<Exchange>>();
  readonly #latest = new Map<string, Exchange>();
  readonly #openers = new WeakMap<PeerView, Exchange>();
  readonly #keep: number;

  constructor(keep: number) {
    this.#keep = keep;
  }

  add(exchange: Exchange): void {
    const old = keepNewestIn(this.all, exchange.id, exchange, this.#keep);
    if (old) this.#forget(old);
    const { keys, after } = exchange.facts;
    if (after) after.next = exchange;
    for (const key of keys) {
      this.#waiting.set(key, (this.#waiting.get(key) ?? new Set()).add(exchange));
      this.#latest.delete(key);
      keepNewestIn(this.#latest, key, exchange, this.#keep);
    }
  }

  /** The exchange that has waited longest under a key. */
  waiting(key: string, fits: (exchange: Exchange) => boolean = () => true): Exchange | undefined {
    for (const exchange of this.#waiting.get(key) ?? []) if (fits(exchange)) return exchange;
    return undefined;
  }

  /** The same, or the latest that had its answer already. */
  of(key: string): Exchange | undefined {
    return this.waiting(key) ?? this.#latest.get(key);
  }

  showed(exchange: Exchange | undefined, message: PeerMessage): void {
    if (!exchange) return;
    const last = lastOf(exchange);
    last.showed(message);
    this.#settle(last);
  }

  opened(exchange: Exchange | undefined, view: PeerView): void {
    if (!exchange) return;
    this.#openers.set(view, exchange);
    exchange.opened(view);
    this.#settle(exchange);
  }

  /** What last brought a view on the screen. */
  openerOf(view: PeerView): Exchange | undefined {
    return this.#openers.get(view);
  }

  #settle(exchange: Exchange): void {
    for (const key of exchange.facts.keys) {
      const waiting = this.#waiting.get(key);
      waiting?.delete(exchange);
      if (waiting?.size === 0) this.#waiting.delete(key);
    }
  }

  #forget(exchange: Exchange): void {
    this.#settle(exchange);
    for (const key of exchange.facts.keys) if (this.#latest.get(key) === exchange) this.#latest.delete(key);
    // An exchange that is let go must not hold on to those after it.
    exchange.next = undefined;
  }
}

function lastOf(exchange: Exchange): Exchange {
  let last = exchange;
  while (last.next) last = last.next;
  return last;
}
