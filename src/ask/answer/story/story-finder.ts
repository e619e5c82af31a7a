/** Which of many stories a question is about: an index of their words, kept current story by story. */
import { type Story, statementsOf } from '../../../story/index.ts';
import { neighboursOf } from '../../words/related.ts';
import { wordsOf } from '../../words/words.ts';
import { analyse } from '../question/analyse.ts';
import { plainly } from '../question/plainly.ts';

/** A story, and how well it fits: comparable within one search only. */
export interface Fitting {
  readonly story: Story;
  readonly score: number;
}

/** BM25: how soon a word that is repeated stops to count, and how far a long story is held against it. */
const [saturation, lengthShare] = [1.2, 0.4];
/** What a word counts that is only related to the question's. */
const relatedShare = 0.4;

/** Of a word that nearly every story has, nothing is to be learnt. */
const leastIdf = 0.2;

/** The stories that have a stem, by their numbers, and how often. */
interface Posting {
  readonly stories: number[];
  readonly counts: number[];
}

export class StoryFinder {
  /** By number; one that is gone leaves a gap. */
  #stories: (Story | undefined)[] = [];
  readonly #lengths: number[] = [];
  readonly #numbers = new Map<Story, number>();
  readonly #postings = new Map<string, Posting>();
  #length = 0;
  #followed: readonly Story[] = [];

  /** The stories that share a word with the question, best first. A story is read when it is seen for the first time. */
  find(stories: readonly Story[], question: string, most: number): Fitting[] {
    this.#follow(stories);
    const meanLength = this.#length / Math.max(1, this.#numbers.size);
    const scores = new Float64Array(this.#stories.length);
    for (const { stem, share } of stemsAsked(question)) {
      const { stories: having = [], counts = [] } = this.#postings.get(stem) ?? {};
      const idf = Math.log(1 + Math.max(0, this.#stories.length - having.length + 0.5) / (having.length + 0.5));
      if (idf < leastIdf && this.#stories.length > few) continue;
      for (let n = 0; n < having.length; n += 1) {
        const number = having[n] ?? 0;
        const count = counts[n] ?? 0;
        const damp = saturation * (1 - lengthShare + (lengthShare * (this.#lengths[number] ?? 0)) / meanLength);
        scores[number] = (scores[number] ?? 0) + (share * idf * count * (saturation + 1)) / (count + damp);
      }
    }
    return this.#best(scores, most);
  }

  #best(scores: Float64Array, most: number): Fitting[] {
    const found: Fitting[] = [];
    let least = 0;
    for (let number = 0; number < scores.length; number += 1) {
      const score = scores[number] ?? 0;
      const story = score > least ? this.#stories[number] : undefined;
      if (!story) continue;
      const at = found.findIndex((other) => other.score < score);
      found.splice(at < 0 ? found.length : at, 0, { story, score });
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
      this.#stories[number] = undefined;
      this.#length -= this.#lengths[number] ?? 0;
    }
    // More gaps than stories: all are read anew.
    if (this.#stories.length > 2 * stories.length) this.#forget();
    for (const story of stories) if (!this.#numbers.has(story)) this.#add(story);
  }

  #forget() {
    this.#stories = [];
    this.#lengths.length = 0;
    this.#length = 0;
    this.#numbers.clear();
    this.#postings.clear();
  }

  #add(story: Story) {
    const number = this.#stories.push(story) - 1;
    this.#numbers.set(story, number);
    const counts = new Map<string, number>();
    let length = 0;
    for (const text of textsOf(story)) {
      for (const { stem, isStop } of wordsOf(text)) {
        if (isStop) continue;
        length += 1;
        counts.set(stem, (counts.get(stem) ?? 0) + 1);
      }
    }
    this.#lengths[number] = length;
    this.#length += length;
    for (const [stem, count] of counts) {
      const posting = this.#postings.get(stem) ?? { stories: [], counts: [] };
      posting.stories.push(number);
      posting.counts.push(count);
      this.#postings.set(stem, posting);
    }
  }
}

/** Among so few stories every word may tell. */
const few = 20;

/** The question's words in full, and in part what is related to them. */
function stemsAsked(question: string): { stem: string; share: number }[] {
  return analyse(plainly(question)).words.flatMap(({ word, share }) => {
    const related = [...neighboursOf(word.text)].filter(([, worth]) => worth >= 0.6);
    return [
      { stem: word.stem, share },
      ...related.flatMap(([lemma, worth]) =>
        wordsOf(lemma).map(({ stem }) => ({ stem, share: share * worth * relatedShare })),
      ),
    ];
  });
}

function textsOf(story: Story): string[] {
  const { title, name, alsoKnownAs, topics, actors, openQuestions, readersAsk } = story;
  return [
    ...[title, name, ...alsoKnownAs, ...topics],
    ...actors.flatMap((actor) => [actor.name, ...actor.alsoKnownAs, actor.role ?? '']),
    ...statementsOf(story).map(({ what }) => what),
    ...openQuestions.map(({ asks }) => asks),
    ...readersAsk.map(({ asks }) => asks),
  ];
}
