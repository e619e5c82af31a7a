/** The words of each statement's sentence, as learnt tables call them (`keyOf`): by number, each once. */
import type { Statement } from '../../../story/index.ts';
import { keyOf } from '../../words/words.ts';
import type { ReadStatements } from './read-statements.ts';

export class StatementKeys {
  /** By number. */
  readonly #keys: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** Long lists as they were spread out. */
  readonly #spreads = new WeakMap<ReadonlyMap<string, number>, Int16Array>();
  readonly #ofStatements: ReadonlyMap<string, readonly number[]>;

  constructor(statements: readonly Statement[], read: ReadStatements) {
    const { sentences } = read;
    const numbers = read.column(sentences, (word) => this.#add(keyOf(word)));
    const keysOf = (words: readonly number[]) => {
      const keys = words.map((word) => numbers[word] ?? 0);
      return keys.filter((key, at) => keys.indexOf(key) === at);
    };
    this.#ofStatements = new Map(statements.map(({ id }, place) => [id, keysOf(sentences.at(place))]));
  }

  #add(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#keys.length);
    return this.#keys.push(key) - 1;
  }

  /** The numbers of a statement's keys. */
  in({ id }: Statement): readonly number[] {
    return this.#ofStatements.get(id) ?? [];
  }

  /** Undefined where no statement has it. */
  numberOf(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  keyOf(number: number): string {
    return this.#keys[number] ?? '';
  }

  /**
   * What some keys count, by number; 0 for others. Long lists are those of words that come in every other question.
   * @param counts in whole numbers, up to thousands
   */
  spread(counts: ReadonlyMap<string, number> = none): Int16Array {
    if (counts.size < long) return this.#read(counts);
    const spread = this.#spreads.get(counts) ?? this.#read(counts);
    this.#spreads.set(counts, spread);
    return spread;
  }

  #read(counts: ReadonlyMap<string, number>): Int16Array {
    const spread = new Int16Array(this.#keys.length);
    if (counts.size > spread.length) {
      for (let number = 0; number < spread.length; number += 1) spread[number] = counts.get(this.keyOf(number)) ?? 0;
      return spread;
    }
    for (const [key, count] of counts) {
      const number = this.#numbers.get(key);
      if (number !== undefined) spread[number] = count;
    }
    return spread;
  }
}

const none: ReadonlyMap<string, number> = new Map();
/** About two hundred words have as many traits. */
const long = 40;
