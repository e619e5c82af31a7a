/** Which word a mistyped one may have been. */
import { distance } from 'fastest-levenshtein';

/** One slip is allowed in words of up to so many letters, two in longer ones. */
const longestWithOneSlip = 7;
const shortest = 4;

/** The nearest word within the slips that its length allows, if none other is as near. */
export function nearestWord(word: string, vocabulary: Iterable<string>): string | undefined {
  const most = word.length > longestWithOneSlip ? 2 : 1;
  let best: string | undefined;
  let least = most + 0.5;
  let tied = false;
  for (const candidate of vocabulary) {
    if (candidate.length < shortest || Math.abs(candidate.length - word.length) > most) continue;
    const slips = slipsBetween(word, candidate);
    if (slips > least) continue;
    tied = slips === least;
    best = candidate;
    least = slips;
  }
  return tied ? undefined : best;
}

/** Edit distance where two letters in the wrong order are one slip. */
function slipsBetween(a: string, b: string): number {
  const slips = distance(a, b);
  if (slips !== 2 || a.length !== b.length) return slips;
  const at = [...a].findIndex((letter, n) => letter !== b[n]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) ? 1 : slips;
}
