/** How weights do on articles that they were not fitted on. */
import { auroc } from './auroc.ts';
import {
  doubtNames,
  type Examples,
  type From,
  paragraphNames,
  signNames,
  verdictsOf,
  weightsFrom,
} from './examples.ts';
import { type Choice, type Fitted, score, type Verdict } from './fit.ts';

const folds = 5;

type Counts = Record<string, { right: number; all: number }>;
type Sure = { readonly answers: boolean; readonly sure: number };

export function crossValidate(examples: Examples) {
  const articles = [...new Set([...examples.sentences, ...examples.paragraphs].map(({ article }) => article))].sort();
  const foldOf = new Map(articles.map((article, n) => [article, n % folds]));
  const [sentences, paragraphs]: Counts[] = [{}, {}];
  const next: Sure[] = [];
  const adversarial: Sure[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = weightsFrom(examples, (article) => foldOf.get(article) !== fold);
    const heldOut = <T>(those: readonly From<T>[]) => those.filter(({ article }) => foldOf.get(article) === fold);
    countFirst(signNames, heldOut(examples.sentences), weights.sentence, sentences ?? {});
    countFirst(paragraphNames, heldOut(examples.paragraphs), weights.paragraph, paragraphs ?? {});
    const sure = ({ example: { row, answers } }: From<Verdict>) => ({
      answers,
      sure: likely(row, weights.aboutIt) ** 3 * likely(row, weights.tellsIt),
    });
    const verdicts = verdictsOf(examples, weights.sentence);
    next.push(
      ...heldOut(verdicts.next)
        .filter(({ set }) => set === 'squad11')
        .map(sure),
    );
    adversarial.push(...heldOut(verdicts.adversarial).map(sure));
  }
  return {
    sentenceFirst: percent(sentences ?? {}),
    paragraphFirst: percent(paragraphs ?? {}),
    nextParagraph: auroc(next),
    adversarial: auroc(adversarial),
  };
}

function countFirst(names: readonly string[], choices: readonly From<Choice>[], weights: Fitted, counts: Counts): void {
  for (const { set, example } of choices) {
    const scores = example.rows.map((row) => score(names, row, weights));
    const { right, all } = counts[set] ?? { right: 0, all: 0 };
    const isRight = example.isGold[scores.indexOf(Math.max(...scores))] === true;
    counts[set] = { right: right + (isRight ? 1 : 0), all: all + 1 };
  }
}

function likely(row: Float64Array, weights: Fitted): number {
  return 1 / (1 + Math.exp(-score(doubtNames, row, weights)));
}

function percent(counts: Counts): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).map(([set, { right, all }]) => [set, Number(((100 * right) / all).toFixed(1))]),
  );
}
