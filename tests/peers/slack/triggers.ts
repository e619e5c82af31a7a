/** Trigger ids: the leave to open a form, once, within three seconds. */
import type { Exchange } from './exchange.ts';
import { Refusal } from './refusal.ts';
import { keepNewestIn, type PeerView, type World } from './workspace.ts';

interface Trigger {
  readonly user: string;
  readonly exchange: Exchange;
  readonly atMs: number;
  /** The form on which it was given; a form may be pushed only on one. */
  readonly on: PeerView | undefined;
  used: boolean;
}

/** Slack's own figure: https://docs.slack.dev/interactivity/handling-user-interaction */
const validMs = 3000;

export class Triggers {
  readonly #given = new Map<string, Trigger>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  give(exchange: Exchange, on?: PeerView): string {
    const id = this.#world.ids.trigger();
    const trigger = { user: exchange.facts.user, exchange, atMs: this.#world.now(), on, used: false };
    keepNewestIn(this.#given, id, trigger, this.#world.keep);
    return id;
  }

  /** The trigger, still good; `use` it once the form has been accepted. */
  check(id: string): Trigger {
    const trigger = this.#given.get(id);
    if (!trigger) throw new Refusal('invalid_trigger_id');
    if (trigger.used) throw new Refusal('exchanged_trigger_id');
    if (this.#world.now() - trigger.atMs > validMs) throw new Refusal('expired_trigger_id');
    return trigger;
  }
}
