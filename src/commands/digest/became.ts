/** What became of a digest's slots, in words: its last one, those that were skipped, and corrections of its posts. */
import { type Skipped, type Standing, type Subscription, sayInstant } from '../../digest/index.ts';
import { type Inline, type Line, line } from '../../message/index.ts';

type Last = NonNullable<Standing['last']>;

const outcomes: Readonly<Record<Last['outcome'], string>> = {
  sent: 'sent',
  skipped: 'skipped',
  uncertain: 'may have been sent',
  waiting: 'is being sent',
};

/** When the last one was due, and how it ended. */
export function sayLast({ at, outcome, why }: Last, subscription: Subscription): Line {
  return [...sayAt(at, subscription), ...line(`: ${outcomes[outcome]}${why === undefined ? '' : ` (${why})`}`)];
}

/** What was skipped before the last one: `2, the latest Sun 15 Mar 2026, 09:00 (the bot was not running), …`. */
export function saySkipped(skipped: readonly Skipped[], subscription: Subscription): Line {
  return skipped.flatMap(({ count, until, why }, index) => [
    ...line(`${index === 0 ? '' : '; '}${count === 1 ? 'one, ' : `${count}, the latest `}`),
    ...sayAt(until, subscription),
    ...line(` (${why})`),
  ]);
}

/** By the clock that the digest goes by; of news, whose sentence names none, by the reader’s own. */
function sayAt(at: number, { cadence, zone }: Subscription): Line {
  return cadence.kind === 'news' ? [instant(at, zone)] : line(sayInstant(at, zone));
}

/** How many posts were changed by corrections, or answered. */
export function sayCorrected(amended: number, replied: number): string {
  const posts = `${amended} ${amended === 1 ? 'post was' : 'posts were'} amended`;
  return replied === 0 ? posts : `${posts}, ${replied} ${replied === 1 ? 'reply' : 'replies'} posted`;
}

/** An instant by a zone’s clock; a platform may show it by the reader’s. */
export function instant(at: number, zone: string): Inline {
  return { kind: 'instant', epochMs: at, text: `${sayInstant(at, zone)} (${zone})` };
}
