/** The trees that tell how sure the best statement answers, as `tests/bench/ask/train-answers.ts` has grown them. */
import { jsonTable } from '../../tables/tables.ts';
import type { Candidate } from './rank-statements.ts';
import { namesOf, placesOf, rowOf, type WordPlaces } from './row.ts';
import type { Ranking } from './standing.ts';
import { Forest, type Tree } from './trees.ts';

/** The table. */
interface TreeTable {
  /** What the trees look at, in the order of a row. */
  readonly names: readonly string[];
  /** Words of questions that they look at, too. */
  readonly words: readonly string[];
  readonly start: number;
  readonly trees: readonly Tree[];
}

interface Grown extends Pick<TreeTable, 'start' | 'names'> {
  readonly words: WordPlaces;
  readonly forest: Forest;
}

let grown: Grown | undefined;
/** Looked at once: every candidate has the same names. */
let areNamesRight = false;

/** Reads the trees, once. */
export function grownTrees(): Grown {
  grown ??= load();
  return grown;
}

function load(): Grown {
  const { trees, words, start, names } = jsonTable<TreeTable>('answer-trees.json');
  return { names, words: placesOf(words), start, forest: new Forest(trees) };
}

/**
 * The logarithm of the odds that the best candidate answers.
 * @throws {Error} where the trees look at other numbers than there are
 */
export function grownOdds(ranking: Ranking, best: Candidate): number {
  const { names, words, start, forest } = grownTrees();
  areNamesRight ||= names.join() === namesOf(best).join();
  if (!areNamesRight) throw new Error('answer-trees.json was grown on other signs');
  return start + forest.sumOf(rowOf(ranking, words));
}
