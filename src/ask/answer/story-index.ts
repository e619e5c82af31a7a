/** A story made ready for questions: its statements by their words, and how much of a question each of them has. */
import { type OpenQuestion, type Statement, type Story, statementsOf } from '../../story/index.ts';
import { commonBeginning } from '../likeness.ts';
import { relatedness } from '../related.ts';
import { mendSpelling } from '../spelling.ts';
import { TextIndex } from '../text-index.ts';
import { type Word, wordsOf } from '../words.ts';
import { ActorNames } from './actors.ts';
import type { Asking } from './analyse.ts';
import { type Key, keysOf } from './statement-words.ts';

/** How much of a question a statement has. */
export interface Covered {
  readonly statement: Statement;
  /** 0..1, by weight of the question's words. */
  readonly share: number;
  /** How well each of the question's words is found in it, 0..1. */
  readonly found: readonly number[];
}

export class StoryIndex {
  readonly story: Story;
  readonly statements: readonly Statement[];
  readonly byId: ReadonlyMap<string, Statement>;
  readonly names: ActorNames;
  /** The statements' sentences as texts, for what depends on their wording alone. */
  readonly texts: TextIndex;
  readonly #keys: readonly ReadonlyMap<string, Key>[];
  readonly #terms = new Map<string, Term>();
  readonly #vocabulary: ReadonlySet<string>;
  readonly #unitsWith = new Map<string, number>();

  constructor(story: Story) {
    this.story = story;
    this.statements = statementsOf(story);
    this.byId = new Map(this.statements.map((statement) => [statement.id, statement]));
    this.names = new ActorNames(story);
    this.texts = new TextIndex(this.statements.map(({ id, what }) => ({ id, text: what })));
    this.#keys = this.statements.map((statement) => keysOf(statement, story, this.names));
    for (const keys of this.#keys) {
      for (const { stem, text, weight } of keys.values()) {
        this.#terms.set(stem, { text, stem });
        if (weight >= ownWeight) this.#unitsWith.set(stem, (this.#unitsWith.get(stem) ?? 0) + 1);
      }
    }
    const texts = [
      ...this.statements.flatMap(({ what, stated = '' }) => [what, stated]),
      ...this.statements.flatMap((each) => (each.kind === 'event' ? [each.short ?? '', each.where ?? ''] : [])),
      ...story.actors.flatMap(({ name, alsoKnownAs, role = '' }) => [name, ...alsoKnownAs, role]),
      ...story.readersAsk.map(({ asks }) => asks),
      ...story.openQuestions.map(({ asks }) => asks),
    ];
    const words = texts.flatMap(wordsOf).filter(({ isStop }) => !isStop);
    this.#vocabulary = new Set(words.map(({ text }) => text));
  }

  /** The question with mistyped words mended towards the story's own. */
  mend(question: string, isEnglish: (word: string) => boolean): string {
    return mendSpelling(question, this.#vocabulary, isEnglish).text;
  }

  /** The open question that a position is about. */
  questionOf(statement: Statement): OpenQuestion | undefined {
    return statement.kind === 'position' ? this.story.openQuestions.find(({ id }) => id === statement.on) : undefined;
  }

  /** The statement of an id, or every position of an open question's. */
  withPositions(id: string): string[] {
    const question = this.story.openQuestions.find((each) => each.id === id);
    return question ? question.positions.map((position) => position.id) : [id];
  }

  /** What a word weighs: a rare one tells more; one that the story does not know tells most. */
  weightOf({ word, share }: Asking): number {
    const count = this.#unitsWith.get(word.stem) ?? 0;
    const units = this.statements.length;
    return share * (0.5 + Math.log(1 + (units - count + 0.5) / (count + 0.5)));
  }

  /** How much of the question each statement has, in the story's order. */
  cover(words: readonly Asking[]): Covered[] {
    const partners = words.map(({ word }) => this.#partnersOf(word));
    const weights = words.map((word) => this.weightOf(word));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return this.statements.map((statement, at) => {
      const keys = this.#keys[at];
      const found = partners.map((like) => {
        let best = 0;
        for (const [stem, strength] of like) best = Math.max(best, strength * (keys?.get(stem)?.weight ?? 0));
        return best;
      });
      const sum = found.reduce((total, strength, n) => total + strength * (weights[n] ?? 0), 0);
      return { statement, share: all > 0 ? sum / all : 0, found };
    });
  }

  /** The story's stems that a word is like, each with how much. */
  #partnersOf(word: Word): [string, number][] {
    const partners: [string, number][] = [];
    for (const [stem, term] of this.#terms) {
      const strength = alike(word, term);
      if (strength >= leastLikeness) partners.push([stem, strength]);
    }
    return partners;
  }
}

type Term = Pick<Word, 'text' | 'stem'>;

/** Less is no partner. */
const leastLikeness = 0.3;

/**
 * How far a question's word and another mean the same, 0..1. A name is like no other word but one that begins as it does,
 * and a number like none; a word that is only near in meaning counts for little.
 */
export function alike(asked: Word, other: Term): number {
  if (asked.stem === other.stem) return 1;
  if (asked.isNumber) return 0;
  const beginning = commonBeginning(asked.stem, other.stem);
  if (asked.isCapital && asked.at > 0) return beginning;
  const related = relatedness(asked.text, other.text);
  return Math.max(beginning, related >= 0.55 ? related : related * 0.7);
}

/** A word counts as a statement's own from this weight on; what it has of its surroundings makes no word common. */
const ownWeight = 0.8;
