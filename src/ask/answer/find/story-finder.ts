/** Which of many stories a question is about: an index of their words, kept current story by story. */
import type { Story } from '../../../story/index.ts';
import { neighboursOf } from '../../words/related.ts';
import { analyse } from '../question/analyse.ts';
import { plainly } from '../question/plainly.ts';
import { contentStems, type FoundBy, foundBy, mostInSentence, type QuestionTerm } from './found-by.ts';
import { Postings } from './postings.ts';

/** A story, and how well it fits: comparable within one search only. */
export interface Fitting {
  readonly story: Story;
  readonly score: number;
}

/** What a word counts that is only related to the question's. */
const relatedShare = 0.4;
/** How near such a word is to count. */
const leastRelated = 0.6;
/** Of a word that nearly every story has, nothing is to be learnt … */
const leastRarity = 0.2;
/** … but among so few stories every word may tell. */
const few = 20;
/** Of so many stories, which have most of the question, each sentence is looked at; of more where more are wanted. */
const mostLooked = 5;

/** What is kept of a story. */
interface Read extends Pick<FoundBy, 'length' | 'sentences'> {
  readonly story: Story;
}

/** Finds the stories that a question is about. It follows the list that it is given: a story that is new there is read, one that is gone forgotten. */
export class StoryFinder {
  #postings = new Postings();
  /** By number; one that is gone leaves a gap. */
  #read: (Read | undefined)[] = [];
  readonly #numbers = new Map<Story, number>();
  #length = 0;
  #followed: readonly Story[] = [];

  /**
   * The stories that share a word with the question, best first: by all that they have of it, and by what one sentence has
   * together, as that may be the answer. A story is read when it is seen for the first time.
   */
  find(stories: readonly Story[], question: string, most: number): Fitting[] {
    this.#follow(stories);
    const asked = this.#asked(question);
    const byTerm = Map.groupBy(asked, ({ term }) => term);
    const meanLength = this.#length / Math.max(1, this.#numbers.size);
    const likeliest = this.#best(this.#postings.scores(asked, meanLength), Math.max(most, mostLooked));
    const found = likeliest.map(({ read, score }) => ({
      story: read.story,
      score: score + mostInSentence(read, byTerm),
    }));
    return found.sort((a, b) => b.score - a.score).slice(0, most);
  }

  /** Reads stories, one at a step, for the first question; once that is put, it has read the rest. */
  *prepare(stories: readonly Story[]): Generator {
    for (const story of stories) {
      if (this.#followed.length > 0) return;
      if (!this.#numbers.has(story)) this.#add(story);
      yield;
    }
  }

  /** The question's words in full, and in part what is related to them. */
  #asked(question: string): QuestionTerm[] {
    return analyse(plainly(question)).words.flatMap(({ word, share }, n) => {
      const related = [...neighboursOf(word.text)].filter(([, worth]) => worth >= leastRelated);
      const others = related.flatMap(([lemma, worth]) =>
        contentStems(lemma).flatMap((stem) => this.#sought(n, stem, share * worth * relatedShare)),
      );
      return [...this.#sought(n, word.stem, share), ...others];
    });
  }

  /** None where no story has it, or nearly every one. */
  #sought(word: number, stem: string, share: number): QuestionTerm[] {
    const term = this.#postings.find(stem);
    if (term === undefined) return [];
    const rarity = this.#postings.rarityOf(term);
    return rarity < leastRarity && this.#read.length > few ? [] : [{ word, term, worth: share * rarity }];
  }

  /** The likeliest stories by their scores, best first. */
  #best(scores: Float64Array, most: number): { read: Read; score: number }[] {
    const found: { read: Read; score: number }[] = [];
    let least = 0;
    for (let number = 0; number < scores.length; number += 1) {
      const score = scores[number] ?? 0;
      const read = score > least ? this.#read[number] : undefined;
      if (!read) continue;
      const at = found.findIndex((other) => other.score < score);
      found.splice(at < 0 ? found.length : at, 0, { read, score });
      if (found.length > most) found.pop();
      least = found[most - 1]?.score ?? 0;
    }
    return found;
  }

  /** Takes in the stories that are new, and forgets those that are gone. */
  #follow(stories: readonly Story[]) {
    // A library gives another list when one of its stories has changed.
    if (stories === this.#followed) return;
    this.#followed = stories;
    const current = new Set(stories);
    for (const [story, number] of [...this.#numbers]) {
      if (current.has(story)) continue;
      this.#numbers.delete(story);
      this.#length -= this.#read[number]?.length ?? 0;
      this.#read[number] = undefined;
    }
    // More gaps than stories: all are read anew.
    if (this.#read.length > 2 * stories.length) this.#forget();
    for (const story of stories) if (!this.#numbers.has(story)) this.#add(story);
  }

  #forget() {
    this.#postings = new Postings();
    this.#read = [];
    this.#numbers.clear();
    this.#length = 0;
  }

  #add(story: Story) {
    const { counts, length, sentences } = foundBy(story, (stem) => this.#postings.termOf(stem));
    this.#numbers.set(story, this.#postings.add(counts, length));
    this.#read.push({ story, length, sentences });
    this.#length += length;
  }
}
