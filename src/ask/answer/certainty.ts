/** How sure the best statement of a story answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sumOf, type Tree } from '../trees.ts';
import type { Candidate } from './rank-statements.ts';
import { namesOf, type Ranking, rowOf } from './standing.ts';

/** As `tests/bench/ask/train-answers.ts` has grown them. */
interface TreeTable {
  /** What the trees look at, in the order of a row. */
  readonly names: readonly string[];
  /** Words of questions that they look at, too. */
  readonly words: readonly string[];
  readonly start: number;
  readonly trees: readonly Tree[];
}

let loaded: TreeTable | undefined;

function tableFor(best: Candidate): TreeTable {
  loaded ??= load(namesOf(best));
  return loaded;
}

function load(names: readonly string[]): TreeTable {
  const table: TreeTable = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'tables', 'answer-trees.json'), 'utf8'),
  );
  if (table.names.join() !== names.join()) throw new Error('answer-trees.json was grown on other signs');
  return table;
}

/** 0..1: how likely the first of the candidates answers. @throws {Error} where the trees look at other numbers than there are */
export function certaintyOf(ranking: Ranking): number {
  const [best] = ranking.candidates;
  if (!best) return 0;
  const { words, start, trees } = tableFor(best);
  return 1 / (1 + Math.exp(-(start + sumOf(trees, rowOf(ranking, words)))));
}
