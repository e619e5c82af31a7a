/** What is posted where nothing is new, and where nothing is left to tell of. */
import type { Subscription } from '../subscription.ts';
import { type Gathered, hasNews } from './gather.ts';

/** The news, where neither is given; what is said where nothing is new; or why nothing is posted. */
export type Decided = { readonly quiet?: 'line' | 'look-back' } | { readonly why: string };

/** Decides about an occurrence. */
export function decide(
  { quiet, lineSaid, topic }: Pick<Subscription, 'quiet' | 'lineSaid' | 'topic'>,
  { parts, gone }: Gathered,
): Decided {
  if (parts.length === 0) return { why: topic === undefined ? sayGone(gone) : `no story has the topic ${topic}` };
  if (parts.some(hasNews)) return {};
  if (quiet === 'skip') return { why: 'nothing new' };
  if (quiet === 'line' && lineSaid) return { why: 'nothing new since the line that said so' };
  return { quiet };
}

function sayGone(gone: readonly string[]): string {
  const [only] = gone;
  if (only === undefined) return 'there is no story in it';
  return gone.length === 1 ? `${only} is no longer among the stories` : 'none of its stories is there any more';
}
