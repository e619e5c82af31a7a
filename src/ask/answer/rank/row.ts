/** A ranking as a row of numbers: all that the trees look at to tell how sure its first statement answers. */
import { signs as textSigns } from '../../text/signs.ts';
import { keyOf } from '../../words/words.ts';
import type { Candidate } from './rank-statements.ts';
import type { Reading } from './reading.ts';
import { namesIn, valuesIn } from './signs.ts';
import { numbers, type Ranking, standingOf } from './standing.ts';
import { nearly } from './weighed.ts';

const each = Object.values(numbers);
const signsOfText = Object.keys(textSigns);

/** What the numbers of a row are called, before those of the words. */
export function namesOf(best: Candidate): string[] {
  return [...namesIn(best.signs), ...Object.keys(numbers), ...signsOfText.map((name) => `text ${name}`)];
}

/** Some words, each by its place among them. */
export type WordPlaces = ReadonlyMap<string, number>;

/**
 * All that is known of the best statement, in the order of `namesOf`; then for each of some words whether the question has it
 * (1) and, where it describes something, whether the statement has it, too (2). Empty where the story has no statement.
 */
export function rowOf(ranking: Ranking, words: WordPlaces): Float64Array {
  const { candidates, reading } = ranking;
  const [best] = candidates;
  if (!best) return new Float64Array();
  const standing = standingOf(ranking, best);
  const ofText = best.text?.signs ?? signsOfText.map(() => 0);
  const known = [...valuesIn(best.signs), ...each.map((number) => number(standing)), ...ofText];
  const row = new Float64Array(known.length + words.size);
  row.set(known);
  for (const [word, found] of foundIn(reading, best)) {
    const place = words.get(word);
    if (place !== undefined) row[known.length + place] = found;
  }
  return row;
}

export function placesOf(words: readonly string[]): WordPlaces {
  return new Map(words.map((word, place) => [word, place]));
}

/** The words of a question: 2 for function words and what the statement has, else 1. By stem; function words as they are. */
function foundIn({ words, asked }: Reading, { found }: Candidate): Map<string, number> {
  const here = new Map(asked.words.map(({ word }, n) => [word.stem, nearly(found[n] ?? 0)]));
  return new Map(words.map((word) => [keyOf(word), word.isStop || (here.get(word.stem) ?? 0) > 0.5 ? 2 : 1]));
}
