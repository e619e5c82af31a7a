/** A story made ready for questions: its statements by their words, and how much of a question each of them has. */
import { type OpenQuestion, type Statement, type Story, statementsOf } from '../../story/index.ts';
import { areOpposites, rarityOf } from '../related.ts';
import { TextIndex } from '../text-index.ts';
import { type Word, wordsOf } from '../words.ts';
import type { ActorNames } from './actors.ts';
import { alike, type Term } from './alike.ts';
import { type Asked, type Asking, analyse } from './analyse.ts';
import { isForeign } from './language.ts';
import { mend } from './mend.ts';
import { type Key, keysOf, readerOf } from './statement-words.ts';

/** How much of a question a statement has. */
export interface Covered {
  readonly statement: Statement;
  /** 0..1, by weight of the question's words. */
  readonly share: number;
  /** How well each of the question's words is found in it, 0..1. */
  readonly found: readonly number[];
}

/** A question that the story holds open or an editor expected, and the ids of what answers it. */
interface Expected {
  readonly asked: Asked;
  readonly answers: readonly string[];
}

/** From this weight on a word that stands elsewhere goes with the sentence. */
const contextWeight = 0.5;
/** A word counts as a statement's own from this weight on; what it has of its surroundings makes no word common. */
const ownWeight = 0.8;
/** Less is no partner. */
const leastLikeness = 0.25;
/** What is only near in meaning counts less than in proportion. */
const doubt = 1.5;
/** How much an opposite counts, where it answers. */
const oppositeWeight = 0.7;
/** Of a word that the whole story is about. */
const topicWeight = 0.4;
/** Words whose partners are kept. */
const mostKept = 2000;

export class StoryIndex {
  readonly story: Story;
  readonly statements: readonly Statement[];
  readonly byId: ReadonlyMap<string, Statement>;
  readonly names: ActorNames;
  /** The statements' sentences as texts, for what depends on their wording alone. */
  readonly texts: TextIndex;
  readonly expected: readonly Expected[];
  readonly #keys: readonly ReadonlyMap<string, Key>[];
  /** The content words of the statements' sentences. */
  readonly #sentences: ReadonlyMap<string, readonly Word[]>;
  readonly #terms = new Map<string, Term>();
  readonly #partners = new Map<string, readonly [string, number][]>();
  readonly #unitsWith = new Map<string, number>();
  /** The stems of the story's name. */
  readonly #topic: readonly string[];
  readonly #vocabulary: ReadonlySet<string>;

  constructor(story: Story) {
    this.story = story;
    this.statements = statementsOf(story);
    this.byId = new Map(this.statements.map((statement) => [statement.id, statement]));
    const reader = readerOf(story, this.byId);
    this.names = reader.names;
    this.#topic = contentOf(story.name).map(({ stem }) => stem);
    this.#sentences = new Map(this.statements.map(({ id, what }) => [id, contentOf(what)]));
    this.#keys = this.statements.map((statement) => keysOf(statement, reader));
    this.texts = new TextIndex(
      this.statements.map(({ id, what }, at) => {
        const others = [...(this.#keys[at]?.values() ?? [])].filter(
          ({ weight }) => weight < 1 && weight >= contextWeight,
        );
        return { id, text: what, also: others.map(({ text }) => text).join(' ') };
      }),
    );
    for (const { stem, text, weight } of this.#keys.flatMap((keys) => [...keys.values()])) {
      this.#terms.set(stem, { text, stem });
      if (weight >= ownWeight) this.#unitsWith.set(stem, (this.#unitsWith.get(stem) ?? 0) + 1);
    }
    const open = story.openQuestions.map(({ id, asks }) => ({ asks, answers: [id] }));
    this.expected = [...story.readersAsk, ...open].map(({ asks, answers }) => ({
      asked: analyse(asks),
      answers: answers.flatMap((id) => this.#withPositions(id)),
    }));
    const others = this.expected.flatMap(({ asked }) => asked.words.map(({ word }) => word.text));
    this.#vocabulary = new Set([...[...this.#terms.values()].map(({ text }) => text), ...others]);
  }

  /** The question with its mistyped words mended. */
  mend(question: string): string {
    return mend(question, this.#vocabulary);
  }

  /** Whether a question is surely in another language than the story. */
  isForeign(question: string): boolean {
    const text = this.statements[0]?.what ?? this.story.title;
    return isForeign(question, this.story.language, text, (word) => this.#vocabulary.has(word));
  }

  /** The open question that a position is about. */
  questionOf(statement: Statement): OpenQuestion | undefined {
    return statement.kind === 'position' ? this.story.openQuestions.find(({ id }) => id === statement.on) : undefined;
  }

  /** Whether its actor has since taken another position on the same matter. */
  isSuperseded(statement: Statement): boolean {
    if (statement.kind !== 'position') return false;
    const { actor, reported, stance } = statement;
    const all = this.questionOf(statement)?.positions ?? [];
    return all.some((other) => other.actor === actor && other.reported > reported && other.stance !== stance);
  }

  /** Whether a statement's sentence has the opposite of a word: the last cars are not the first. */
  hasOpposite({ id }: Statement, { text }: Word): boolean {
    return (this.#sentences.get(id) ?? []).some((other) => areOpposites(text, other.text));
  }

  /** Whether a word says what the whole story is about, and so tells no statement from another. */
  isTopic({ stem }: Term): boolean {
    return this.#topic.some((topic) => stem === topic || (topic.length >= 4 && stem.startsWith(topic)));
  }

  /** What a word weighs: a rare one tells more; one that the story does not know tells most. */
  weightOf({ word, share }: Pick<Asking, 'word' | 'share'>): number {
    if (this.isTopic(word)) return share * topicWeight;
    const count = this.#unitsWith.get(word.stem) ?? 0;
    const plain = Math.min(1.2, Math.max(0.3, (rarityOf(word.text) - 2) / 4));
    return share * plain * (0.5 + Math.log(1 + (this.statements.length - count + 0.5) / (count + 0.5)));
  }

  /** The part of a statement's own words, by weight, that the question has. */
  partOf({ id }: Statement, words: readonly Asking[]): number {
    const asked = new Set(words.map(({ word }) => word.stem));
    const own = (this.#sentences.get(id) ?? []).map((word) => ({ word, weight: this.weightOf({ word, share: 1 }) }));
    const sum = (some: typeof own) => some.reduce((total, { weight }) => total + weight, 0);
    return own.length > 0 ? sum(own.filter(({ word }) => asked.has(word.stem))) / sum(own) : 0;
  }

  /**
   * How much of the question each statement has, in the story's order.
   * @param withOpposites whether "failed" answers "did it succeed?"
   */
  cover(words: readonly Asking[], withOpposites = false): Covered[] {
    const partners = words.map((asking) => this.#partnersOf(asking, withOpposites));
    const weights = words.map((word) => this.weightOf(word));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return this.statements.map((statement, at) => {
      const keys = this.#keys[at];
      const found = partners.map((like) => {
        let best = 0;
        for (const [stem, strength] of like) best = Math.max(best, strength ** doubt * (keys?.get(stem)?.weight ?? 0));
        return best;
      });
      const sum = found.reduce((total, strength, n) => total + strength * (weights[n] ?? 0), 0);
      return { statement, share: all > 0 ? sum / all : 0, found };
    });
  }

  /** The story's stems that a word is like, each with how much. */
  #partnersOf({ word, terms }: Asking, withOpposites: boolean): readonly [string, number][] {
    const key = `${withOpposites ? '-' : ''}${word.isCapital && word.at > 0 ? '^' : ''}${terms.map(({ text }) => text).join(' ')}`;
    const known = this.#partners.get(key);
    if (known) return known;
    const partners: [string, number][] = [];
    for (const [stem, term] of this.#terms) {
      let strength = withOpposites && areOpposites(word.text, term.text) ? oppositeWeight : 0;
      for (const each of terms) strength = Math.max(strength, alike({ ...word, ...each }, term));
      if (strength >= leastLikeness) partners.push([stem, strength]);
    }
    if (this.#partners.size >= mostKept) this.#partners.clear();
    this.#partners.set(key, partners);
    return partners;
  }

  /** The statement of an id, or every position of an open question's. */
  #withPositions(id: string): string[] {
    const question = this.story.openQuestions.find((each) => each.id === id);
    return question ? question.positions.map((position) => position.id) : [id];
  }
}

function contentOf(text: string): Word[] {
  return wordsOf(text).filter(({ isStop }) => !isStop);
}
