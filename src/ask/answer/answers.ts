/** Questions to stories: to one, or to all of them. Keeps stories ready for questions, the most recently asked ones. */
import type { Story } from '../../story/index.ts';
import { answerListed, showStatement } from './answer-given.ts';
import { answerQuestion } from './answer-question.ts';
import { StoryFinder } from './find/story-finder.ts';
import { noQuestion } from './question/no-question.ts';
import { statementsById } from './rank/follow-up.ts';
import { grownTrees } from './rank/grown-trees.ts';
import { learntWords } from './rank/learnt-words.ts';
import { readQuestion } from './rank/read-question.ts';
import { rehearsal } from './rehearsal.ts';
import { StoryIndex } from './story/story-index.ts';
import type { StoryAnswer } from './story-answer.ts';

/** An answer, and the story that gives it. */
export interface Found {
  readonly story: Story;
  readonly answer: StoryAnswer;
  /** How sure the answer is, and by how much the story is about what was asked: 0..1.5, comparable within one search only. */
  readonly fit: number;
}

/** Stories that are kept ready. */
const mostKept = 50;
/** Which stories are asked, where none was named: so many at most, and only those that are so much of the best about it. */
interface Breadth {
  readonly most: number;
  /** 0..1 */
  readonly least: number;
}

/** What a few stories know of it is soon asked, as all of them are kept ready. */
const ofFew: Breadth = { most: 5, least: 0.5 };
const ofMany: Breadth = { most: 2, least: 0.9 };
/** More of them make the next answer hardly any faster. */
const rehearsals = 800;
/** Stories that answers are rehearsed with. */
const mostRehearsed = 5;
/** What it counts that a story is about it, beside how sure its answer is. */
const aboutIt = 0.5;

/** Answers questions about stories. What it reads of the stories last asked it keeps, and reads anew once a story has changed. */
export class Answers {
  /** By the story's id, the last asked last. */
  readonly #kept = new Map<string, StoryIndex>();
  readonly #finder = new StoryFinder();

  /**
   * Puts a question to a story.
   * @param last ids of the statements last shown in this conversation, best first; what "it" or "that" means
   */
  ask(story: Story, question: string, last: readonly string[] = []): StoryAnswer {
    return answerQuestion(this.#indexOf(story), question, statementsById(story, last));
  }

  /** What the editor gave as the answer to a question of the story’s list, by its number from 1; undefined where there is none. */
  editors(story: Story, number: number): { readonly asks: string; readonly answer: StoryAnswer } | undefined {
    const question = story.readersAsk[number - 1];
    return question && { asks: question.asks, answer: answerListed(this.#indexOf(story), number) };
  }

  /** A statement shown by itself; undefined where the story has none of this id. */
  show(story: Story, id: string): StoryAnswer | undefined {
    const index = this.#indexOf(story);
    return index.byId.has(id) ? showStatement(index, id) : undefined;
  }

  /** Puts a question to all stories: the answers of those that are most about it, the best first. */
  askAll(stories: readonly Story[], question: string): Found[] {
    const isFew = stories.length <= mostKept;
    const { most, least } = isFew ? ofFew : ofMany;
    const fitting = this.#finder.find(stories, question, most);
    const bestScore = fitting[0]?.score ?? 0;
    const found = fitting
      .filter(({ score }) => score >= bestScore * least)
      .map(({ story, score }) => {
        const index = isFew ? this.#indexOf(story) : this.#foundIndexOf(story);
        const answer = answerQuestion(index, question);
        return { story, answer, fit: answer.confidence + (aboutIt * score) / bestScore };
      });
    return found.sort((a, b) => b.fit - a.fit);
  }

  /**
   * Reads the tables, and what tells which story is meant, so that the first question need not wait for it: step by step, so
   * that others get their turn in between.
   */
  *prepare(stories: readonly Story[]): Generator {
    yield* this.#finder.prepare(stories);
    const [first] = stories;
    if (!first) return;
    yield learntWords();
    yield grownTrees();
    yield this.#finder.find(stories, first.title, 1);
    yield readQuestion(this.#indexOf(first), first.title, []);
    this.ask(first, first.title);
  }

  /**
   * Rehearses answers, the first of which take thirty times as long, and reads all stories, step by step.
   */
  *rehearse(stories: readonly Story[]): Generator {
    if (stories.length === 0) return;
    const some = stories.slice(0, mostRehearsed);
    for (const story of some) yield* this.#indexOf(story).readListed();
    for (const { story, question, behind } of rehearsal(some, rehearsals)) {
      if (!noQuestion(question)) this.ask(story, question, behind === undefined ? [] : [behind]);
      yield;
    }
    for (const story of stories) {
      if (!takesLong(story)) this.#foundIndexOf(story);
      yield;
    }
  }

  /** Of many stories most are found once: what is made ready for that is not kept, beyond its words, unless it takes long. */
  #foundIndexOf(story: Story): StoryIndex {
    return takesLong(story) ? this.#indexOf(story) : (this.#keptOf(story) ?? new StoryIndex(story));
  }

  #indexOf(story: Story): StoryIndex {
    const index = this.#keptOf(story) ?? new StoryIndex(story);
    this.#kept.delete(story.id);
    this.#kept.set(story.id, index);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return index;
  }

  /** That of this very version of the story. */
  #keptOf(story: Story): StoryIndex | undefined {
    const kept = this.#kept.get(story.id);
    return kept?.story === story ? kept : undefined;
  }
}

/** Lists of what readers ask may be hundreds of questions long. */
function takesLong({ alsoAsked, thenAsked, notTold }: Story): boolean {
  return alsoAsked.length + thenAsked.length + notTold.length > 0;
}
