/** What the next digest would be, or one of a past week; nothing is recorded. */
import type { Message } from '../../message/index.ts';
import { asOf, compareDays, type Day, type Story, type StoryLibrary } from '../../story/index.ts';
import type { Entries } from '../entries.ts';
import type { Subscription, Wanted } from '../subscription.ts';
import { nextOccurrence } from '../when/occurrences.ts';
import { dayAt, daysOf, periodBefore, weekWith } from '../when/period.ts';
import { type Drawing, withPicture } from '../with-picture.ts';
import { Composer, type Composing } from './compose.ts';
import { decide } from './decide.ts';
import { hasNews, reachingTo, Snapshot } from './gather.ts';

/** A subscription, or what somebody asks for: then nothing was told yet. */
export type Previewed = Pick<Wanted, 'stories' | 'topic' | 'cadence' | 'zone' | 'quiet'> &
  Partial<Pick<Subscription, 'told' | 'lastSent' | 'isUncertain' | 'lineSaid' | 'handled'>>;

/** What is to be shown. */
export interface Preview {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A day of the week whose digest is wanted, by what was known at its end; left out, the next digest. */
  readonly week?: Day;
  /** The command that gives the preview again. */
  readonly command: string;
  /** From 1. */
  readonly page?: number;
}

export interface PreviewFound {
  /** Undefined where there is nothing to tell of. */
  readonly message?: Message;
  /** Why nothing would be posted. */
  readonly why?: string;
}

/** What a preview is composed of. */
type Draft = { readonly composing?: Composing; readonly why?: string };

/** Where the stories are. */
interface Sources {
  readonly stories: Pick<StoryLibrary, 'stories' | 'find'>;
  readonly entries: Pick<Entries, 'since'>;
  /** Without it, there is no picture. */
  readonly pictures?: Drawing;
}

/** A preview has no post that its buttons could find again. */
const noKey = 'preview';

/** Composes a preview. */
export async function previewDigest(
  wanted: Previewed,
  { stories, entries, pictures }: Sources,
  { now, week, command, page = 1 }: Preview,
): Promise<PreviewFound> {
  const snapshot = new Snapshot(stories, entries);
  const subscription = { told: {}, isUncertain: false, lineSaid: false, handled: now, ...wanted };
  const { composing, why } = await (week === undefined
    ? draftNext(subscription, snapshot, now)
    : draftWeek(subscription, { stories, entries }, { week, now }));
  const composed = composing && new Composer().compose(composing, noKey);
  const message = composed && pictures ? await withPicture(composed, pictures) : composed?.message;
  const buttons = message?.buttons.filter((button) => !button.command.includes(`key:${noKey}`)) ?? [];
  return {
    ...(message && { message: { ...message, command, page, buttons } }),
    ...(why !== undefined && { why }),
  };
}

type Subject = Previewed & Pick<Subscription, 'told' | 'isUncertain' | 'lineSaid' | 'handled'>;

async function draftNext(subscription: Subject, snapshot: Snapshot, now: number): Promise<Draft> {
  const { cadence, zone, handled, isUncertain: mayRepeat } = subscription;
  const today = dayAt(zone, now);
  if (cadence.kind === 'news') {
    const { parts } = await snapshot.gather(subscription, { after: subscription.lastSent ?? handled });
    const fresh = parts.filter(hasNews);
    const instants = fresh.flatMap(({ entries }) => entries.map(({ at }) => at));
    if (instants.length === 0)
      return {
        why: `nothing has entered since ${subscription.lastSent === undefined ? 'it was subscribed' : 'the last post'}`,
      };
    const period = daysOf(instants, zone);
    return { composing: { gathered: { parts: fresh, gone: [] }, period, today, kind: 'news', mayRepeat } };
  }
  const period = periodBefore(nextOccurrence(cadence, zone, Math.max(now, handled)), { ...subscription, cadence });
  const gathered = await snapshot.gather(subscription, { period, after: handled });
  const decided = decide(subscription, gathered);
  const composing = { gathered, period: reachingTo(period, gathered), today, kind: 'period', mayRepeat } as const;
  if (!('why' in decided)) return { composing: { ...composing, ...decided } };
  return gathered.parts.length === 0 ? decided : { composing: { ...composing, quiet: 'line' }, ...decided };
}

/** A day of the week that is wanted, and when. */
type Wanting = Required<Pick<Preview, 'week' | 'now'>>;

/** Of a past week nobody knows any more what had entered by then: it tells what was reported in it, in the words of then. */
async function draftWeek(
  subscription: Subject,
  { stories, entries }: Omit<Sources, 'pictures'>,
  { week, now }: Wanting,
): Promise<Draft> {
  const period = weekWith(week, subscription);
  const present = dayAt(subscription.zone, now);
  if (period.from > present) return { why: 'that week is still to come' };
  const snapshot = new Snapshot(storiesAsOf(stories, period.until), entries);
  const gathered = await snapshot.gather({ ...subscription, told: {} }, { past: period });
  const gone = gathered.gone.filter((id) => stories.find(id)?.id !== id);
  if (gathered.parts.length === 0 && gone.length < gathered.gone.length)
    return { why: 'nothing had been reported by then' };
  const decided = decide({ ...subscription, quiet: 'line', lineSaid: false }, { ...gathered, gone });
  if ('why' in decided) return decided;
  const today = compareDays(present, period.until) < 0 ? present : period.until;
  const composing = { gathered: { ...gathered, gone }, period, today, kind: 'period', mayRepeat: false } as const;
  return { composing: { ...composing, ...decided } };
}

/** The stories in the words of a day; one of which nothing had been reported is none yet. */
function storiesAsOf(library: Sources['stories'], day: Day): Sources['stories'] {
  const then = (story: Story | undefined) => story && asOf(story, day);
  return { stories: library.stories.flatMap((story) => then(story) ?? []), find: (name) => then(library.find(name)) };
}
