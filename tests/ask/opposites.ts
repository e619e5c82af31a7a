import { lemmaOf, neighboursOf } from '../../src/ask/words/related.ts';

/** Whether one word turns the other round: open and close, start and end. */
export function areOpposites(a: string, b: string): boolean {
  return neighboursOf(a).get(lemmaOf(b)) === 0 || neighboursOf(b).get(lemmaOf(a)) === 0;
}
