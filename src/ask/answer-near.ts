/** Whether a sentence has something that could be the answer, and how near the question's words it stands. */
import type { AnswerKind } from './answer-kind.ts';
import { candidatesFor } from './candidates.ts';
import type { Pair } from './pair.ts';

/** Where no word of the question is near. */
const farAway = 40;

/** Words from the nearest fitting candidate that is not itself in the question; Infinity without any. */
export function distanceToAnswer({ asked, sentence, meeting: { spots } }: Pair): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const kind of candidatesFor[asked.kind])
    for (const at of sentence.candidates[kind]) {
      const isAsked = kind !== 'reason' && spots.some((spot) => spot.at === at && spot.likeness > 0.5);
      if (isAsked) continue;
      nearest = Math.min(nearest, farAway, ...spots.map((spot) => Math.abs(spot.at - at)));
    }
  return nearest;
}

/** 1 where the question wants that kind of answer and the sentence has none of it. */
export function lacks(pair: Pair, kind: AnswerKind): number {
  return pair.asked.kind === kind && distanceToAnswer(pair) === Number.POSITIVE_INFINITY ? 1 : 0;
}
