/** A story made ready for questions: its statements by their words, and how much of a question each of them has. */
import { type Actor, type OpenQuestion, type Statement, type Story, statementsOf } from '../../../story/index.ts';
import { TextIndex } from '../../text/text-index.ts';
import { type Partners, Vocabulary } from '../../text/vocabulary.ts';
import { rarityOf } from '../../words/related.ts';
import { type Word, wordsOf } from '../../words/words.ts';
import { type Asked, analyse } from '../question/analyse.ts';
import { isForeign } from '../question/language.ts';
import { mend } from '../question/mend.ts';
import type { Asking } from '../question/question-words.ts';
import type { ActorNames } from './actors.ts';
import { OwnTerms } from './own-terms.ts';
import { eachWordOf, type Reader, readerOf } from './statement-words.ts';

/** How much of a question a statement has. */
export interface Covered {
  readonly statement: Statement;
  /** 0..1, by weight of the question's words. */
  readonly share: number;
  /** How well each of the question's words is found in it, 0..1. */
  readonly found: readonly number[];
}

/** The content words of a statement's sentence, each stem once. */
interface Content {
  readonly words: readonly Word[];
  /** What each weighs. */
  readonly weights: readonly number[];
  readonly all: number;
}

/** A question that the story holds open or an editor expected, and the ids of what answers it. */
export interface Expected {
  readonly asks: string;
  readonly asked: Asked;
  readonly answers: readonly string[];
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
  readonly #own = new OwnTerms();
  /** Whom each statement's sentence names, in its order. */
  readonly #named = new Map<string, readonly Actor[]>();
  /** By the statement's id. */
  readonly #contents: ReadonlyMap<string, Content>;
  /** The terms of each statement's id. */
  readonly #handles: ReadonlyMap<string, readonly number[]>;
  readonly #partners = new Map<string, Partners>();
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
    const contentOf = (text: string) => reader.read(text).words.filter(({ isStop }) => !isStop);
    this.#topic = contentOf(story.name).map(({ stem }) => stem);
    this.texts = new TextIndex(this.statements.map(({ id, what }) => ({ id, text: what, read: reader.read(what) })));
    for (const statement of this.statements) this.#takeIn(statement, reader);
    this.#contents = this.#weigh(contentOf);
    this.#handles = new Map(
      this.statements.map(({ id }) => [
        id,
        contentOf(id.replaceAll('-', ' ')).map((word) => this.#vocabulary.add(word)),
      ]),
    );
    const open = story.openQuestions.map(({ id, asks }) => ({ asks, answers: [id] }));
    this.expected = [...story.readersAsk, ...open].map(({ asks, answers }) => ({
      asks,
      asked: analyse(asks),
      answers: answers.flatMap((id) => this.withPositions(id)),
    }));
    for (const { word } of this.expected.flatMap(({ asked }) => asked.words)) {
      this.#vocabulary.add(word);
      this.#words.add(word.text);
    }
  }

  #takeIn(statement: Statement, reader: Reader) {
    const named = this.names.mentionsIn(reader.read(statement.what).keys).map(({ actor }) => actor);
    this.#named.set(statement.id, named);
    this.#own.beginStatement();
    eachWordOf(statement, named, reader, (word, weight) => {
      const isNew = this.#own.add(this.#vocabulary.add(word), weight);
      if (isNew) this.#words.add(word.text);
    });
  }

  /** What the content words of the statements' sentences weigh. */
  #weigh(contentOf: (text: string) => readonly Word[]): Map<string, Content> {
    const weights = new Map<string, number>();
    const weightOf = (word: Word) => {
      const known = weights.get(word.text);
      if (known !== undefined) return known;
      const weight = this.weightOf({ word, share: 1 });
      weights.set(word.text, weight);
      return weight;
    };
    return new Map(
      this.statements.map(({ id, what }) => {
        const content = contentOf(what);
        const stems = content.map(({ stem }) => stem);
        const words = content.filter(({ stem }, at) => stems.lastIndexOf(stem) === at);
        const own = words.map(weightOf);
        return [id, { words, weights: own, all: own.reduce((sum, weight) => sum + weight, 0) }];
      }),
    );
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

  /** Whom a statement's sentence names, in its order. */
  namedIn({ id }: Statement): readonly Actor[] {
    return this.#named.get(id) ?? [];
  }

  /** Whom an open question names. */
  namedInQuestion({ asks }: OpenQuestion): readonly Actor[] {
    return this.names.mentionsIn(wordsOf(asks)).map(({ actor }) => actor);
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
      (this.#contents.get(id)?.words ?? []).some(({ stem }) => opposites.has(this.#vocabulary.find(stem) ?? -1))
    );
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
    return share * plain * (0.5 + Math.log(1 + (this.statements.length - count + 0.5) / (count + 0.5)));
  }

  /** The part of a statement's own words, by weight, that a question has, whose stems these are. */
  partOf({ id }: Statement, asked: ReadonlySet<string>): number {
    const content = this.#contents.get(id);
    if (!content || content.all === 0) return 0;
    const { words, weights, all } = content;
    return words.reduce((sum, { stem }, n) => sum + (asked.has(stem) ? (weights[n] ?? 0) : 0), 0) / all;
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
    const worths = words.map((asking) => this.#worthOf(asking, withOpposites));
    const weights = words.map((word) => this.weightOf(word));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return this.statements.map((statement, at) => {
      const found = worths.map((worth) => this.#own.best(at, worth));
      const sum = found.reduce((total, strength, n) => total + strength * (weights[n] ?? 0), 0);
      return { statement, share: all > 0 ? sum / all : 0, found };
    });
  }

  /** By term, how far it stands for a question's word. */
  #worthOf(asking: Asking, withOpposites: boolean): Float64Array {
    const worth = new Float64Array(this.#vocabulary.size);
    const { likeness, opposites } = this.#partnersOf(asking);
    for (const [term, alike] of likeness) worth[term] = alike ** doubt;
    if (withOpposites) for (const term of opposites) worth[term] = Math.max(worth[term] ?? 0, oppositeWeight);
    return worth;
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
