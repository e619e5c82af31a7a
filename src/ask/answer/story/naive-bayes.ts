/**
 * Tells what most likely answers a question, by the questions that an editor listed: a naive Bayes classifier over words, pairs
 * of neighbouring words and, behind an answer, what was told with each word (multinomial, with small counts added; Manning,
 * Raghavan and Schütze 2008, chapter 13).
 */
import { keyOf, type Word } from '../../words/words.ts';

/** A question, and what answers it; nothing where the story does not tell. */
export interface Listed {
  readonly words: readonly Word[];
  readonly answers: readonly string[];
  /** The ids of what was told before, where it is asked behind an answer. */
  readonly behind?: readonly string[];
}

/** Added to each count: a word that was never seen beside an answer does not rule it out. */
const added = 0.2;
/** Words of one question tell much the same: each counts the less, the more there are. */
const temper = 0.5;

/** Stands for “the story does not tell”. */
export const nothing = '';

/** What a feature speaks for: the places of answers, and how often each; once all is read, by how much each. */
interface Speaking {
  readonly places: number[];
  readonly counts: number[];
}

export class NaiveBayes {
  /** By answer, and for `nothing`, its place among the scores. */
  readonly places = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #features = new Map<number, Speaking>();
  /** By place: what speaks for an answer before anything was asked, and what every feature takes off. */
  readonly #before: readonly number[];
  readonly #each: readonly number[];

  constructor(listed: readonly Listed[]) {
    /** By place, how many questions and how many features. */
    const [questions, features]: [number[], number[]] = [[], []];
    for (const { words, answers, behind = [] } of listed) {
      const own = this.#featuresOf(words, behind, (name) => this.#numberOf(name));
      const share = 1 / Math.max(1, answers.length);
      for (const answer of answers.length > 0 ? answers : [nothing]) {
        const place = this.#placeOf(answer);
        questions[place] = (questions[place] ?? 0) + share;
        features[place] = (features[place] ?? 0) + share * own.size;
        for (const feature of own) this.#count(feature, place, share);
      }
    }
    this.#before = questions.map((count) => temper * Math.log(1 + count));
    this.#each = features.map((count) => Math.log(added / (count + added * this.#features.size)));
    for (const { counts } of this.#features.values())
      for (let n = 0; n < counts.length; n += 1) counts[n] = Math.log(1 + (counts[n] ?? 0) / added);
  }

  #placeOf(answer: string): number {
    const place = this.places.get(answer) ?? this.places.size;
    this.places.set(answer, place);
    return place;
  }

  /** Words and what was told are numbered: pairs of numbers are found faster than texts. */
  #numberOf(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size + 1;
    this.#numbers.set(name, number);
    return number;
  }

  #count(feature: number, place: number, share: number) {
    const speaking = this.#features.get(feature);
    if (!speaking) {
      this.#features.set(feature, { places: [place], counts: [share] });
      return;
    }
    const { places, counts } = speaking;
    const known = places.indexOf(place);
    const at = known < 0 ? places.push(place) - 1 : known;
    counts[at] = (counts[at] ?? 0) + share;
  }

  /**
   * By place, the logarithm of how likely the answer is, up to a common summand; empty where nothing was listed.
   * @param behind the id of what was told before
   */
  scores(words: readonly Word[], behind?: string): number[] {
    const told = behind === undefined ? [] : [behind];
    const known: Speaking[] = [];
    for (const feature of this.#featuresOf(words, told, (name) => this.#numbers.get(name) ?? unknown)) {
      const speaking = this.#features.get(feature);
      if (speaking) known.push(speaking);
    }
    const scores = this.#before.map((before, at) => before + known.length * (this.#each[at] ?? 0));
    for (const { places, counts } of known)
      for (let n = 0; n < places.length; n += 1) {
        const place = places[n] ?? 0;
        scores[place] = (scores[place] ?? 0) + (counts[n] ?? 0);
      }
    const scale = temper * Math.sqrt(Math.max(1, known.length));
    return scores.map((score) => score / scale);
  }

  /** A question's words and each two neighbours, the beginning with them; what was told, and each word behind it. */
  #featuresOf(words: readonly Word[], behind: readonly string[], numberOf: (name: string) => number): Set<number> {
    const told = behind.map((id) => numberOf(`@${id}`));
    const features = new Set(told);
    let before = numberOf('^');
    for (const word of words) {
      const number = numberOf(keyOf(word));
      features.add(number).add(before * mostNames + number);
      for (const id of told) features.add(id * mostNames + number);
      before = number;
    }
    return features;
  }
}

/** More words than the questions to a story have. */
const mostNames = 2 ** 22;
/** Stands for a word that was never seen: nothing is known of it, nor of its neighbours with it. */
const unknown = 2 ** 22 - 1;
