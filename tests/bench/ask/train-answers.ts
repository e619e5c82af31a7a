/**
 * `node train-answers.ts`: fits what each sign of a statement counts in the order of answers, and grows the trees that tell how
 * sure the first answers; writes `answer-weights.json` and `answer-trees.json` in `src/ask/tables`. With `--try` it writes
 * nothing, leaves out every sixth story, and tells how it does on the questions to those as they were written: to all of them,
 * to those with no further wordings (`also_asked`), with some, and with more than ten a statement.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OrderWeights, rankStatements } from '../../../src/ask/answer/rank/rank-statements.ts';
import { type Signed, type Signs, signStatements } from '../../../src/ask/answer/rank/signs.ts';
import { namesOf, rowOf, wordsIn } from '../../../src/ask/answer/rank/standing.ts';
import { sumOf } from '../../../src/ask/answer/rank/trees.ts';
import { tellAll } from '../../../src/ask/answer/tell/told.ts';
import { answerExamples, type Example } from './answer-examples.ts';
import { fitChoices } from './fit.ts';
import { type Grown, grow } from './grow.ts';

/** What is the same for all statements of a question orders none of them; what is missing says how sure it is. */
const notInOrder: ReadonlySet<string> = new Set(['missing', 'unknown', 'vague', 'untold', 'untoldOfKind']);
/** The most frequent words of questions, which the trees may look at. */
const mostWords = 200;
const sixth = 6;

/** What is learnt from examples. */
interface Learnt extends Grown {
  readonly order: OrderWeights;
  readonly words: readonly string[];
  readonly names: readonly string[];
}

/** The first statement for an example, and whether it is right. */
interface First {
  readonly row: Float64Array;
  readonly isRight: boolean;
}

function learnFrom(examples: readonly Example[]): Learnt {
  const order = orderFrom(examples);
  const words = frequentWords(examples);
  const firsts = examples.map((example) => firstOf(example, order, words));
  const grown = grow(
    firsts.map(({ row }) => row),
    firsts.map(({ isRight }) => isRight),
  );
  const [example] = examples;
  const [best] = example ? rankStatements(example.index, example.reading, order) : [];
  return { order, words, names: best ? namesOf(best) : [], ...grown };
}

function orderFrom(examples: readonly Example[]): OrderWeights {
  let names: (keyof Signs)[] = [];
  const choices = examples.flatMap(({ index, reading, gold }) => {
    if (gold.length === 0) return [];
    const signed = signStatements(index, reading);
    names = Object.keys(signed[0]?.signs ?? {}).filter((name) => !notInOrder.has(name)) as (keyof Signs)[];
    return {
      rows: signed.map(({ signs }) => Float64Array.from(names, (name) => signs[name])),
      isGold: signed.map((candidate) => answers({ index, reading, gold }, candidate)),
    };
  });
  return fitChoices(names, choices);
}

function frequentWords(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { reading } of examples)
    for (const key of new Set(wordsIn(reading.question).map((word) => word.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([a, often], [b, oftener]) => oftener - often || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => word);
}

function firstOf({ index, reading, gold }: Example, order: OrderWeights, words: readonly string[]): First {
  const candidates = rankStatements(index, reading, order);
  const [best] = candidates;
  const isRight = best !== undefined && answers({ index, reading, gold }, best);
  return { row: rowOf({ index, reading, candidates }, words), isRight };
}

/** Behind “why” an event and its causes are told together: either will do. */
function answers({ index, reading, gold }: Omit<Example, 'story'>, candidate: Signed): boolean {
  const [first] = tellAll(index, candidate, [], reading).statements;
  return gold.includes(first?.id ?? '') || (reading.asked.for === 'why' && gold.includes(candidate.statement.id));
}

/** Stories by how many further wordings they list for each statement. */
const groups: Readonly<Record<string, (wordings: number) => boolean>> = {
  all: () => true,
  'no wordings': (wordings) => wordings === 0,
  'up to ten a statement': (wordings) => wordings > 0 && wordings <= 10,
  'more than ten': (wordings) => wordings > 10,
};

/** How sure answers are, and whether right, on every sixth story, from which nothing was learnt. */
function tryOut(examples: readonly Example[]) {
  const stories = [...new Set(examples.map(({ story }) => story))].sort();
  const leftOut = new Set(stories.filter((_, n) => n % sixth === 0));
  const learnt = learnFrom(examples.filter(({ story }) => !leftOut.has(story)));
  const judged = examples
    .filter(({ story, isAltered }) => !isAltered && leftOut.has(story))
    .map((example) => {
      const { row, isRight } = firstOf(example, learnt.order, learnt.words);
      const { alsoAsked } = example.index.story;
      const wordings = alsoAsked.length / example.index.statements.length;
      return { wordings, isRight, canBe: example.gold.length > 0, sum: learnt.start + sumOf(learnt.trees, row) };
    });
  const thresholds = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75];
  return Object.entries(groups).flatMap(([of, isOf]) => {
    const some = judged.filter(({ wordings }) => isOf(wordings));
    return thresholds.map((least) => ({ of, ...ratesAt(some, least) }));
  });
}

function ratesAt(judged: readonly { isRight: boolean; canBe: boolean; sum: number }[], least: number) {
  const isSure = ({ sum }: { sum: number }) => 1 / (1 + Math.exp(-sum)) >= least;
  const percent = (part: readonly unknown[], whole: readonly unknown[]) =>
    Math.round((1000 * part.length) / whole.length) / 10;
  const answerable = judged.filter(({ canBe }) => canBe);
  const others = judged.filter(({ canBe }) => !canBe);
  return {
    least,
    questions: judged.length,
    rightFirst: percent(
      answerable.filter(({ isRight }) => isRight),
      answerable,
    ),
    rightAnswer: percent(
      answerable.filter((each) => each.isRight && isSure(each)),
      answerable,
    ),
    rightRefusal: percent(
      others.filter((each) => !isSure(each)),
      others,
    ),
    wrongAnswer: percent(
      judged.filter((each) => isSure(each) && !each.isRight),
      judged,
    ),
  };
}

const origin = 'tests/bench/ask/train-answers.ts, from the marked questions in tests/ask';
const licence = 'MIT, as the program';

function write(file: string, text: string) {
  writeFileSync(join(import.meta.dirname, '../../../src/ask/tables', file), `${text}\n`);
}

const examples = await answerExamples();
if (process.argv.includes('--try')) {
  for (const rates of tryOut(examples)) process.stdout.write(`${JSON.stringify(rates)}\n`);
} else {
  const { order, trees, ...rest } = learnFrom(examples);
  const head = { origin, licence };
  write(
    'answer-weights.json',
    JSON.stringify({ what: 'How much each sign counts in the order', ...head, order }, null, 2),
  );
  // A tree a line.
  const table = JSON.stringify({ what: 'How sure the first statement answers', ...head, ...rest, trees: [] });
  write('answer-trees.json', table.replace(/\]\}$/, `\n${trees.map((tree) => JSON.stringify(tree)).join(',\n')}\n]}`));
}
