/** A story's statements as they were read, word by word: kept for every question, in as little room as they take. */
import { type Story, statementsOf } from '../../../story/index.ts';
import type { Word } from '../../words/words.ts';
import { NumberLists } from './number-lists.ts';
import { findableBy, type Reader, reading } from './statement-words.ts';

/** Whom a story names, and what it expects to be asked. */
type Given = Omit<Reader, 'story' | 'read'>;

/** Every list is by the statement's place in the story; words stand in them by their numbers. */
export class ReadStatements {
  /** By number. */
  readonly words: readonly Word[];
  /** The words of its sentence, in their order. */
  readonly sentences: NumberLists;
  /** What the phrases of its sentence mean. */
  readonly meant: NumberLists;
  /** The content words of its id. */
  readonly ids: NumberLists;
  /** The words that it can be found by, each stem once. */
  readonly findable: NumberLists;
  /** How much each of those counts, in hundredths. */
  readonly counts: Uint8Array;
  /** Whom its sentence names, in its order, by their places among the story's actors. */
  readonly named: NumberLists;

  constructor(story: Story, given: Given) {
    const statements = statementsOf(story);
    const read = reading();
    const reader = { ...given, story, read };
    const sentences = statements.map(({ what }) => read(what));
    const named = sentences.map(({ words }) => given.names.mentionsIn(words).map(({ actor }) => actor));
    const findable = statements.map((each, at) => findableBy(each, named[at] ?? [], reader));
    const numbers = new Numbers();
    const listsOf = (lists: readonly (readonly Word[])[]) => new NumberLists(lists.map((words) => numbers.of(words)));
    this.sentences = listsOf(sentences.map(({ words }) => words));
    this.meant = listsOf(sentences.map(({ meant }) => meant));
    this.ids = listsOf(statements.map(({ id }) => read(id.replaceAll('-', ' ')).words.filter(({ isStop }) => !isStop)));
    this.findable = listsOf(findable.map((each) => each.map(({ word }) => word)));
    this.counts = new Uint8Array(findable.flatMap((each) => each.map(({ count }) => count)));
    this.named = new NumberLists(named.map((actors) => actors.map((actor) => story.actors.indexOf(actor))));
    this.words = numbers.words;
  }

  /** By number, what is told of each word that comes in some lists, asked once, in the order of coming. */
  column(lists: NumberLists, tell: (word: Word) => number): number[] {
    const told: number[] = [];
    for (const number of lists.all) told[number] ??= tell(this.words[number] as Word);
    return told;
  }

  /** The words that stand by their numbers at a place in lists. */
  wordsAt(lists: NumberLists, place: number): Word[] {
    return lists.at(place).map((number) => this.words[number] as Word);
  }
}

/** Gives words their numbers, in the order of coming. */
class Numbers {
  readonly #numbers = new Map<Word, number>();

  get words(): Word[] {
    return [...this.#numbers.keys()];
  }

  of(words: readonly Word[]): number[] {
    return words.map((word) => {
      const number = this.#numbers.get(word) ?? this.#numbers.size;
      this.#numbers.set(word, number);
      return number;
    });
  }
}

const kept = new WeakMap<Story, ReadStatements>();

/** The statements of a story, read when they are first asked for. @param given what they are read with */
export function readStatements(story: Story, given: () => Given): ReadStatements {
  const read = kept.get(story) ?? new ReadStatements(story, given());
  kept.set(story, read);
  return read;
}
