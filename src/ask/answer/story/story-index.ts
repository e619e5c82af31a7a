/** A story made ready for questions: its statements, whom they name, their words, and what it expects to be asked. */
import { type Actor, type OpenQuestion, type Statement, type Story, statementsOf } from '../../../story/index.ts';
import { TextIndex } from '../../text/text-index.ts';
import { wordsOf } from '../../words/words.ts';
import { type Asked, analyse } from '../question/analyse.ts';
import { isForeign } from '../question/language.ts';
import { mend } from '../question/mend.ts';
import type { ActorNames } from './actors.ts';
import { eachWordOf, readerOf } from './statement-words.ts';
import { StoryWords } from './story-words.ts';

/** A question that the story holds open or an editor expected, and the ids of what answers it. */
export interface Expected {
  readonly asks: string;
  readonly asked: Asked;
  readonly answers: readonly string[];
}

export class StoryIndex {
  readonly story: Story;
  readonly statements: readonly Statement[];
  readonly byId: ReadonlyMap<string, Statement>;
  readonly names: ActorNames;
  readonly words: StoryWords;
  /** The statements' sentences as texts, for what depends on their wording alone. */
  readonly texts: TextIndex;
  readonly expected: readonly Expected[];
  /** Whom each statement's sentence names, in its order. */
  readonly #named: ReadonlyMap<string, readonly Actor[]>;

  constructor(story: Story) {
    this.story = story;
    this.statements = statementsOf(story);
    this.byId = new Map(this.statements.map((statement) => [statement.id, statement]));
    const reader = readerOf(story, this.byId);
    this.names = reader.names;
    this.#named = new Map(
      this.statements.map(({ id, what }) => [
        id,
        this.names.mentionsIn(reader.read(what).keys).map(({ actor }) => actor),
      ]),
    );
    this.texts = new TextIndex(this.statements.map(({ id, what }) => ({ id, text: what, read: reader.read(what) })));
    this.words = new StoryWords(
      this.statements,
      story.name,
      (statement, take) => eachWordOf(statement, this.namedIn(statement), reader, take),
      (text) => reader.read(text).words.filter(({ isStop }) => !isStop),
    );
    const open = story.openQuestions.map(({ id, asks }) => ({ asks, answers: [id] }));
    this.expected = [...story.readersAsk, ...open].map(({ asks, answers }) => ({
      asks,
      asked: analyse(asks),
      answers: answers.flatMap((id) => this.withPositions(id)),
    }));
    for (const { word } of this.expected.flatMap(({ asked }) => asked.words)) this.words.expect(word);
  }

  /** The question with its mistyped words mended. */
  mend(question: string): string {
    return mend(question, this.words.texts);
  }

  /** Whether a question is surely in another language than the story. */
  isForeign(question: string): boolean {
    const text = this.statements[0]?.what ?? this.story.title;
    return isForeign(question, this.story.language, text, (word) => this.words.texts.has(word));
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

  /** The statement of an id, or every position of an open question's. */
  withPositions(id: string): string[] {
    const question = this.story.openQuestions.find((each) => each.id === id);
    return question ? question.positions.map((position) => position.id) : [id];
  }
}
