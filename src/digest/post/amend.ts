/** Corrections reach the posts that were sent: all that a correction touches are changed, a few at once. */
import type { Amended } from '../delivery.ts';
import type { Amendable, Ledger } from '../ledger.ts';
import { stackOf } from '../telemetry.ts';
import { amendPost, faultMs, type PostAmending, recordAmended } from './amend-post.ts';
import { Holds } from './holds.ts';

/** Posts that are changed at once. */
const mostAtOnce = 8;
/** Posts that are looked at in one go. */
const batch = 64;
const mostHeldMs = 60_000;

/** What amending takes. */
export interface Amending extends PostAmending {
  readonly ledger: PostAmending['ledger'] & Pick<Ledger, 'amendable' | 'nextAmendable'>;
}

export class Amender {
  readonly #parts: Amending;
  readonly #holds = new Holds();
  #running: Promise<void> | undefined;
  #stopped = false;
  #nextAt: number | undefined;

  constructor(parts: Amending) {
    this.#parts = parts;
  }

  /** Changes what may be changed now. Where that is under way, it looks for more by itself. */
  run(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Settles when nothing is under way. */
  async idle(): Promise<void> {
    await this.#running;
  }

  /** In how many milliseconds a post may be changed, as it was at the end of the last run. */
  nextInMs(): number | undefined {
    return this.#nextAt === undefined ? undefined : Math.max(0, this.#nextAt - this.#parts.clock.elapsed());
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run() {
    const { ledger, clock } = this.#parts;
    const failed = new Set<number>();
    while (!this.#stopped) {
      const held = this.#holds.held(clock.elapsed());
      const found = await ledger.amendable(clock.now(), batch + failed.size, [...held.keys()]);
      const posts = found.filter(({ id }) => !failed.has(id));
      if (posts.length === 0) break;
      for (let from = 0; from < posts.length && !this.#stopped; from += mostAtOnce)
        await Promise.all(posts.slice(from, from + mostAtOnce).map((post) => this.#tryOne(post, failed)));
    }
    this.#nextAt = await this.#findNext();
  }

  /** When a post of another platform than those held may be tried, or the first hold ends. */
  async #findNext(): Promise<number | undefined> {
    const { ledger, clock } = this.#parts;
    const held = this.#holds.held(clock.elapsed());
    const next = await ledger.nextAmendable([...held.keys()]);
    const times = next === undefined ? held.values() : [...held.values(), clock.elapsed() + next - clock.now()];
    const first = Math.min(...times);
    return first === Number.POSITIVE_INFINITY ? undefined : first;
  }

  async #tryOne(post: Amendable, failed: Set<number>) {
    const { ledger, clock, log } = this.#parts;
    if (this.#holds.isHeld(post.to.platform, clock.elapsed())) return;
    try {
      const result = await amendPost(post, this.#parts);
      if (!result) return;
      this.#holdAfter(post, result);
      await recordAmended(post, result, this.#parts);
    } catch (error) {
      failed.add(post.id);
      log.error({ slot: post.id, error: stackOf(error) }, 'a post was not changed');
      await ledger.amendLater(post.id, clock.now() + faultMs).catch(() => undefined); // then it is found again
    }
  }

  /** One post may be closed to changes for long; that says nothing of the others. */
  #holdAfter({ to }: Amendable, result: Amended) {
    if (result.kind !== 'retry') this.#holds.through(to.platform);
    else if (result.afterMs <= mostHeldMs) this.#holds.later(to.platform, result.afterMs, this.#parts.clock.elapsed());
  }
}
