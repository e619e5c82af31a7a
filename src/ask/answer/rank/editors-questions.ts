/** Questions that an editor listed, as answered or as not told, and those that the story holds open: which are like one that was asked. */
import { keyOf } from '../../words/words.ts';
import type { Kind } from '../question/analyse.ts';
import type { ContentWord } from '../question/question-words.ts';
import { isVoiceOf, type Mention } from '../story/actors.ts';
import type { Expected } from '../story/expected.ts';
import type { ExpectedQuestions } from '../story/expected-questions.ts';
import type { QuestionWord } from '../story/heard.ts';
import type { NamedQuestion } from '../story/named-question.ts';
import type { Roles } from '../story/roles.ts';
import type { StoryIndex } from '../story/story-index.ts';

/** A question like the one that was asked, and what is given as its answer. */
export interface Alike {
  readonly answers: readonly string[];
  /** At most 1; what asks for something else is less alike than its words are, and may be below 0. */
  readonly likeness: number;
  /** The part of what was asked that it has, by weight: 0..1. */
  readonly share: number;
  /** The part of it that was asked. */
  readonly asked: number;
  /** It asks for the same: a day, or a doer. */
  readonly isOfKind: boolean;
  /** Of those that ask the same, what tells the nearest: the part of all words that both have. */
  readonly overlap: number;
}

/** A question that others are compared with. */
interface LookedUp extends NamedQuestion {
  readonly keys: ReadonlySet<string>;
  /** What the story has for each of its words. */
  readonly sought: readonly QuestionWord[];
  /** By term, how far the likest of them stands for it. */
  readonly likest: Float64Array;
}

/** What has less of a question is not like it. */
const leastShare = 0.3;
/** What it takes off that two questions ask for different things: a day and a place, say; and of different doers. */
const [otherKind, otherDoer] = [0.3, 0.3];
/** Two questions that are as alike ask the same. */
export const leastSame = 0.88;
const notTheSame = 0.87;
/** The part of all words of two questions that both have, from which on they are nearly the same words. */
export const nearlyTheseWords = 0.7;

/** Those of the expected questions that have a part of this one, in their order. */
export function questionsLike(index: StoryIndex, among: ExpectedQuestions, question: LookedUp, roles: Roles): Alike[] {
  return among.meeting(question.sought, leastShare).map(({ expected, share }): Alike => {
    const { answers, read } = expected;
    const asked = partAsked(index, expected, question.likest);
    const isOfKind = areOfKind(question.asked, read.asked);
    const apart = (isOfKind ? 0 : otherKind) + (isOfOther(roles, expected) ? otherDoer : 0);
    const likeness = Math.min(share, asked) - apart;
    const isOther = likeness >= leastSame && !isSame(index, question, read);
    return {
      answers,
      likeness: isOther ? notTheSame : likeness,
      share,
      asked,
      isOfKind,
      overlap: likeness >= leastSame ? overlapOf(question.keys, expected) : 0,
    };
  });
}

/** The most alike; of several, the one that has most words in common. */
export function mostAlike(questions: readonly Alike[]): Alike | undefined {
  let [most] = questions;
  for (const each of questions) if (most && isMore(each, most)) most = each;
  return most;
}

function isMore(a: Alike, b: Alike): boolean {
  return a.likeness > b.likeness || (a.likeness === b.likeness && a.overlap > b.overlap);
}

/** The part of all their words that two questions have in common (Jaccard's index), those that only ask with the others. */
function overlapOf(own: ReadonlySet<string>, { words }: Expected): number {
  const others = new Set(words.map(keyOf));
  const common = others.intersection(own).size;
  return common / Math.max(1, own.size + others.size - common);
}

/** What is given as the answer to this very question: nothing where it is listed as not told, undefined where none asks the same. */
export function answersGiven(told: Alike | undefined, untold: Alike | undefined): readonly string[] | undefined {
  if (untold && untold.likeness >= leastSame && (!told || isMore(untold, told))) return [];
  return told && told.likeness >= leastSame ? told.answers : undefined;
}

/** “Did Iran expel diplomats?” is not “did Albania expel diplomats?” */
function isOfOther({ doer }: Roles, expected: Expected): boolean {
  const another = doer && expected.roles.doer;
  return doer !== undefined && another !== undefined && !isVoiceOf(doer, another);
}

/** Questions of one kind ask for the same: when they were told to leave is not when they left, nor at what hour. */
export function askedKind(asked: Kind): string {
  return `${asked.for}${asked.isBidden ? ' bidden' : ''}${asked.isClock ? ' clock' : ''}`;
}

/** The same without making a text, for hundreds of questions. */
function areOfKind(a: Kind, b: Kind): boolean {
  return a.for === b.for && a.isBidden === b.isBidden && a.isClock === b.isClock;
}

/** The part of an expected question's words that was asked, by weight. */
function partAsked({ words }: StoryIndex, expected: Expected, likest: Float64Array): number {
  const weigh = (asking: ContentWord) => ({ term: words.termOf(asking.word) ?? -1, weight: words.weightOf(asking) });
  let [all, found] = [0, 0];
  for (const { term, weight } of expected.weighed(weigh)) {
    all += weight;
    found += weight * (likest[term] ?? 0);
  }
  return all > 0 ? found / all : 0;
}

/**
 * Whether two questions that are alike ask the same: both or none of them says “not”, neither has a name for the other's (“the capital of Iran” is not that of
 * Albania), and they are as alike by the words that only ask (“how big” is not “how many”).
 */
function isSame(index: StoryIndex, a: NamedQuestion, b: NamedQuestion): boolean {
  if (a.asked.isNegated !== b.asked.isNegated) return false;
  const [own, others] = [inFull(a.asked.words), inFull(b.asked.words)];
  const least = Math.min(partIn(index, own, others), partIn(index, others, own));
  return least >= leastSame && !(namesMore(a.named, b.named) && namesMore(b.named, a.named));
}

function namesMore(mentions: readonly Mention[], others: readonly Mention[]): boolean {
  return mentions.some(({ actor }) => others.every((other) => other.actor !== actor));
}

/** Words that only ask weigh hardly anything elsewhere. */
const lightest = 0.16;

function inFull(words: readonly ContentWord[]): ContentWord[] {
  return words.map((asking) => (asking.share < lightest ? { ...asking, share: 1 } : asking));
}

/** The part of some words, by weight, that others stand for. */
function partIn({ words }: StoryIndex, own: readonly ContentWord[], others: readonly ContentWord[]): number {
  const all = own.reduce((sum, asking) => sum + words.weightOf(asking), 0);
  const found = own.reduce((sum, asking) => sum + words.weightOf(asking) * words.likenessAmong(asking, others), 0);
  return all > 0 ? found / all : 0;
}
