/** A story made ready for questions: its statements by their words, and how much of a question each of them has. */
import { type OpenQuestion, type Statement, type Story, statementsOf } from '../../story/index.ts';
import { rarityOf } from '../related.ts';
import { TextIndex } from '../text-index.ts';
import { type Partners, Vocabulary } from '../vocabulary.ts';
import { type Word, wordsOf } from '../words.ts';
import type { ActorNames } from './actors.ts';
import { type Asked, analyse } from './analyse.ts';
import { isForeign } from './language.ts';
import { mend } from './mend.ts';
import type { Asking } from './question-words.ts';
import { type Key, keysOf, readerOf } from './statement-words.ts';

/** How much of a question a statement has. */
export interface Covered {
  readonly statement: Statement;
  /** 0..1, by weight of the question's words. */
  readonly share: number;
  /** How well each of the question's words is found in it, 0..1. */
  readonly found: readonly number[];
}

interface OwnWeights {
  readonly weights: ReadonlyMap<string, number>;
  readonly all: number;
}

/** A question that the story holds open or an editor expected, and the ids of what answers it. */
interface Expected {
  readonly asked: Asked;
  readonly answers: readonly string[];
}

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
/** From this likeness on a word stands for one of an id. */
const ofId = 0.55;
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
  readonly #vocabulary = new Vocabulary();
  /** By statement, how much each term counts as its own. */
  readonly #weights: readonly ReadonlyMap<number, number>[];
  /** The content words of the statements' sentences. */
  readonly #sentences: ReadonlyMap<string, readonly Word[]>;
  /** The terms of each statement's id. */
  readonly #handles: ReadonlyMap<string, readonly number[]>;
  readonly #own = new Map<string, OwnWeights>();
  readonly #partners = new Map<string, Partners>();
  /** By term, how many statements have it as their own. */
  readonly #spread = new Map<number, number>();
  /** The stems of the story's name. */
  readonly #topic: readonly string[];
  /** Every word that it can be asked about by. */
  readonly #words = new Set<string>();

  constructor(story: Story) {
    this.story = story;
    this.statements = statementsOf(story);
    this.byId = new Map(this.statements.map((statement) => [statement.id, statement]));
    const reader = readerOf(story, this.byId);
    this.names = reader.names;
    this.#topic = contentOf(story.name).map(({ stem }) => stem);
    this.#sentences = new Map(this.statements.map(({ id, what }) => [id, contentOf(what)]));
    this.texts = new TextIndex(this.statements.map(({ id, what }) => ({ id, text: what })));
    this.#weights = this.statements.map((statement) => this.#takeIn(keysOf(statement, reader)));
    this.#handles = new Map(
      this.statements.map(({ id }) => [
        id,
        contentOf(id.replaceAll('-', ' ')).map((word) => this.#vocabulary.add(word)),
      ]),
    );
    const open = story.openQuestions.map(({ id, asks }) => ({ asks, answers: [id] }));
    this.expected = [...story.readersAsk, ...open].map(({ asks, answers }) => ({
      asked: analyse(asks),
      answers: answers.flatMap((id) => this.withPositions(id)),
    }));
    for (const { word } of this.expected.flatMap(({ asked }) => asked.words)) {
      this.#vocabulary.add(word);
      this.#words.add(word.text);
    }
  }

  /** Notes a statement's words; returns how much each term counts as its own. */
  #takeIn(keys: ReadonlyMap<string, Key>): Map<number, number> {
    const weights = new Map<number, number>();
    for (const key of keys.values()) {
      const term = this.#vocabulary.add(key);
      weights.set(term, key.weight);
      this.#words.add(key.text);
      if (key.weight >= ownWeight) this.#spread.set(term, (this.#spread.get(term) ?? 0) + 1);
    }
    return weights;
  }

  /** The question with its mistyped words mended. */
  mend(question: string): string {
    return mend(question, this.#words);
  }

  /** Whether a question is surely in another language than the story. */
  isForeign(question: string): boolean {
    const text = this.statements[0]?.what ?? this.story.title;
    return isForeign(question, this.story.language, text, (word) => this.#words.has(word));
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
  hasOpposite({ id }: Statement, asking: Asking): boolean {
    const { opposites } = this.#partnersOf(asking);
    return (
      opposites.size > 0 &&
      (this.#sentences.get(id) ?? []).some(({ stem }) => opposites.has(this.#vocabulary.find(stem) ?? -1))
    );
  }

  /** Whether a word says what the whole story is about, and so tells no statement from another. */
  isTopic({ stem }: Pick<Word, 'stem'>): boolean {
    return this.#topic.some((topic) => stem === topic || (topic.length >= 4 && stem.startsWith(topic)));
  }

  /** What a word weighs: a rare one tells more; one that the story does not know tells most. */
  weightOf({ word, share }: { readonly word: Word; readonly share: number }): number {
    if (this.isTopic(word)) return share * topicWeight;
    const count = this.#spread.get(this.#vocabulary.find(word.stem) ?? -1) ?? 0;
    const plain = Math.min(1.2, Math.max(0.3, (rarityOf(word.text) - 2) / 4));
    return share * plain * (0.5 + Math.log(1 + (this.statements.length - count + 0.5) / (count + 0.5)));
  }

  /** The part of a statement's own words, by weight, that a question has, whose stems these are. */
  partOf({ id }: Statement, asked: ReadonlySet<string>): number {
    const { weights, all } = this.#ownWeights(id);
    let found = 0;
    weights.forEach((weight, stem) => {
      if (asked.has(stem)) found += weight;
    });
    return all > 0 ? found / all : 0;
  }

  /** What the words of a statement's sentence weigh, by their stems. */
  #ownWeights(id: string): OwnWeights {
    const known = this.#own.get(id);
    if (known) return known;
    const words = this.#sentences.get(id) ?? [];
    const weights = new Map(words.map((word) => [word.stem, this.weightOf({ word, share: 1 })]));
    const own = { weights, all: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
    this.#own.set(id, own);
    return own;
  }

  /** The part of an event's or a fact's id that the question has: editors name them by what they are about. */
  handled({ id, kind }: Statement, words: readonly Asking[]): number {
    if (kind === 'position') return 0;
    const parts = this.#handles.get(id) ?? [];
    const found = parts.filter((term) =>
      words.some((each) => (this.#partnersOf(each).likeness.get(term) ?? 0) >= ofId),
    );
    return parts.length > 0 ? found.length / parts.length : 0;
  }

  /**
   * How much of the question each statement has, in the story's order.
   * @param withOpposites whether "failed" answers "did it succeed?"
   */
  cover(words: readonly Asking[], withOpposites = false): Covered[] {
    const partners = words.map((asking) => this.#partnersOf(asking));
    const weights = words.map((word) => this.weightOf(word));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return this.statements.map((statement, at) => {
      const own = this.#weights[at] ?? new Map<number, number>();
      const found = partners.map(({ likeness, opposites }) => {
        let best = 0;
        // Called back rather than walked through: a step of a map's iterator is an object.
        likeness.forEach((alike, term) => {
          best = Math.max(best, alike ** doubt * (own.get(term) ?? 0));
        });
        if (withOpposites) for (const term of opposites) best = Math.max(best, oppositeWeight * (own.get(term) ?? 0));
        return best;
      });
      const sum = found.reduce((total, strength, n) => total + strength * (weights[n] ?? 0), 0);
      return { statement, share: all > 0 ? sum / all : 0, found };
    });
  }

  /** How far a question's word and the best of another's mean the same, 0..1. */
  likenessAmong(asking: Asking, others: readonly Asking[]): number {
    const { likeness } = this.#partnersOf(asking);
    return Math.max(0, ...others.map(({ word }) => likeness.get(this.#vocabulary.find(word.stem) ?? -1) ?? 0));
  }

  /** What the story has for a word. A name is like no other word but one that begins as it does. */
  #partnersOf({ word }: Asking): Partners {
    const isName = word.isCapital && word.at > 0;
    const key = `${isName ? '^' : ''}${word.text} ${word.meanings.join(' ')}`;
    const known = this.#partners.get(key);
    if (known) return known;
    const { likeness, opposites } = this.#vocabulary.partners(word, undefined, isName);
    const partners = { likeness: new Map([...likeness].filter(([, alike]) => alike >= leastLikeness)), opposites };
    if (this.#partners.size >= mostKept) this.#partners.clear();
    this.#partners.set(key, partners);
    return partners;
  }

  /** The statement of an id, or every position of an open question's. */
  withPositions(id: string): string[] {
    const question = this.story.openQuestions.find((each) => each.id === id);
    return question ? question.positions.map((position) => position.id) : [id];
  }
}

function contentOf(text: string): Word[] {
  return wordsOf(text).filter(({ isStop }) => !isStop);
}
