/** What readers ask once something was told, as an editor listed it. */
import { keyOf, type Word } from '../../words/words.ts';

/** A question that is listed behind statements, and the statements that answer it. */
export interface ListedBehind {
  readonly asks: string;
  readonly answers: readonly string[];
  readonly behind: readonly string[];
}

/** Finds what is listed behind a statement by its words alone. */
export class FollowUps {
  readonly #listed = new Map<string, ListedBehind[]>();
  readonly #answers = new Map<string, ReadonlyMap<string, readonly string[]>>();
  readonly #read: (asks: string) => readonly Word[];

  /** @param read the words of a question, as of one that a reader types */
  constructor(listed: readonly ListedBehind[], read: (asks: string) => readonly Word[]) {
    this.#read = read;
    for (const each of listed)
      for (const told of each.behind) this.#listed.set(told, [...(this.#listed.get(told) ?? []), each]);
  }

  /** What answers this very question behind what was told; empty where nothing does, undefined where it is not listed. */
  answersTo(words: readonly Word[], behind: string): readonly string[] | undefined {
    return this.#answersBehind(behind).get(keyIn(words));
  }

  /** How many are listed behind a statement. */
  countBehind(told: string): number {
    return this.#listed.get(told)?.length ?? 0;
  }

  /** Those behind a statement are read when something is first asked behind it. */
  #answersBehind(told: string): ReadonlyMap<string, readonly string[]> {
    const known = this.#answers.get(told);
    if (known) return known;
    const answers = new Map<string, readonly string[]>();
    for (const { asks, answers: own } of this.#listed.get(told) ?? []) {
      const key = keyIn(this.#read(asks));
      answers.set(key, [...new Set([...(answers.get(key) ?? []), ...own])]);
    }
    this.#answers.set(told, answers);
    return answers;
  }
}

/** Another number is another question. */
function keyIn(words: readonly Word[]): string {
  return words.map((word) => (word.isNumber ? word.text : keyOf(word))).join(' ');
}
