/** Decides what every subscription that is due posts now, and records it. */
import { setImmediate as others } from 'node:timers/promises';
import type { StoryLibrary } from '../../story/index.ts';
import type { Clock } from '../clock.ts';
import type { Entries } from '../entries.ts';
import type { Ledger, Plan, PlannedSlot, Slot } from '../ledger.ts';
import { slotAt, slotOfNews } from '../slot-name.ts';
import type { Subscription } from '../subscription.ts';
import { type EngineFigures, type EngineLog, stackOf } from '../telemetry.ts';
import type { Timed, WhenNews } from '../when/cadence.ts';
import { decideDue, mayPostAt } from '../when/due.ts';
import { dayAt, daysOf, periodBefore } from '../when/period.ts';
import { Composer, type Composing } from './compose.ts';
import { decide } from './decide.ts';
import { hasNews, reachingTo, Snapshot } from './gather.ts';

/** Subscriptions that are planned in one transaction: few enough for commands to be answered in between. */
const batch = 25;
/** So long it is planned without a pause. */
const sliceMs = 8;

/** What planning takes. */
export interface Planning {
  readonly stories: Pick<StoryLibrary, 'stories' | 'find'>;
  readonly entries: Pick<Entries, 'since'>;
  readonly ledger: Pick<Ledger, 'due' | 'plan'>;
  /** So long after its time a digest still comes. */
  readonly catchUpMs: number;
  /** A new key each time. */
  readonly newKey: () => string;
  readonly log: EngineLog;
  readonly figures: Pick<EngineFigures, 'slotEnded'>;
  readonly clock: Pick<Clock, 'elapsed'>;
}

type Of<C> = Subscription & { readonly cadence: C };

/** The planner of one tick. */
interface Tick {
  readonly now: number;
  readonly snapshot: Snapshot;
  readonly composer: Composer;
}

/**
 * Plans what is due. A subscription that cannot be planned is logged, and holds up no other.
 * @param now milliseconds since 1970 @param goesOn asked between batches @returns how many slots are to be posted
 */
export async function plan(now: number, parts: Planning, goesOn: () => boolean = () => true): Promise<number> {
  const { stories, entries, ledger } = parts;
  const tick = { now, snapshot: new Snapshot(stories, entries), composer: new Composer() };
  const failed = new Set<number>();
  let slots = 0;
  while (goesOn()) {
    const due = (await ledger.due(now, batch + failed.size)).filter(({ id }) => !failed.has(id));
    if (due.length === 0) return slots;
    const plans = await planBatch(due, tick, parts, failed);
    await ledger.plan(plans, now);
    for (const each of plans) saySkipped(each, due, parts);
    slots += plans.filter(({ slot }) => slot !== undefined).length;
    await others();
  }
  return slots;
}

function saySkipped({ skipped }: Plan, due: readonly Subscription[], { log, figures }: Planning) {
  for (const { subscription, name, why } of skipped) {
    const platform = due.find(({ id }) => id === subscription)?.to.platform ?? '';
    log.info({ subscription, name, platform, outcome: 'skipped', why }, 'digest');
    figures.slotEnded(platform, 'skipped');
  }
}

async function planBatch(due: readonly Subscription[], tick: Tick, parts: Planning, failed: Set<number>) {
  const plans: Plan[] = [];
  let start = parts.clock.elapsed();
  for (const subscription of due) {
    try {
      plans.push(await planOne(subscription, tick, parts));
    } catch (error) {
      failed.add(subscription.id);
      parts.log.error({ subscription: subscription.id, error: stackOf(error) }, 'a digest was not planned');
    }
    if (parts.clock.elapsed() - start < sliceMs) continue;
    await others();
    start = parts.clock.elapsed();
  }
  return plans;
}

function planOne(subscription: Subscription, tick: Tick, parts: Planning): Promise<Plan> {
  const { cadence } = subscription;
  return cadence.kind === 'news'
    ? planNews({ ...subscription, cadence }, tick, parts)
    : planTimed({ ...subscription, cadence }, tick, parts);
}

async function planTimed(subscription: Of<Timed>, tick: Tick, { catchUpMs, newKey }: Planning): Promise<Plan> {
  const { id, handled } = subscription;
  const { run, skipped: missed, next } = decideDue(subscription, { now: tick.now, catchUpMs });
  const skipped = missed.map(({ at, why }) => ({ ...timedSlot(id, at), why }));
  const done = { subscription: id, handled: Math.max(handled, run ?? missed.at(-1)?.at ?? handled), next };
  if (run === undefined) return { ...done, skipped };
  const period = periodBefore(run, subscription);
  const gathered = await tick.snapshot.gather(subscription, { period, after: handled });
  const decided = decide(subscription, gathered);
  const slot = timedSlot(id, run);
  if ('why' in decided) return { ...done, skipped: [...skipped, { ...slot, ...decided }] };
  const told = reachingTo(period, gathered);
  const composing = {
    gathered,
    period: told,
    today: dayAt(subscription.zone, tick.now),
    kind: 'period',
    mayRepeat: subscription.isUncertain,
    ...decided,
  } as const;
  return { ...done, skipped, slot: planned(slot, subscription, composing, tick, newKey()) };
}

async function planNews(subscription: Of<WhenNews>, tick: Tick, { newKey }: Planning): Promise<Plan> {
  const { id, cadence, zone, handled, lastSent, isUncertain } = subscription;
  const { now } = tick;
  // Until a first one is sent, it is kept since when nothing was told.
  const last = lastSent === undefined ? undefined : Math.max(handled, lastSent);
  const next = mayPostAt(cadence, zone, { last, now });
  if (next > now) return { subscription: id, skipped: [], handled, next };
  const gathered = await tick.snapshot.gather(subscription, { after: lastSent ?? handled });
  const entries = gathered.parts.filter(hasNews).flatMap((part) => part.entries);
  if (entries.length === 0) return { subscription: id, skipped: [], handled };
  const lastEntry = Math.max(...entries.map(({ number }) => number));
  const slot = { subscription: id, name: slotOfNews(lastEntry), at: now };
  const period = daysOf(
    entries.map(({ at }) => at),
    zone,
  );
  // Of a topic or a list, only those of which there is news.
  const told = { parts: gathered.parts.filter(hasNews), gone: [] };
  const today = dayAt(zone, now);
  const composing = { gathered: told, period, today, kind: 'news', mayRepeat: isUncertain } as const;
  return {
    subscription: id,
    skipped: [],
    handled: lastSent === undefined ? handled : now,
    slot: planned(slot, subscription, composing, tick, newKey()),
  };
}

function timedSlot(subscription: number, at: number): Slot {
  return { subscription, name: slotAt(at), at };
}

function planned(
  slot: Slot,
  { to, space, mention }: Subscription,
  composing: Composing,
  { composer }: Tick,
  key: string,
): PlannedSlot {
  return {
    ...slot,
    key,
    to,
    ...(space !== undefined && { space }),
    ...(mention !== undefined && { mention }),
    ...composer.compose(composing, key),
    ...(composing.quiet === 'line' && { isQuietLine: true }),
  };
}
