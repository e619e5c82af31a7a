/** Mistyped words of a question, mended towards the words that a story has. */
import { distance } from 'fastest-levenshtein';
import { wordsOf } from './words.ts';

export interface Mended {
  /** The question with the mended words in place. */
  readonly text: string;
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Replaces words that neither the vocabulary nor the language knows by the nearest word of the vocabulary: one slip in
 * words of four to seven letters, two in longer ones. Words that `isEnglish` knows are left alone, as are numbers.
 * `vocabulary` holds folded words, as `wordsOf` gives them.
 */
export function mendSpelling(
  question: string,
  vocabulary: ReadonlySet<string>,
  isEnglish: (word: string) => boolean,
): Mended {
  const changes: { from: string; to: string }[] = [];
  let text = '';
  let end = 0;
  for (const { text: word, at, isStop, isNumber } of wordsOf(question)) {
    if (isStop || isNumber || word.length < 4 || vocabulary.has(word) || isEnglish(word)) continue;
    const to = nearestWord(word, vocabulary);
    const written = question.slice(at, at + word.length);
    if (to === undefined || written.length !== word.length) continue;
    text += question.slice(end, at) + to;
    end = at + word.length;
    changes.push({ from: written, to });
  }
  return { text: text + question.slice(end), changes };
}

/** The nearest word within the slips that its length allows, if none other is as near. */
export function nearestWord(word: string, vocabulary: Iterable<string>): string | undefined {
  const most = word.length > 7 ? 2 : 1;
  let best: string | undefined;
  let least = most + 0.5;
  let tied = false;
  for (const candidate of vocabulary) {
    if (candidate.length < 4 || Math.abs(candidate.length - word.length) > most) continue;
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
