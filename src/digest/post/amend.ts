/** Corrections reach the posts that were sent: they are changed, or answered where that can no longer be. */
import { amendMessage, composeCorrectionReply } from '../../briefing/index.ts';
import type { Clock } from '../clock.ts';
import type { Amended, Delivery } from '../delivery.ts';
import type { Amendable, Ledger, PlannedSlot } from '../ledger.ts';
import { slotOfReply } from '../slot-name.ts';
import { type EngineFigures, type EngineLog, stackOf } from '../telemetry.ts';
import { type Drawing, withPicture } from '../with-picture.ts';
import { correctionsOf, type Sources } from './corrections.ts';
import { Holds } from './holds.ts';

/** Posts that are changed at once. */
const mostAtOnce = 8;
/** Posts that are looked at in one go. */
const batch = 64;
/** A change that failed by a fault of the program, or of a platform that is not set up, is tried again so much later. */
const faultMs = 15 * 60_000;
const mostHeldMs = 60_000;
/** The longest wait for the next try, whatever the platform says: what waits longer would be taken for put off by a wrong clock. */
const mostWaitMs = 3_600_000;

/** What amending takes. */
export interface Amending extends Sources {
  readonly ledger: Pick<Ledger, 'amendable' | 'nextAmendable' | 'amended' | 'amendLater' | 'amendClosed'>;
  readonly platforms: ReadonlyMap<string, Delivery>;
  readonly pictures: Drawing;
  readonly newKey: () => string;
  /** Called when a reply is to be posted. */
  readonly replied: () => void;
  readonly clock: Clock;
  readonly log: EngineLog;
  readonly figures: EngineFigures;
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
      await this.#one(post);
    } catch (error) {
      failed.add(post.id);
      log.error({ slot: post.id, error: stackOf(error) }, 'a post was not changed');
      await ledger.amendLater(post.id, clock.now() + faultMs).catch(() => undefined); // then it is found again
    }
  }

  async #one(post: Amendable) {
    const { ledger, platforms, pictures, clock } = this.#parts;
    const platform = platforms.get(post.to.platform);
    if (!platform) return ledger.amendLater(post.id, clock.now() + faultMs);
    const corrections = await correctionsOf(post, this.#parts, { upTo: post.upTo });
    if (corrections.length === 0 && this.#lacksStory(post)) return ledger.amendLater(post.id, clock.now() + mostWaitMs);
    // The story takes the correction back: the post stands.
    if (corrections.length === 0 && post.toldUpTo === 0)
      return ledger.amendClosed(post.id, post.upTo, undefined, clock.now());
    const message = amendMessage(await withPicture(post, pictures), corrections);
    await this.#record(post, await platform.amend(post.sent, await platform.prepare(message)));
  }

  /** The file of a story may come back, as it was moved or saved anew, and its corrections with it. */
  #lacksStory({ carried }: Amendable): boolean {
    return carried.some(({ story }) => this.#parts.stories.find(story)?.id !== story);
  }

  async #record(post: Amendable, result: Amended) {
    const { ledger, clock, figures } = this.#parts;
    const { id, upTo, to } = post;
    if (result.kind === 'retry') {
      await ledger.amendLater(id, clock.now() + Math.min(mostWaitMs, result.afterMs));
      // One post may be closed to changes for long; that says nothing of the others.
      if (result.afterMs <= mostHeldMs) this.#holds.later(to.platform, result.afterMs, clock.elapsed());
      return;
    }
    this.#holds.through(to.platform);
    if (result.kind === 'done') {
      await ledger.amended(id, upTo);
      figures.corrected(to.platform, 'amended');
      this.#say(post, 'amended');
      return;
    }
    const reply = await this.#replyTo(post);
    await ledger.amendClosed(id, upTo, reply, clock.now());
    if (reply) {
      figures.corrected(to.platform, 'replied');
      this.#parts.replied();
    }
    this.#say(post, 'closed', { why: result.why, reply: reply !== undefined });
  }

  /** The slot that says what the post does not say yet, nor an earlier reply. */
  async #replyTo(post: Amendable): Promise<PlannedSlot | undefined> {
    const { id, subscription, upTo, toldUpTo, to, space, sent, from, until } = post;
    const amendments = await correctionsOf(post, this.#parts, { after: toldUpTo, upTo });
    if (amendments.length === 0) return undefined;
    const at = this.#parts.clock.now();
    const key = this.#parts.newKey();
    return {
      subscription,
      name: slotOfReply(id, upTo),
      at,
      key,
      to,
      ...(space !== undefined && { space }),
      replyTo: sent.id,
      message: composeCorrectionReply({ amendments, from, until, key }),
      from,
      until,
      carried: [],
    };
  }

  #say({ id, subscription, to, key }: Amendable, outcome: 'amended' | 'closed', more: object = {}) {
    const details = { slot: id, subscription, key, platform: to.platform, outcome, ...more };
    this.#parts.log.info(details, 'correction of a post');
  }
}
