/** What speaks for a statement in the questions that an editor expected it to answer, and in those that the story holds open. */
import type { Word } from '../../words/words.ts';
import { kindAsked } from '../question/analyse.ts';
import { nothing } from '../story/naive-bayes.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { type Alike, askedKind, leastSame } from './editors-questions.ts';
import type { Reading } from './reading.ts';

/** From 0 to 1. */
export interface ListedSigns {
  /** How like the question the likest of those is that it answers. */
  readonly expected: number;
  /** 1 where one of them asks the same. */
  readonly same: number;
  /** The most that one of them has of the question, by weight. */
  readonly heard: number;
  /** The same of those that ask for the same: a day, or a doer. */
  readonly heardOfKind: number;
  /** The most that was asked of one of those. */
  readonly askedOfKind: number;
  /** What all of them have of the question together. */
  readonly heardInAll: number;
  readonly heardInAllOfKind: number;
  /** How many they are: half a 1 for three. */
  readonly listed: number;
  /** The same of those behind what was last told. */
  readonly listedBehind: number;
  /** How likely it answers, by what all listed questions tell together. */
  readonly likely: number;
  /** The same beside what is likeliest: 1 for that, 0 from afar. */
  readonly likelyLead: number;
  /** How likely nothing answers; the same for all statements. */
  readonly unlikely: number;
}

/** Two questions that are less alike ask something else. */
const leastAlike = 0.3;
const three = 3;

/** The signs of any statement, by its id. */
export function listedSigns(
  index: StoryIndex,
  { words, asked, sought, alike, given, last }: Reading,
): (id: string) => ListedSigns {
  const ofKind = alike.filter(({ isOfKind }) => isOfKind);
  const asSame = alike.filter(({ likeness }) => likeness >= leastSame);
  const same = new Set([...asSame.flatMap(({ answers }) => answers), ...(given ?? [])]);
  const expected = mostBy(alike, ({ likeness }) => (likeness >= leastAlike ? likeness : 0));
  const heard = mostBy(alike, ({ share }) => share);
  const heardOfKind = mostBy(ofKind, ({ share }) => share);
  const askedOfKind = mostBy(ofKind, (each) => each.asked);
  const inAll = index.expected.together.parts(sought);
  const inAllOfKind = index.expected.ofKind(askedKind(asked), ({ asks }) => askedKind(kindAsked(asks))).parts(sought);
  const likelihoodOf = likelihoods(index, words, last[0]?.id);
  const unlikely = likelihoodOf(nothing).likely;
  const behind = last[0] ? index.followUps.countBehind(last[0].id) : 0;
  return (id) => {
    const count = index.expected.countOf(id);
    const likest = expected.get(id) ?? 0;
    const { likely, likelyLead } = likelihoodOf(id);
    return {
      expected: likest,
      same: same.has(id) ? 1 : 0,
      heard: heard.get(id) ?? 0,
      heardOfKind: heardOfKind.get(id) ?? 0,
      askedOfKind: askedOfKind.get(id) ?? 0,
      heardInAll: inAll.get(id) ?? 0,
      heardInAllOfKind: inAllOfKind.get(id) ?? 0,
      listed: count / (three + count),
      listedBehind: behind / (three + behind),
      likely,
      likelyLead,
      unlikely,
    };
  };
}

/** What is as much less likely as this, by its logarithm, is out of the question. */
const far = 6;

interface Likelihood {
  readonly likely: number;
  readonly likelyLead: number;
}

const unheard: Likelihood = { likely: 0, likelyLead: 0 };

/** By answer, how likely it is among all, 0..1, and how near to the likeliest. */
function likelihoods(
  { listed }: StoryIndex,
  words: readonly Word[],
  behind: string | undefined,
): (answer: string) => Likelihood {
  const scores = listed.scores(words, behind);
  const most = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const odds = scores.map((score) => Math.exp(score - most));
  const all = odds.reduce((sum, odd) => sum + odd, 0);
  return (answer) => {
    const place = listed.places.get(answer);
    if (place === undefined) return unheard;
    return {
      likely: (odds[place] ?? 0) / all,
      likelyLead: Math.max(0, 1 + ((scores[place] ?? 0) - most) / far),
    };
  };
}
/** By statement, the most of the questions that it answers; a little less for each that comes before it in the same answer. */
function mostBy(alike: readonly Alike[], of: (question: Alike) => number): Map<string, number> {
  const most = new Map<string, number>();
  for (const question of alike) {
    const value = of(question);
    if (value <= 0) continue;
    for (const [at, id] of question.answers.entries()) most.set(id, Math.max(most.get(id) ?? 0, value - 0.01 * at));
  }
  return most;
}
