/** A story made ready for questions: its statements, whom they name, their words, and what it expects to be asked. */
import {
  type Actor,
  givenUpLast,
  type OpenQuestion,
  type Statement,
  type Story,
  statementsOf,
} from '../../../story/index.ts';
import { TextIndex } from '../../text/text-index.ts';
import type { Word } from '../../words/words.ts';
import { wordsOf } from '../../words/words.ts';
import { withoutCourtesy } from '../question/courtesy.ts';
import { isForeign } from '../question/language.ts';
import { mend } from '../question/mend.ts';
import { inPlainForm, plainly } from '../question/plainly.ts';
import { ActorNames } from './actors.ts';
import { Expected, wordsAsked } from './expected.ts';
import { ExpectedQuestions } from './expected-questions.ts';
import { FollowUps, type ListedBehind } from './follow-ups.ts';
import { NaiveBayes } from './naive-bayes.ts';
import { readNamed } from './named-question.ts';
import { readStatements } from './read-statements.ts';
import { StatementKeys } from './statement-keys.ts';
import { StoryWords } from './story-words.ts';

/** What is read of one story; a story that has changed needs another one. */
export class StoryIndex {
  readonly story: Story;
  readonly statements: readonly Statement[];
  readonly byId: ReadonlyMap<string, Statement>;
  readonly names: ActorNames;
  readonly words: StoryWords;
  /** The statements' sentences as texts, for what depends on their wording alone. */
  readonly texts: TextIndex;
  /** The words of the statements' sentences, as learnt tables call them. */
  readonly keys: StatementKeys;
  readonly expected: ExpectedQuestions;
  /** The questions that the story is known not to answer. */
  readonly untold: ExpectedQuestions;
  /** What readers ask once something was told. */
  readonly followUps: FollowUps;
  /** What all of these tell together of what answers a question. */
  readonly listed: NaiveBayes;
  readonly #read = (asks: string) => readNamed(this.names, asks);
  /** Whom each statement's sentence names, in its order. */
  readonly #named: ReadonlyMap<string, readonly Actor[]>;

  constructor(story: Story) {
    this.story = story;
    this.statements = statementsOf(story);
    this.byId = new Map(this.statements.map((statement) => [statement.id, statement]));
    this.names = new ActorNames(story);
    const expected = this.#expect(story);
    const read = readStatements(story, () => ({ byId: this.byId, names: this.names, asked: wordsAsked(expected) }));
    const textOf = ({ id, what }: Statement, at: number) => ({
      id,
      text: what,
      read: { words: read.wordsAt(read.sentences, at), meant: read.wordsAt(read.meant, at) },
    });
    this.#named = new Map(
      this.statements.map(({ id }, at) => [id, read.named.at(at).flatMap((place) => story.actors[place] ?? [])]),
    );
    this.keys = new StatementKeys(this.statements, read);
    this.texts = new TextIndex(this.statements.map(textOf));
    this.words = new StoryWords(
      this.statements,
      wordsOf(story.name).filter(({ isStop }) => !isStop),
      read,
    );
    const termOf = (word: Word) => this.words.expect(word);
    const untold = story.notTold.map((asks) => new Expected(inPlainForm(asks), [], this.#read));
    this.expected = new ExpectedQuestions(expected, termOf);
    this.untold = new ExpectedQuestions(untold, termOf);
    const behind = this.#listedBehind(story);
    this.followUps = new FollowUps(behind, (asks) => wordsOf(this.plainly(asks)));
    const followUps = behind.map((each) => ({ ...each, words: wordsOf(inPlainForm(each.asks)) }));
    this.listed = new NaiveBayes([...expected, ...untold, ...followUps]);
  }

  #expect({ readersAsk, alsoAsked, openQuestions }: Story): Expected[] {
    const open = openQuestions.map(({ id, asks }) => ({ asks, answers: [id] }));
    return [...readersAsk, ...alsoAsked, ...open].map(({ asks, answers }) => {
      const statements = answers.flatMap((id) => this.withPositions(id));
      return new Expected(inPlainForm(asks), statements, this.#read);
    });
  }

  /** Reads what it expects to be asked, step by step: each is read when a question is like it, at the latest. */
  *readListed(): Generator {
    yield* this.expected.readAll();
    yield* this.untold.readAll();
  }

  #listedBehind({ thenAsked }: Story): ListedBehind[] {
    return thenAsked.map(({ behind, asks, answers }) => ({
      asks,
      answers: answers.flatMap((id) => this.withPositions(id)),
      behind: this.withPositions(behind),
    }));
  }

  /** What is asked, without what is said around it, its mistyped words mended, in its plainest form. */
  plainly(typed: string): string {
    return plainly(mend(withoutCourtesy(typed), this.words.known));
  }

  /** Whether a question is surely in another language than the story. */
  isForeign(question: string): boolean {
    const text = this.statements[0]?.what ?? this.story.title;
    return isForeign(question, this.story.language, text, (word) => this.words.known.has(word));
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

  /** The statement of an id, or every position of an open question's, last those that were given up. */
  withPositions(id: string): string[] {
    const question = this.story.openQuestions.find((each) => each.id === id);
    return question ? givenUpLast(question.positions, question).map((position) => position.id) : [id];
  }
}
