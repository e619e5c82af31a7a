/** A story's words: which of its statements has a word, or one that means as much, and what it weighs. */
import type { Statement } from '../../../story/index.ts';
import { type Partners, Vocabulary } from '../../text/vocabulary.ts';
import { Kept } from '../../words/keeping.ts';
import { rarityOf } from '../../words/related.ts';
import type { Word } from '../../words/words.ts';
import { KnownWords } from '../question/known-words.ts';
import type { ContentWord } from '../question/question-words.ts';
import type { QuestionWord } from './heard.ts';
import { OwnContents } from './own-contents.ts';
import { OwnTerms } from './own-terms.ts';
import type { ReadStatements } from './read-statements.ts';

/** How much of a question a statement has. */
export interface Covered {
  readonly statement: Statement;
  /** 0..1, by weight of the question's words. */
  readonly share: number;
  /** How well each of the question's words is found in it, 0..1. */
  readonly found: readonly number[];
}

/** Less is no partner. */
const leastLikeness = 0.25;
/** What is only near in meaning counts less than in proportion. */
const doubt = 1.5;
/** How much an opposite counts, where it answers. */
const oppositeWeight = 0.7;
/** Of a word that the whole story is about. */
const topicWeight = 0.4;
/** From this likeness on a word stands for one of an id. */
const ofId = 0.55;
/** Words whose partners are kept. */
const mostKept = 500;

export class StoryWords {
  readonly #statements: readonly Statement[];
  readonly #vocabulary = new Vocabulary();
  readonly #own: OwnTerms;
  readonly #contents: OwnContents;
  /** The terms of each statement's id. */
  readonly #handles: ReadonlyMap<string, readonly number[]>;
  readonly #partners = new Kept<Partners>(mostKept);
  /** The stems of the story's name. */
  readonly #topic: readonly string[];
  /** Every word that it can be asked about by. */
  readonly known = new KnownWords();

  /** @param topic what the whole story is about */
  constructor(statements: readonly Statement[], topic: readonly Word[], read: ReadStatements) {
    this.#statements = statements;
    this.#topic = topic.map(({ stem }) => stem);
    this.#own = new OwnTerms(
      read,
      read.column(read.findable, (word) => this.expect(word)),
    );
    this.#contents = new OwnContents(statements, read, {
      termOf: (word) => this.#vocabulary.add(word),
      weightOf: (word) => this.weightOf({ word, share: 1 }),
    });
    this.#handles = new Map(
      statements.map(({ id }, at) => [id, read.wordsAt(read.ids, at).map((word) => this.#vocabulary.add(word))]),
    );
  }

  /** Takes in a word that it can be asked about by, such as one of a question that it expects. Returns its term. */
  expect(word: Word): number {
    this.known.add(word.text);
    return this.#vocabulary.add(word);
  }

  /** Whether a statement's sentence has one of some terms. */
  hasOneOf(statement: Statement, terms: ReadonlySet<number>): boolean {
    return this.#contents.hasOneOf(statement, terms);
  }

  /** Whether a word says what the whole story is about, and so tells no statement from another. */
  isTopic({ stem }: Pick<Word, 'stem'>): boolean {
    return this.#topic.some((topic) => stem === topic || (topic.length >= 4 && stem.startsWith(topic)));
  }

  /** What a word weighs: a rare one tells more; one that the story does not know tells most. */
  weightOf({ word, share }: { readonly word: Word; readonly share: number }): number {
    if (this.isTopic(word)) return share * topicWeight;
    const count = this.#own.spread(this.#vocabulary.find(word.stem) ?? -1);
    const plain = Math.min(1.2, Math.max(0.3, (rarityOf(word.text) - 2) / 4));
    return share * plain * (0.5 + Math.log(1 + (this.#statements.length - count + 0.5) / (count + 0.5)));
  }

  /** The part of a statement's own words, by weight, that a question has, whose terms these are. */
  partOf(statement: Statement, asked: ReadonlySet<number>): number {
    return this.#contents.partOf(statement, asked);
  }

  /**
   * The part of an event's or a fact's id that a question has: editors name them by what they are about.
   * @param likenesses those of the question's words
   */
  handled({ id, kind }: Statement, likenesses: readonly ReadonlyMap<number, number>[]): number {
    const parts = this.#handles.get(id) ?? [];
    if (kind === 'position' || parts.length === 0) return 0;
    let found = 0;
    for (const term of parts) if (likenesses.some((likeness) => (likeness.get(term) ?? 0) >= ofId)) found += 1;
    return found / parts.length;
  }

  /**
   * How much of the question each statement has, in the story's order.
   * @param withOpposites whether "failed" answers "did it succeed?"
   */
  cover(words: readonly QuestionWord[], withOpposites = false): Covered[] {
    const worths = words.map((word) => this.#worthOf(word, withOpposites));
    const weights = words.map(({ weight }) => weight);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return this.#statements.map((statement, at) => {
      const found = worths.map((worth) => this.#own.best(at, worth));
      let sum = 0;
      for (let n = 0; n < found.length; n += 1) sum += (found[n] ?? 0) * (weights[n] ?? 0);
      return { statement, share: all > 0 ? sum / all : 0, found };
    });
  }

  /** By term, how far it stands for a question's word. */
  #worthOf({ likeness, opposites }: QuestionWord, withOpposites: boolean): Float64Array {
    const worth = new Float64Array(this.#vocabulary.size);
    for (const [term, alike] of likeness) worth[term] = alike ** doubt;
    if (withOpposites) for (const term of opposites) worth[term] = Math.max(worth[term] ?? 0, oppositeWeight);
    return worth;
  }

  /** By term, how far the likest of a question's words stands for it. */
  likest(words: readonly QuestionWord[]): Float64Array {
    const likest = new Float64Array(this.#vocabulary.size);
    for (const { likeness } of words)
      for (const [term, alike] of likeness) if (alike > (likest[term] ?? 0)) likest[term] = alike;
    return likest;
  }

  /** What the story has for a question's word, and what that weighs. */
  seek(asking: ContentWord): QuestionWord {
    const { likeness, opposites } = this.#partnersOf(asking);
    return { likeness, opposites, term: this.termOf(asking.word) ?? -1, weight: this.weightOf(asking) };
  }

  /** How far a question's word and the best of another's mean the same, 0..1. */
  likenessAmong(asking: ContentWord, others: readonly ContentWord[]): number {
    const { likeness } = this.#partnersOf(asking);
    return Math.max(0, ...others.map(({ word }) => likeness.get(this.termOf(word) ?? -1) ?? 0));
  }

  /** The term of a word; undefined where neither the story nor a question that it expects has it. */
  termOf({ stem }: Word): number | undefined {
    return this.#vocabulary.find(stem);
  }

  /** A name is like no other word but one that begins as it does. */
  #partnersOf({ word }: ContentWord): Partners {
    const isName = word.isCapital && word.at > 0;
    return this.#partners.of(`${isName ? '^' : ''}${word.text} ${word.meanings.join(' ')}`, () => {
      const { likeness, opposites } = this.#vocabulary.partners(word, undefined, isName);
      return { likeness: new Map([...likeness].filter(([, alike]) => alike >= leastLikeness)), opposites };
    });
  }
}
