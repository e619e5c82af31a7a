/**
 * Tells what most likely answers a question, by the questions that an editor listed: a naive Bayes classifier over words and
 * pairs of neighbouring words (multinomial, with small counts added; Manning, Raghavan and Schütze 2008, chapter 13).
 */
import { keyOf, type Word } from '../../words/words.ts';

/** A question, and what answers it; nothing where the story does not tell. */
export interface Listed {
  readonly words: readonly Word[];
  readonly answers: readonly string[];
}

/** Added to each count: a word that was never seen beside an answer does not rule it out. */
const added = 0.2;
/** Words of one question tell much the same: each counts the less, the more there are. */
const temper = 0.5;

/** What is known of an answer. */
interface Class {
  questions: number;
  features: number;
}

/** Stands for “the story does not tell”. */
export const nothing = '';

export class NaiveBayes {
  readonly #classes = new Map<string, Class>();
  /** By feature and answer, how often. */
  readonly #counts = new Map<string, Map<string, number>>();

  constructor(listed: readonly Listed[]) {
    for (const { words, answers } of listed) {
      const features = featuresOf(words);
      const share = 1 / Math.max(1, answers.length);
      for (const answer of answers.length > 0 ? answers : [nothing]) this.#learn(answer, features, share);
    }
  }

  #learn(answer: string, features: ReadonlySet<string>, share: number) {
    const known = this.#classes.get(answer) ?? { questions: 0, features: 0 };
    known.questions += share;
    known.features += share * features.size;
    this.#classes.set(answer, known);
    for (const feature of features) {
      const counts = this.#counts.get(feature) ?? new Map<string, number>();
      counts.set(answer, (counts.get(answer) ?? 0) + share);
      this.#counts.set(feature, counts);
    }
  }

  /** By answer, and for `nothing`, the logarithm of how likely it is, up to a common summand; empty where nothing was listed. */
  scores(words: readonly Word[]): Map<string, number> {
    const known = [...featuresOf(words)].flatMap((feature) => this.#counts.get(feature) ?? []);
    const scores = new Map<string, number>();
    for (const [answer, { questions, features }] of this.#classes) {
      const whole = features + added * this.#counts.size;
      scores.set(answer, temper * Math.log(1 + questions) + known.length * Math.log(added / whole));
    }
    for (const counts of known)
      for (const [answer, count] of counts) scores.set(answer, (scores.get(answer) ?? 0) + Math.log(1 + count / added));
    const scale = temper * Math.sqrt(Math.max(1, known.length));
    for (const [answer, score] of scores) scores.set(answer, score / scale);
    return scores;
  }
}

/** A question's words and each two neighbours, the beginning with them. */
function featuresOf(words: readonly Word[]): Set<string> {
  const keys = words.map(keyOf);
  return new Set([...keys, ...keys.map((key, n) => `${keys[n - 1] ?? '^'} ${key}`)]);
}
