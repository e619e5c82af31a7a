/** A subscription with all about it, entry by entry, or as one of a list. */
import {
  type IfNothingNew,
  nextOccurrence,
  type Standing,
  type Subscription,
  sayCadence,
  sayInstant,
} from '../../digest/index.ts';
import { type Block, type Inline, type Line, line } from '../../message/index.ts';
import type { Context } from '../command.ts';
import { instant, sayCorrected, sayLast, saySkipped } from './became.ts';
import { digestCommand } from './buttons.ts';
import type { Place } from './place.ts';
import { nameOf, sayPaused } from './say.ts';

/** A subscription; of one that was just made there is no more to tell. */
export type Shown = Pick<Standing, 'subscription'> & Partial<Standing>;

/** How many dates to come are told. */
const datesTold = 3;

const quietly: Readonly<Record<IfNothingNew, string>> = {
  skip: 'nothing comes',
  line: 'one line comes, once, and then nothing until something happens',
  'look-back': 'a look back comes',
};

/** All about a subscription, entry by entry. */
export async function tellDigest(shown: Shown, context: Context): Promise<Block[]> {
  const { subscription, last, skipped = [], amended = 0, replied = 0 } = shown;
  const { cadence, quiet } = subscription;
  return [
    ...(await sayDates(subscription, context)),
    ...(cadence.kind === 'news' ? [] : [entry('If nothing is new', line(quietly[quiet]))]),
    entry('Pings', line(await sayMention(subscription, context))),
    ...(last ? [entry('Last', sayLast(last, subscription))] : []),
    ...(skipped.length > 0 ? [entry('Skipped before it', saySkipped(skipped, subscription))] : []),
    ...(amended + replied > 0 ? [entry('Corrected', line(sayCorrected(amended, replied)))] : []),
  ];
}

function entry(label: string, content: Line): Block {
  return { kind: 'entry', label: line(label), content };
}

/** The dates to come, and the first of them on the clock of whoever reads it, where that may read otherwise. */
async function sayDates(subscription: Subscription, { call }: Context): Promise<Block[]> {
  const { state, cadence, zone, handled, next } = subscription;
  if (state === 'paused') return [entry('Next', line(sayPaused(subscription)))];
  if (cadence.kind === 'news') return next === undefined ? [] : [entry('Next', sayNextNews(next, zone))];
  // Where a clock that was ahead had them handled already, the dates until then are not among them.
  const dates: number[] = [];
  while (dates.length < datesTold)
    dates.push(nextOccurrence(cadence, zone, dates.at(-1) ?? Math.max(call.at, handled)));
  const [first = call.at] = dates;
  const said = dates.map((at) => sayInstant(at, zone)).join(' · ');
  const own = await call.around.zone();
  const isOwn = own !== undefined && sayInstant(first, own) === sayInstant(first, zone);
  return [entry('Next', line(said)), ...(isOwn ? [] : [entry('The first, in your time', [instant(first, zone)])])];
}

/** When the next one comes, or why none does; nothing where that is said by how often it comes. */
function sayNext(subscription: Subscription, now: number): Line {
  const { state, cadence, zone, handled, next } = subscription;
  if (state === 'paused') return line(` · ${sayPaused(subscription)}`);
  if (cadence.kind === 'news') return next === undefined ? [] : [...line(' · next '), ...sayNextNews(next, zone)];
  return line(` · next ${sayInstant(nextOccurrence(cadence, zone, Math.max(now, handled)), zone)}`);
}

function sayNextNews(next: number, zone: string): Line {
  return [instant(next, zone), ...line(', since something has happened')];
}

async function sayMention({ mention }: Subscription, { call: { around } }: Context): Promise<string> {
  if (mention === undefined) return 'nobody';
  const found = await around.role(mention);
  return 'name' in found ? found.name : 'a role or group that is not known any more';
}

/** A subscription as one of a list. */
export function digestItem(shown: Shown, place: Place, { stories, call }: Context): Block {
  const { subscription, last, skipped = [], amended = 0, replied = 0 } = shown;
  const { id, cadence, zone } = subscription;
  const content: Inline[] = [
    ...line(sayCadence(cadence, zone)),
    ...sayNext(subscription, call.at),
    ...(last ? [...line(' · last '), ...sayLast(last, subscription)] : []),
    ...(skipped.length > 0 ? [...line(' · skipped before it: '), ...saySkipped(skipped, subscription)] : []),
    ...(amended + replied > 0 ? line(` · ${sayCorrected(amended, replied)}`) : []),
  ];
  return {
    kind: 'item',
    name: nameOf(subscription, stories),
    content,
    opens: digestCommand('list', id, place),
  };
}
