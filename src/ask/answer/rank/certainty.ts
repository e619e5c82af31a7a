/** How sure the best statement of a story answers. */
import { jsonTable } from '../../tables/tables.ts';
import { fitOf } from './fit.ts';
import { hasIts } from './matter-signs.ts';
import type { Candidate } from './rank-statements.ts';
import type { Reading } from './reading.ts';
import { isOfAnother } from './roles.ts';
import { namesOf, type Ranking, rowOf } from './standing.ts';
import { Forest, type Tree } from './trees.ts';

/** As `tests/bench/ask/train-answers.ts` has grown them. */
interface TreeTable {
  /** What the trees look at, in the order of a row. */
  readonly names: readonly string[];
  /** Words of questions that they look at, too. */
  readonly words: readonly string[];
  readonly start: number;
  readonly trees: readonly Tree[];
}

interface Grown extends Pick<TreeTable, 'words' | 'start'> {
  readonly forest: Forest;
}

let grown: Grown | undefined;

function grownFor(best: Candidate): Grown {
  grown ??= load(namesOf(best));
  return grown;
}

function load(names: readonly string[]): Grown {
  const { trees, words, start, ...table } = jsonTable<TreeTable>('answer-trees.json');
  if (table.names.join() !== names.join()) throw new Error('answer-trees.json was grown on other signs');
  return { words, start, forest: new Forest(trees) };
}

/** How sure an answer is that tells of somebody else, or does not have what is asked for. */
const sureIfOthers = 0.4;

/** “When?” behind a statement that has a day. */
const sureOfIts = 0.9;

/** 0..1: how likely the first of the candidates answers. @throws {Error} where the trees look at other numbers than there are */
export function certaintyOf(ranking: Ranking): number {
  const { index, reading, candidates } = ranking;
  const [best] = candidates;
  if (!best) return 0;
  if (isOfAnother(index, best.statement, reading) || lacksPlace(best, reading)) return sureIfOthers;
  if (isBare(reading) && best.signs.nearWholly === 1 && hasIts(best.statement, reading.asked.for)) return sureOfIts;
  const { words, start, forest } = grownFor(best);
  return 1 / (1 + Math.exp(-(start + forest.sumOf(rowOf(ranking, words)))));
}

/** Whether no more is asked than the day, the place or the doer of what was last shown. */
function isBare({ asked, leaning }: Reading): boolean {
  return leaning === 2 && asked.words.length === 0;
}

/** Whether “where?” asks for the place of what has none. */
function lacksPlace({ statement, signs }: Candidate, { asked, mentions, leaning }: Reading): boolean {
  return asked.for === 'where' && leaning === 2 && signs.nearWholly === 1 && fitOf(statement, { asked, mentions }) < 0;
}
