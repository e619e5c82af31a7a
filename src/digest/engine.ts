/** Runs the parts of the engine: notes what entered, plans, posts, amends, sweeps. */
import type { StoryLibrary } from '../story/index.ts';
import { type Entering, EntryKeeper } from './enter.ts';
import type { Entries } from './entries.ts';
import type { Ledger, Spaces } from './ledger.ts';
import { type Planning, plan } from './plan/plan.ts';
import { Amender, type Amending } from './post/amend.ts';
import { Drain, type Draining } from './post/drain.ts';
import { stackOf } from './telemetry.ts';

/** What the engine takes. */
export type EngineParts = Omit<Draining & Planning & Amending & Entering, 'rested' | 'entered' | 'replied' | 'now'> & {
  readonly stories: StoryLibrary;
  readonly entries: Entries;
  readonly ledger: Ledger;
  readonly spaces: Pick<Spaces, 'sweep'>;
};

const dayMs = 86_400_000;
/** However the clock jumps, nothing waits longer for the next look: a bit longer than the minute that is ticked by. */
const longestMs = 65_000;
/** What comes of many slots at once leads to one look. */
const gatherMs = 20;
const graceMs = 10_000;
/** While much is planned, what is there already is posted this often. */
const postMs = 1000;

export class Engine {
  readonly #parts: EngineParts;
  readonly #keeper: EntryKeeper;
  readonly #drain: Drain;
  readonly #amender: Amender;
  #looking: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #sweptAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #rearming: NodeJS.Timeout | undefined;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#keeper = new EntryKeeper({ ...parts, now: () => parts.clock.now(), entered: () => this.wake() });
    this.#drain = new Drain({ ...parts, rested: () => this.#rearmSoon() });
    this.#amender = new Amender({ ...parts, replied: () => this.wake() });
  }

  /** Looks for what is to be done; once more where a look is under way. */
  wake() {
    this.#again = true;
    if (this.#stopped) return;
    this.#looking ??= this.#looks().finally(() => {
      this.#looking = undefined;
      if (this.#again)
        this.wake(); // it came since the last look had ended
      else this.#rearm();
    });
  }

  /** Settles when nothing is under way. */
  async idle(): Promise<void> {
    do {
      await this.#looking;
      // What failed of the corrections is logged by their step.
      await Promise.all([this.#drain.idle(), this.#amender.idle().catch(() => undefined)]);
    } while (this.#looking);
  }

  /** Begins nothing more, and waits for what is under way; what takes longer than ten seconds is looked up at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#rearming);
    // What failed is logged by its step, and ends none of the others.
    const ended = Promise.allSettled([this.#keeper.stop(), this.#drain.stop(), this.#amender.stop(), this.#looking]);
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => {
      late = setTimeout(resolve, graceMs);
    });
    await Promise.race([ended, patience]);
    clearTimeout(late);
  }

  async #looks() {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#step('what entered the stories', () => this.#keeper.settle());
      await this.#step('planning', () => this.#plan());
      await this.#step('posting', () => this.#drain.look());
      // Changes go on beside everything else.
      void this.#step('corrections', () => this.#amender.run()).then(() => this.#rearmSoon());
      await this.#step('sweeping', () => this.#sweep());
    }
  }

  /** What fails is tried again in a minute, and holds up nothing else. */
  async #step(step: string, take: () => Promise<unknown>) {
    if (this.#stopped) return;
    try {
      await take();
    } catch (error) {
      this.#parts.log.error({ step, error: stackOf(error) }, 'digests: a step failed');
    }
  }

  async #plan() {
    const { clock } = this.#parts;
    let posted = clock.elapsed();
    await plan(clock.now(), this.#parts, () => {
      if (clock.elapsed() - posted >= postMs) {
        posted = clock.elapsed();
        void this.#step('posting', () => this.#drain.look());
      }
      return !this.#stopped;
    });
  }

  async #sweep() {
    const { clock, spaces } = this.#parts;
    if (clock.elapsed() - this.#sweptAt < dayMs) return;
    await spaces.sweep(clock.now());
    this.#sweptAt = clock.elapsed();
  }

  #rearmSoon() {
    if (this.#stopped || this.#rearming) return;
    this.#rearming = setTimeout(() => {
      this.#rearming = undefined;
      this.#rearm();
    }, gatherMs);
  }

  /** The one timer, for whatever is to be tried next. */
  #rearm() {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    const [posting, changing] = [this.#drain.nextInMs(), this.#amender.nextInMs()];
    const inMs = Math.min(longestMs, posting ?? longestMs, changing ?? longestMs);
    this.#timer = setTimeout(() => {
      if (inMs === longestMs || inMs === changing) this.wake();
      else this.#drain.pump();
    }, inMs);
  }
}
