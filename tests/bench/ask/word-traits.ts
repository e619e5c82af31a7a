/** The traits that statements have beside the words of marked questions, and what is learnt from them. */
import type { WordWeights } from '../../../src/ask/answer/rank/learnt-words.ts';
import { type OrderWeights, rankStatements } from '../../../src/ask/answer/rank/rank-statements.ts';
import { eachTrait } from '../../../src/ask/answer/rank/traits.ts';
import { type Example, isAnsweredBy } from './answer-examples.ts';
import { learnWords, type Question } from './learn-words.ts';

/** Of each question as many statements are looked at. */
const likeliest = 6;

/** Every trait by its number, and each question with those of its likeliest statements. */
export interface Traits {
  /** A question's word and the trait, a tab between. */
  readonly names: readonly string[];
  readonly questions: readonly { readonly story: string; readonly question: Question }[];
}

/** The traits of the statements that are likeliest without them. */
export function traitsOf(examples: readonly Example[], order: OrderWeights): Traits {
  const numbers = new Map<string, number>();
  const all = examples.map((example) => {
    const { story, index, reading, gold } = example;
    const asked = reading.keys;
    const question = rankStatements(index, reading, order, new Map())
      .slice(0, likeliest)
      .map((candidate) => {
        const traits: number[] = [];
        eachTrait(index, asked, candidate, (at, trait) => {
          const name = `${asked.keys[at]}\t${trait}`;
          const number = numbers.get(name) ?? numbers.size;
          numbers.set(name, number);
          traits.push(number);
        });
        return {
          score: candidate.score,
          traits: Uint32Array.from(traits),
          isGold: gold.length > 0 && isAnsweredBy(example, candidate),
        };
      });
    return { story, question };
  });
  return { names: [...numbers.keys()], questions: all };
}

/** What each word tells, learnt from some of the questions. */
export function wordsFrom(
  { names, questions }: Traits,
  isUsed: (question: Traits['questions'][number]) => boolean,
): WordWeights {
  const used = questions.filter(isUsed).map(({ question }) => question);
  const weights = learnWords(used, names.length);
  const words = new Map<string, Map<string, number>>();
  for (const [n, name] of names.entries()) {
    const hundredths = Math.round(100 * (weights[n] ?? 0));
    if (hundredths === 0) continue;
    const [word = '', trait = ''] = name.split('\t');
    words.set(word, (words.get(word) ?? new Map()).set(trait, hundredths));
  }
  return words;
}
