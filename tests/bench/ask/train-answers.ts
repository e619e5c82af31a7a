/**
 * `node --max-old-space-size=16000 train-answers.ts`: fits what each sign of a statement counts in the order of answers, learns
 * what each word of a question tells of it, and grows the trees that tell how sure the first answers; writes
 * `answer-weights.json`, `answer-words.json` and `answer-trees.json` in `src/ask/tables`. With `--try` it writes
 * nothing, leaves out every sixth story, and tells how it does on the questions to those as they were written: to all of them,
 * to those with no further wordings (`also_asked`), with some, and with more than ten a statement.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placesOf } from '../../../src/ask/answer/rank/row.ts';
import { Forest } from '../../../src/ask/answer/rank/trees.ts';
import { answerExamples, type Example } from './answer-examples.ts';
import { firstOf, learnFrom } from './learn-answers.ts';

const sixth = 6;

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
  const forest = new Forest(learnt.trees);
  const words = placesOf(learnt.words);
  const judged = examples
    .filter(({ story, isAltered, isListed, isAgain }) => !isAltered && !isListed && !isAgain && leftOut.has(story))
    .map((example) => {
      const { row, isRight } = firstOf(example, learnt.order, learnt.wordWeights, words);
      const { alsoAsked } = example.index.story;
      const wordings = alsoAsked.length / example.index.statements.length;
      return { wordings, isRight, canBe: example.gold.length > 0, sum: learnt.start + forest.sumOf(row) };
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
  const { order, wordWeights, trees, ...rest } = learnFrom(examples);
  const head = { origin, licence };
  write(
    'answer-weights.json',
    JSON.stringify({ what: 'How much each sign counts in the order', ...head, order }, null, 2),
  );
  // A word a line.
  const lines = [...wordWeights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, traits]) => `${JSON.stringify(word)}: ${JSON.stringify(Object.fromEntries(traits))}`);
  const words = JSON.stringify({
    what: 'What each word of a question tells of the statement that answers',
    ...head,
    words: {},
  });
  write('answer-words.json', words.replace(/\}\}$/, `\n${lines.join(',\n')}\n}}`));
  // A tree a line.
  const table = JSON.stringify({ what: 'How sure the first statement answers', ...head, ...rest, trees: [] });
  write('answer-trees.json', table.replace(/\]\}$/, `\n${trees.map((tree) => JSON.stringify(tree)).join(',\n')}\n]}`));
}
