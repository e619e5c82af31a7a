/** What a story is found by among many: the words of all its texts, and those that one sentence has together. */
import { type Story, statementsOf } from '../../../story/index.ts';
import { wordsOf } from '../../words/words.ts';
import type { QueryTerm } from './postings.ts';

/**
 * What a word counts for each of the editor's wordings that has it, and at most: readers ask in words that no source has. More
 * would draw questions about stories without wordings to those with hundreds.
 */
const [wordingShare, mostOfWordings] = [0.1, 5];
/** Stands behind each sentence. */
const end = -1;

/** A story's words, by their terms. */
export interface FoundBy {
  /** How often it has each; what its wordings have is a part of once. */
  readonly counts: ReadonlyMap<number, number>;
  /** In words, without the wordings. */
  readonly length: number;
  /** The terms of each statement's sentence, one behind the other: a list for each would take twice the room. */
  readonly sentences: Int32Array;
}

/** @param termOf the term of a stem */
export function foundBy(story: Story, termOf: (stem: string) => number): FoundBy {
  const termsIn = (text: string) => contentStems(text).map(termOf);
  const sentences = sentencesOf(story).map(termsIn);
  const terms = [...sentences, ...textsBeside(story).map(termsIn)].flat();
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const ofWordings = story.alsoAsked.flatMap(({ asks }) => [...new Set(termsIn(asks))]);
  for (const [term, { length }] of Map.groupBy(ofWordings, (each) => each))
    counts.set(term, (counts.get(term) ?? 0) + Math.min(mostOfWordings, length * wordingShare));
  return { counts, length: terms.length, sentences: Int32Array.from(sentences.flatMap((each) => [...each, end])) };
}

/** All that a story says, but for the editor's wordings. */
export function textsOf(story: Story): string[] {
  return [...sentencesOf(story), ...textsBeside(story)];
}

function sentencesOf(story: Story): string[] {
  return statementsOf(story).map(({ what }) => what);
}

function textsBeside(story: Story): string[] {
  const { title, name, alsoKnownAs, topics, actors, openQuestions, readersAsk } = story;
  return [
    ...[title, name, ...alsoKnownAs, ...topics],
    ...actors.flatMap((actor) => [actor.name, ...actor.alsoKnownAs, actor.role ?? '']),
    ...openQuestions.map(({ asks }) => asks),
    ...readersAsk.map(({ asks }) => asks),
  ];
}

/** The stems of a text's words, without function words. */
export function contentStems(text: string): string[] {
  return wordsOf(text)
    .filter(({ isStop }) => !isStop)
    .map(({ stem }) => stem);
}

/** What may stand for a word of a question. */
export interface QuestionTerm extends QueryTerm {
  /** The number of that word. */
  readonly word: number;
}

/** The most of a question that one sentence has: of each word the best that stands for it. @param asked by term */
export function mostInSentence(
  { sentences }: Pick<FoundBy, 'sentences'>,
  asked: ReadonlyMap<number, readonly QuestionTerm[]>,
): number {
  const best = new Map<number, number>();
  let most = 0;
  for (const term of sentences) {
    for (const { word, worth } of asked.get(term) ?? none) best.set(word, Math.max(best.get(word) ?? 0, worth));
    if (term !== end || best.size === 0) continue;
    const all = [...best.values()].reduce((sum, worth) => sum + worth, 0);
    most = Math.max(most, all);
    best.clear();
  }
  return most;
}

const none: readonly QuestionTerm[] = [];
