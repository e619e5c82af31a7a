/** Which of many stories a question is about: an index of their words, kept current story by story. */
import { type Story, statementsOf } from '../../story/index.ts';
import { neighboursOf } from '../related.ts';
import { wordsOf } from '../words.ts';
import { analyse } from './analyse.ts';

/** A story, and how well it fits: comparable within one search only. */
export interface Fitting {
  readonly story: Story;
  readonly score: number;
}

/** BM25: how soon a word that is repeated stops to count, and how far a long story is held against it. */
const [saturation, lengthShare] = [1.2, 0.4];
/** What a word counts that is only related to the question's. */
const relatedShare = 0.4;

interface Entry {
  readonly stems: ReadonlyMap<string, number>;
  readonly length: number;
}

export class StoryFinder {
  readonly #entries = new Map<Story, Entry>();
  /** By stem, the stories that have it. */
  readonly #having = new Map<string, Set<Story>>();
  #length = 0;

  /** The stories that share a word with the question, best first. A story is read when it is seen for the first time. */
  find(stories: readonly Story[], question: string, most: number): Fitting[] {
    this.#follow(stories);
    const meanLength = this.#length / Math.max(1, this.#entries.size);
    const scores = new Map<Story, number>();
    for (const { stem, share } of stemsAsked(question)) {
      const having = this.#having.get(stem);
      if (!having) continue;
      const idf = Math.log(1 + (this.#entries.size - having.size + 0.5) / (having.size + 0.5));
      for (const story of having) {
        const { stems, length } = this.#entries.get(story) ?? { stems: new Map<string, number>(), length: 1 };
        const count = stems.get(stem) ?? 0;
        const damp = saturation * (1 - lengthShare + (lengthShare * length) / meanLength);
        scores.set(story, (scores.get(story) ?? 0) + (share * idf * count * (saturation + 1)) / (count + damp));
      }
    }
    return [...scores]
      .map(([story, score]) => ({ story, score }))
      .sort((a, b) => b.score - a.score || (a.story.id < b.story.id ? -1 : 1))
      .slice(0, most);
  }

  /** Takes in the stories that are new, and forgets those that are gone. */
  #follow(stories: readonly Story[]) {
    if (stories.length === this.#entries.size && stories.every((story) => this.#entries.has(story))) return;
    const current = new Set(stories);
    for (const story of [...this.#entries.keys()]) if (!current.has(story)) this.#remove(story);
    for (const story of stories) if (!this.#entries.has(story)) this.#add(story);
  }

  #add(story: Story) {
    const stems = new Map<string, number>();
    let length = 0;
    for (const { stem, isStop } of textsOf(story).flatMap(wordsOf)) {
      if (isStop) continue;
      length += 1;
      stems.set(stem, (stems.get(stem) ?? 0) + 1);
    }
    this.#entries.set(story, { stems, length });
    this.#length += length;
    for (const stem of stems.keys()) this.#having.set(stem, (this.#having.get(stem) ?? new Set()).add(story));
  }

  #remove(story: Story) {
    const entry = this.#entries.get(story);
    for (const stem of entry?.stems.keys() ?? []) this.#having.get(stem)?.delete(story);
    this.#length -= entry?.length ?? 0;
    this.#entries.delete(story);
  }
}

/** The question's words in full, and in part what is related to them. */
function stemsAsked(question: string): { stem: string; share: number }[] {
  return analyse(question).words.flatMap(({ word, share }) => {
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
