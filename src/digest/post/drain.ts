/** Posts what waits: in order in each channel, fairly between spaces, until nothing is left that may be posted now. */
import type { Ledger, Waiting } from '../ledger.ts';
import { type EngineFigures, stackOf } from '../telemetry.ts';
import { type Attempt, attempt, type Posting } from './deliver.ts';
import { Holds } from './holds.ts';
import { Lanes, type Queued } from './lanes.ts';
import { mostWaitMs } from './outcome.ts';
import { tellOwner } from './tell-owner.ts';

/** Posts at once on one platform: enough for fifty a second that take half a second each. */
const mostAtOnce = 32;
/** A slot that could not be loaded, or marked, or recorded is tried again so much later. */
const faultMs = 10_000;

/** What draining takes. */
export interface Draining extends Posting {
  readonly ledger: Pick<Ledger, 'waiting' | 'load' | 'sending' | 'ended'>;
  readonly figures: EngineFigures;
  /** Called when nothing more may be posted just now. */
  readonly rested: () => void;
}

export class Drain {
  readonly #parts: Draining;
  readonly #lanes = new Lanes(mostAtOnce);
  readonly #holds = new Holds();
  readonly #running = new Set<Promise<void>>();
  /** What is not recorded is not posted again: it is recorded first. */
  readonly #unrecorded = new Map<number, Attempt>();
  /** Platforms that are not set up. */
  readonly #missing = new Set<string>();
  #stopped = false;

  constructor(parts: Draining) {
    this.#parts = parts;
  }

  /** Looks for slots that are new, and begins to post what may be. */
  async look(): Promise<void> {
    const { ledger, clock } = this.#parts;
    const waiting = await ledger.waiting();
    const [now, elapsed] = [clock.now(), clock.elapsed()];
    for (const slot of waiting) {
      if (!this.#lanes.has(slot.id)) this.#lanes.put(slot, elapsed + this.#waitOf(slot, now));
      this.#sayMissing(slot.to.platform);
    }
    this.pump();
  }

  #sayMissing(platform: string) {
    if (this.#parts.platforms.has(platform) || this.#missing.has(platform)) return;
    this.#missing.add(platform);
    this.#parts.log.warn({ platform }, 'digests wait for a platform that is not set up');
  }

  /** Begins to post what may be. */
  pump() {
    if (this.#stopped) return;
    for (const platform of this.#parts.platforms.keys())
      for (let slot = this.#take(platform); slot; slot = this.#take(platform)) this.#begin(slot);
    this.#parts.rested();
  }

  /** In how many milliseconds something may be posted again; undefined where nothing waits for a time. */
  nextInMs(): number | undefined {
    const elapsed = this.#parts.clock.elapsed();
    const times = [...this.#parts.platforms.keys()].flatMap((platform) => this.#lanes.nextAt(platform) ?? []);
    return times.length === 0 ? undefined : Math.max(0, Math.min(...times) - elapsed);
  }

  /** Settles when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.idle();
  }

  /** A wait by the wall clock, which may have jumped: it is never longer than any wait is. */
  #waitOf({ notBefore, wasSending }: Waiting, now: number): number {
    const { quietMs } = this.#parts;
    // Whoever tried may have died a moment ago, long after it was marked: it may have looked the post up, or waited its turn.
    if (wasSending) return quietMs;
    return Math.min(Math.max(0, notBefore - now), Math.max(quietMs, mostWaitMs));
  }

  #take(platform: string): Queued | undefined {
    return this.#lanes.take(platform, this.#parts.clock.elapsed());
  }

  #begin(slot: Queued) {
    const running = this.#post(slot).finally(() => {
      this.#running.delete(running);
      this.pump();
    });
    this.#running.add(running);
  }

  async #post(queued: Queued) {
    const ended = await this.#tried(queued);
    if (!ended) return;
    await this.#say(ended).catch((error: unknown) => this.#failed(queued, error));
  }

  /** @returns how the slot ended, once it has ended and that is recorded */
  async #tried(queued: Queued): Promise<Attempt | undefined> {
    try {
      const tried = this.#unrecorded.get(queued.id) ?? (await this.#attempt(queued));
      if (tried) await this.#record(queued, tried);
      if (tried?.outcome.kind === 'retry') {
        this.#later(queued, tried.outcome.notBefore - tried.until);
        return undefined;
      }
      this.#lanes.done(queued);
      return tried;
    } catch (error) {
      this.#failed(queued, error);
      this.#later(queued, faultMs);
      return undefined;
    }
  }

  #failed({ id }: Queued, error: unknown) {
    this.#parts.log.error({ slot: id, error: stackOf(error) }, 'a digest was not posted, or that was not recorded');
  }

  async #attempt(queued: Queued): Promise<Attempt | undefined> {
    const { platform: name } = queued.to;
    const platform = this.#parts.platforms.get(name);
    const tried = platform && (await attempt(queued.id, platform, this.#parts));
    if (!tried) return undefined;
    const { delivered } = tried;
    if (delivered?.kind === 'retry' && delivered.untouched) {
      const until = this.#holds.later(name, delivered.afterMs, this.#parts.clock.elapsed());
      if (until !== undefined) this.#lanes.hold(name, until);
    } else if (delivered && delivered.kind !== 'retry') this.#holds.through(name);
    this.#unrecorded.set(queued.id, tried);
    return tried;
  }

  async #record({ id }: Queued, { outcome }: Attempt) {
    await this.#parts.ledger.ended(id, outcome);
    this.#unrecorded.delete(id);
  }

  #later(queued: Queued, ms: number) {
    this.#lanes.again(queued, this.#parts.clock.elapsed() + ms);
  }

  async #say({ slot, outcome, delivered }: Attempt) {
    const { log, figures, platforms } = this.#parts;
    const { id, to } = slot;
    const { kind } = outcome;
    if (kind === 'retry') return;
    const why = kind === 'sent' ? {} : { why: outcome.why };
    const details = { slot: id, subscription: slot.subscription, key: slot.key, platform: to.platform, outcome: kind };
    // A message that the platform does not take is a fault of the program.
    log[delivered?.kind === 'refused' ? 'error' : 'info']({ ...details, ...why }, 'digest');
    figures.slotEnded(to.platform, kind);
    if (kind === 'sent') return;
    if (outcome.pauses) log.warn({ subscription: slot.subscription, ...why }, 'digests of the subscription are paused');
    const platform = platforms.get(to.platform);
    if (outcome.tellsOwner) await platform?.tell(slot.owner, tellOwner(slot, outcome));
  }
}
