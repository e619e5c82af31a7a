/** The figure that a question asks for: which of a sentence's figures counts it, and whether that is sure. */

import type { Statement } from '../../../story/index.ts';
import { likeness } from '../../words/likeness.ts';
import { wordsOf } from '../../words/words.ts';
import type { Analysis } from '../question/analyse.ts';
import { type Figure, figuresIn } from './figures.ts';

/** How well a sentence's figures fit a question for one: above 0 where they do. */
export function fitOfFigures(what: string, { counted, isMoney, isShare, isAge }: Analysis): number {
  const figures = figuresIn(what);
  if (isAge) return ageForm.test(what) ? 0.2 : -0.2;
  if (isShare) return figures.some(({ kind }) => kind === 'share') ? 0.25 : -0.35;
  if (isMoney) return figures.some(({ kind }) => kind === 'money') ? 0.25 : -0.5;
  if (counted.length === 0) return figures.length > 0 ? 0.1 : -0.25;
  return figures.some((figure) => isCounted(figure, counted.slice(0, 2))) ? 0.25 : figures.length > 0 ? -0.2 : -0.35;
}

/** An age, or the year from which on it is counted. */
const ageForm = /\baged?\b|\byears?[- ]old\b|, \d{1,3}[,.]|\bborn\b|\b(?:1\d|20)\d\d\b|\bcentur(?:y|ies)\b/i;

/** "How many people" counts whoever is a person by their name for it. */
const anyone = /^(?:people|persons?|folks?|men|women|individuals)$/;
const someone =
  /(?:ers|ors|ists|ees|ants|ents|men|women|people|pupils|staff|members|diplomats|residents|victims|children|kids)$/;

function isCounted({ counts }: Figure, counted: Analysis['counted']): boolean {
  return counts.some((word) =>
    counted.some((asked) => likeness(asked, word) >= 0.5 || (anyone.test(asked.text) && someone.test(word.text))),
  );
}

/**
 * The figure that answers: the one that counts what was asked for, or the only one of its kind. None where another could be
 * meant ("37 people were killed, and five are missing"), or where the sentence denies something.
 */
export function figureFor({ what, when }: Statement, asked: Analysis): Figure | undefined {
  const { counted, isMoney, isShare, isEach, for: kind } = asked;
  // Of several years together it is no single one's.
  if (negatedForm.test(what) || ((when?.length ?? 1) > 1 && asked.words.some(({ word }) => word.isNumber)))
    return undefined;
  if (isEach && !eachForm.test(what)) return undefined;
  if (asked.isOften && !oftenForm.test(what)) return undefined;
  const figures = figuresIn(what);
  const ofKind = kindWanted(kind === 'how long', isMoney, isShare);
  if (ofKind !== 'count') return onlyOne(figures.filter((figure) => figure.kind === ofKind));
  const counts = figures.filter((figure) => figure.kind === 'count');
  if (counts.length > 1 && counts.some(({ isBare }) => isBare)) return undefined;
  // The first words behind "how many" are what is counted; others may stand by another figure.
  for (const word of counted) {
    const fitting = counts.filter((each) => isCounted(nounOf(each), [word]));
    if (fitting.length > 0) return onlyOne(fitting.filter((each) => !isOfOthers(each, counted)));
  }
  return counted.length > 0 ? undefined : onlyOne(figures);
}

const oftenForm =
  /\b(?:every|each|per|times?|once|twice|an? (?:hour|day|week|month|year)|daily|weekly|monthly|yearly)\b/i;
const eachForm = /\b(?:each|every|per|apiece|a (?:head|day|week|month|year|person))\b/i;

/** What it counts is its noun, not what stands beside that: two embassy cars are cars. */
function nounOf(figure: Figure): Figure {
  const words = wordsOf(figure.text);
  return figure.isBare ? figure : { ...figure, counts: words.slice(-1) };
}

/** “Four Iranian diplomats” are no Albanian ones. */
function isOfOthers({ text }: Figure, counted: Analysis['counted']): boolean {
  const stems = new Set(wordsOf(text).map(({ stem }) => stem));
  const names = wordsOf(text).filter(({ isCapital }, at) => isCapital && at > 0);
  return names.length > 0 && counted.some(({ isCapital, stem }) => isCapital && !stems.has(stem));
}

/** What is denied has no figure and no doer. */
export const negatedForm =
  /\b(?:nobody|no one|none|never|not|(?:did|had|was|were|is|are|has|have|would)n['’]t|rejected|refused|would have|would be)\b/i;

function kindWanted(isTime: boolean, isMoney: boolean, isShare: boolean): Figure['kind'] {
  if (isTime) return 'time';
  if (isMoney) return 'money';
  return isShare ? 'share' : 'count';
}

function onlyOne(figures: readonly Figure[]): Figure | undefined {
  return figures.length === 1 ? figures[0] : undefined;
}
