/** What a statement's words, and those of its surroundings, have of a question's. */
import type { ContentWord } from '../question/question-words.ts';
import type { Mention } from '../story/actors.ts';
import { actorsOf } from '../story/doers.ts';
import type { StoryIndex } from '../story/story-index.ts';
import type { Covered } from '../story/story-words.ts';
import type { Reading } from './reading.ts';
import type { Weighed } from './weighed.ts';

/** From 0 to 1. */
export interface WordSigns {
  /** The part of the question's words, by weight, that it has, near in meaning or in its surroundings counting less. */
  readonly share: number;
  /** The part that it has in its own words. */
  readonly exact: number;
  /** The part of its own words that the question has. */
  readonly reverse: number;
  /** The part of its id that the question has. */
  readonly handle: number;
  /** How much it has of the question in all: half a 1 for one rare word. */
  readonly mass: number;
  /** How surely its sentence answers as a text. */
  readonly text: number;
  /** 1 where its sentence answers best as a text; less by how far it is behind, down to 0. */
  readonly lead: number;
  /** The heaviest of the question's words that it does not have, as a part of the question. */
  readonly missing: number;
  /** 1 where it has the opposite of one of the question's words. */
  readonly opposite: number;
  /** The question names somebody or something that it does not have. */
  readonly strangeNames: number;
  readonly strangeNumbers: number;
}

/** As the sentence itself has it, in any form. */
const isOwn = (strength: number) => (strength >= 0.95 ? 1 : 0);
/** What the words of a question count that leans wholly on the last answer: they tell next to nothing. */
const wordsOfLeaning = 0.4;

/** The signs of any statement. Its second argument: how its sentence does as a text. */
export function wordSigns(
  index: StoryIndex,
  { asked, sought, mentions, leaning }: Reading,
  weighed: Weighed,
): (covered: Covered, asText: Pick<WordSigns, 'text' | 'lead'>) => WordSigns {
  const own = leaning === 2 ? wordsOfLeaning : 1;
  const terms = new Set(sought.map(({ term }) => term));
  const likenesses = sought.map(({ likeness }) => likeness);
  // “Failed” answers “did it succeed?”
  const turning = asked.for === 'whether' ? [] : sought.map(({ opposites }) => opposites);
  const isTurned = ({ statement, found }: Covered) =>
    turning.some(
      (opposites, n) => opposites.size > 0 && (found[n] ?? 0) < 0.5 && index.words.hasOneOf(statement, opposites),
    );
  const strangers = strangersIn(index, asked.words, mentions);
  return (covered, asText) => {
    const { statement, share, found } = covered;
    const { names, numbers } = strangers(covered);
    return {
      share: own * share,
      exact: own * weighed.part(found, isOwn),
      reverse: index.words.partOf(statement, terms),
      handle: index.words.handled(statement, likenesses),
      text: own * asText.text,
      lead: own * asText.lead,
      mass: own * weighed.mass(found),
      missing: weighed.heaviest(found),
      opposite: isTurned(covered) ? 1 : 0,
      strangeNames: Math.min(1, names / 2),
      strangeNumbers: Math.min(1, numbers),
    };
  };
}

interface Strangers {
  readonly names: number;
  readonly numbers: number;
}

const noStrangers: Strangers = { names: 0, numbers: 0 };
/** A word that is found so well is there. */
const present = 0.4;

/** How many names and numbers of the question any statement does not have: it is about somebody or something else. */
function strangersIn(
  index: StoryIndex,
  words: readonly ContentWord[],
  mentions: readonly Mention[],
): (covered: Covered) => Strangers {
  // Most words are neither names nor numbers.
  const suspects = words.flatMap(({ word }, n) => {
    const isNumber = /\d/.test(word.text);
    const isName = !word.isNumber && word.isCapital && word.at > 0 && !index.words.isTopic(word);
    return isNumber || isName ? [{ n, stem: word.stem, isNumber, isName }] : [];
  });
  return ({ statement, found }) => {
    if (suspects.every(({ n }) => (found[n] ?? 0) >= present)) return noStrangers;
    const absent = suspects.filter(({ n }) => (found[n] ?? 0) < present);
    const acting = actorsOf(statement);
    const own = mentions.filter(({ actor }) => acting.some(({ id }) => id === actor.id));
    const strange = absent.filter(
      ({ stem }) => !own.some((mention) => mention.words.some((word) => word.stem === stem)),
    );
    return {
      names: strange.filter(({ isName }) => isName).length,
      numbers: strange.filter(({ isNumber }) => isNumber).length,
    };
  };
}
