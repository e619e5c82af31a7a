/** Whether a sentence has something that could be the answer, and how near the question's words it stands. */
import type { AnswerKind } from './answer-kind.ts';
import { candidatesFor } from './candidates.ts';
import type { Meeting } from './meeting.ts';
import type { Pair } from './pair.ts';

/** Where no word of the question is near. */
const farAway = 40;

/** Words from the nearest fitting candidate that is not itself in the question; Infinity without any. */
export function distanceToAnswer({ asked, sentence, meeting: { spots } }: Pair): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const kind of candidatesFor[asked.kind])
    for (const at of sentence.candidates(kind)) {
      if (kind !== 'reason' && isAsked(at, kind === 'number', spots)) continue;
      nearest = Math.min(nearest, farAway);
      for (const spot of spots) nearest = Math.min(nearest, Math.abs(spot.at - at));
    }
  return nearest;
}

/** Whether the question says it itself; a number that comes again is another one ("two shots for a two-point shot"). */
function isAsked(at: number, isNumber: boolean, spots: Meeting['spots']): boolean {
  const spot = spots.find((one) => one.at === at && one.likeness > 0.5);
  if (!spot) return false;
  return !isNumber || !spots.some((earlier) => earlier.asked === spot.asked && earlier.at < at);
}

/** 1 where the question wants that kind of answer and the sentence has none of it. */
export function lacks(pair: Pair, kind: AnswerKind): number {
  return pair.asked.kind === kind && distanceToAnswer(pair) === Number.POSITIVE_INFINITY ? 1 : 0;
}
