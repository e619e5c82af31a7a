/** How much each sign counts, as `tests/bench/ask/train.ts` has fitted it. */
import { jsonTable } from '../tables/tables.ts';
import { type Doubt, doubts, type Finding } from './doubts.ts';
import { type Sign, signs } from './signs.ts';

/** A sign that is not named counts nothing. */
export type SignWeights = { readonly [K in Sign]?: number };
type DoubtWeights = SignWeights & { readonly [K in Doubt]?: number } & { readonly start: number };

interface WeightTable {
  /** For the sentences of a passage. */
  readonly sentence: SignWeights;
  /** For the paragraphs of a collection; `search` is for what the search thought of it. */
  readonly paragraph: SignWeights & { readonly search: number };
  /** Whether the passage is about what is asked. */
  readonly aboutIt: DoubtWeights;
  /** Whether it tells what is asked, given that it is about it. */
  readonly tellsIt: DoubtWeights;
}

interface Scales {
  /** How well a sentence answers, by its row of signs; comparable within one passage. */
  sentence(row: Row): number;
  paragraph(row: Row, search: number): number;
  /** From 0 to 1. */
  aboutIt(finding: Finding, doubts: Row): number;
  tellsIt(finding: Finding, doubts: Row): number;
}

/** The signs or doubts in the order of their table. */
type Row = readonly number[];

let loaded: Scales | undefined;

export function scales(): Scales {
  loaded ??= load();
  return loaded;
}

function load(): Scales {
  const table = jsonTable<WeightTable>('weights.json');
  const sentence = inOrderOf(signs, table.sentence);
  const paragraph = inOrderOf(signs, table.paragraph);
  return {
    sentence: (row) => dot(row, sentence),
    paragraph: (row, search) => dot(row, paragraph) + table.paragraph.search * search,
    aboutIt: likelihood(table.aboutIt),
    tellsIt: likelihood(table.tellsIt),
  };
}

function likelihood(weights: DoubtWeights): (finding: Finding, doubtRow: Row) => number {
  const [ofSigns, ofDoubts] = [inOrderOf(signs, weights), inOrderOf(doubts, weights)];
  return ({ row }, doubtRow) => 1 / (1 + Math.exp(-(weights.start + dot(row, ofSigns) + dot(doubtRow, ofDoubts))));
}

function inOrderOf(table: object, weights: Readonly<Record<string, number | undefined>>): Row {
  return Object.keys(table).map((name) => weights[name] ?? 0);
}

function dot(row: Row, weights: Row): number {
  let sum = 0;
  for (let n = 0; n < row.length; n += 1) sum += (row[n] ?? 0) * (weights[n] ?? 0);
  return sum;
}
