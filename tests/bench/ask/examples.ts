/** Marked questions as rows of signs, and the weights that fit them. */

import { Collection } from '../../../src/ask/text/collection.ts';
import { doubts, doubtsOf, findings } from '../../../src/ask/text/doubts.ts';
import type { Pair } from '../../../src/ask/text/pair.ts';
import { signs, signsOf } from '../../../src/ask/text/signs.ts';
import { TextIndex } from '../../../src/ask/text/text-index.ts';
import { alsoToNext, articleOf, type MarkedPassage, type MarkedQuestion, trainingPassages } from './data.ts';
import { type Choice, type Fitted, fitChoices, fitVerdicts, score, type Verdict } from './fit.ts';

export const signNames = Object.keys(signs);
export const paragraphNames = [...signNames, 'search'];
export const doubtNames = [...signNames, ...Object.keys(doubts)];

/** An example, and where it is from. */
export interface From<T> {
  readonly set: string;
  readonly article: string;
  readonly example: T;
}

interface Asked {
  readonly question: MarkedQuestion;
  readonly pairs: readonly Pair[];
}

export interface Examples {
  /** Which sentence answers. */
  readonly sentences: readonly From<Choice>[];
  /** Which paragraph answers, of those that a search among all paragraphs comes upon. */
  readonly paragraphs: readonly From<Choice>[];
  /** Questions put to their passage and to the next. */
  readonly next: readonly From<Asked>[];
  /** Questions that a passage answers, and some made to look as if. */
  readonly adversarial: readonly From<Asked>[];
}

export function loadExamples(folder: string): Examples {
  const load = (set: string) => trainingPassages(folder, set);
  const [squad, more, selqa] = [load('squad11'), load('squadtr'), load('selqa')];
  const all = [...squad, ...more, ...selqa];
  return {
    sentences: askAll(all).map((from) => ({ ...from, example: sentenceChoice(from.example) })),
    paragraphs: paragraphChoices(all),
    next: askAll([...alsoToNext(squad), ...alsoToNext(more)]),
    adversarial: askAll(load('squad20')),
  };
}

/** Fits on the articles that are to be used. */
export function weightsFrom({ sentences, paragraphs, ...rest }: Examples, isUsed: (article: string) => boolean) {
  const used = <T>(those: readonly From<T>[]) =>
    those.filter(({ article }) => isUsed(article)).map((from) => from.example);
  const sentence = fitChoices(signNames, used(sentences));
  const { next, adversarial } = verdictsOf(rest, sentence);
  return {
    sentence,
    paragraph: fitChoices(paragraphNames, used(paragraphs)),
    aboutIt: fitVerdicts(doubtNames, used(next)),
    tellsIt: fitVerdicts(doubtNames, used(adversarial)),
  };
}

/** Whether each passage answers, seen from the sentence that these weights put first. */
export function verdictsOf({ next, adversarial }: Pick<Examples, 'next' | 'adversarial'>, weights: Fitted) {
  const judge = (from: From<Asked>) => ({ ...from, example: verdict(from.example, weights) });
  return { next: next.map(judge), adversarial: adversarial.map(judge) };
}

/** Each question beside the sentences of its passage; those without a content word are left out. */
function askAll(passages: readonly MarkedPassage[]): From<Asked>[] {
  return passages.flatMap((passage) => {
    const index = new TextIndex(passage.sentences.map((text, n) => ({ id: String(n), text })));
    return passage.questions
      .map((question) => ({ question, pairs: index.pairs(question.text) }))
      .filter(({ pairs }) => pairs.length > 0)
      .map((example) => ({ set: passage.set, article: articleOf(passage), example }));
  });
}

function sentenceChoice({ question, pairs }: Asked): Choice {
  return {
    rows: pairs.map((pair) => Float64Array.from(signsOf(pair))),
    isGold: pairs.map((_, n) => question.gold.includes(n)),
  };
}

function paragraphChoices(passages: readonly MarkedPassage[]): From<Choice>[] {
  const collection = new Collection(passages.map(({ id, sentences }) => ({ id, text: sentences.join(' ') })));
  return passages.flatMap((passage) =>
    passage.questions.map(({ text }) => {
      const candidates = collection.candidates(text);
      const rows = candidates.map(({ pair, search }) => Float64Array.of(...signsOf(pair), search));
      const isGold = candidates.map(({ id }) => id === passage.id);
      return { set: passage.set, article: articleOf(passage), example: { rows, isGold } };
    }),
  );
}

function verdict({ question, pairs }: Asked, weights: Fitted): Verdict {
  const [first, ...others] = findings(pairs, (row) => score(signNames, row, weights));
  if (!first) throw new Error(`${question.text}: no sentence`);
  const best = others.reduce((most, finding) => (finding.score > most.score ? finding : most), first);
  return { row: Float64Array.of(...best.row, ...doubtsOf(best)), answers: question.gold.length > 0 };
}
