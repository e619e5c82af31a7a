/** A question that a story expects, by its words and by what answers it. */
import { type Word, wordsOf } from '../../words/words.ts';
import type { ContentWord } from '../question/question-words.ts';
import type { NamedQuestion } from './named-question.ts';
import { type Roles, rolesIn } from './roles.ts';

/** A word of an expected question. */
export interface WeighedTerm {
  /** -1 where the story has none for it. */
  readonly term: number;
  readonly weight: number;
}

/** A question, and the ids of the statements that answer it. */
export class Expected {
  readonly asks: string;
  readonly answers: readonly string[];
  readonly words: readonly Word[];
  readonly #read: (asks: string) => NamedQuestion;
  #kept: NamedQuestion | undefined;
  #roles: Roles | undefined;
  #weighed: readonly WeighedTerm[] | undefined;

  constructor(asks: string, answers: readonly string[], read: (asks: string) => NamedQuestion) {
    this.asks = asks;
    this.answers = answers;
    this.words = wordsOf(asks);
    this.#read = read;
  }

  /** As it is read, when it first is: most of hundreds are never looked at so closely. */
  get read(): NamedQuestion {
    this.#kept ??= this.#read(this.asks);
    return this.#kept;
  }

  /** Of those whom it names. */
  get roles(): Roles {
    this.#roles ??= rolesIn(this.asks, this.read.named);
    return this.#roles;
  }

  /** The words that it asks for, weighed when they first are. @param weigh always the same */
  weighed(weigh: (word: ContentWord) => WeighedTerm): readonly WeighedTerm[] {
    this.#weighed ??= this.read.asked.words.map(weigh);
    return this.#weighed;
  }
}

/** By the id of a statement, the words of the questions that it answers, each once. */
export function wordsAsked(questions: readonly Expected[]): ReadonlyMap<string, ReadonlySet<Word>> {
  const asked = new Map<string, Set<Word>>();
  for (const { words, answers } of questions) {
    for (const id of answers) {
      const own = asked.get(id) ?? new Set();
      for (const word of words) own.add(word);
      asked.set(id, own);
    }
  }
  return asked;
}
