/** When a digest comes next, as it is subscribed to or comes again. */
import { nextOccurrence, type Subscription } from '../../digest/index.ts';
import type { Invocation } from '../invocation.ts';

/** Its next occurrence, in milliseconds since 1970; of news there is none until something enters. */
export function nextOf(
  { cadence, zone }: Pick<Subscription, 'cadence' | 'zone'>,
  { at }: Invocation,
): number | undefined {
  return cadence.kind === 'news' ? undefined : nextOccurrence(cadence, zone, at);
}
