/** How near to each other a question's words stand in a sentence, and what its neighbours add. */
import type { Meeting } from './meeting.ts';
import type { Pair } from './pair.ts';

export const asItIs = (likeness: number) => likeness;

/** The sum of the weights, each times how like the word's partner is. */
export function weighted(weights: readonly number[], best: readonly number[], of = asItIs): number {
  let sum = 0;
  for (let n = 0; n < weights.length; n += 1) sum += (weights[n] ?? 0) * of(best[n] ?? 0);
  return sum;
}

/** The most that any stretch of so many words has of the question. */
export function densest({ weights: { both }, meeting: { spots } }: Pair, width: number): number {
  if (spots.length === 0) return 0;
  const best = both.map(() => 0);
  let most = 0;
  let end = 0;
  for (let start = 0; start < spots.length && end < spots.length; start += 1) {
    const until = (spots[start]?.at ?? 0) + width;
    best.fill(0);
    for (end = start; end < spots.length; end += 1) {
      const spot = spots[end];
      if (!spot || spot.at >= until) break;
      if (spot.likeness > (best[spot.asked] ?? 0)) best[spot.asked] = spot.likeness;
    }
    most = Math.max(most, weighted(both, best));
  }
  return most;
}

/** The weight of those neighbours in the question that stay near each other in the sentence, in the same order. */
export function adjacent({ weights: { both }, meeting: { spots } }: Pair, apart: number): number {
  if (spots.length < 2) return 0;
  const kept = both.map(() => 0);
  spots.forEach((spot, n) => {
    for (let later = n + 1; later < spots.length; later += 1) {
      const next = spots[later];
      if (!next || next.at > spot.at + apart) break;
      if (next.asked === spot.asked + 1 && next.at > spot.at) kept[spot.asked] = 1;
    }
  });
  return kept.reduce((sum, is, n) => sum + (is * ((both[n] ?? 0) + (both[n + 1] ?? 0))) / 2, 0);
}

/** How often each of the question's words is met, each further time counting less. */
export function repeats({ weights: { both }, meeting: { spots } }: Pair): number {
  if (spots.length === 0) return 0;
  const counts = both.map(() => 0);
  for (const { asked, likeness } of spots) counts[asked] = (counts[asked] ?? 0) + likeness;
  return weighted(both, counts, (count) => (1.6 * count) / (count + 0.6));
}

/** What a neighbouring sentence has of the question that this one has not, by weight. */
export function gain(weights: readonly number[], meeting: Meeting, neighbour: Meeting | undefined): number {
  let sum = 0;
  for (let n = 0; neighbour && n < weights.length; n += 1)
    sum += (weights[n] ?? 0) * Math.max(0, (neighbour.best[n] ?? 0) - (meeting.best[n] ?? 0));
  return sum;
}
