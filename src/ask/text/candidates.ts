/** What in a sentence could be an answer: names, days, numbers, places, reasons. */
import { months, weekdays } from '../../story/index.ts';
import { wordSet } from '../words/word-set.ts';
import type { Word } from '../words/words.ts';
import type { AnswerKind } from './answer-kind.ts';

export type CandidateKind = 'name' | 'agent' | 'date' | 'number' | 'place' | 'reason' | 'manner';

/** Which candidates can answer a question for that kind. */
export const candidatesFor: { readonly [K in AnswerKind]: readonly CandidateKind[] } = {
  person: ['name', 'agent'],
  place: ['place', 'name'],
  date: ['date'],
  number: ['number'],
  reason: ['reason'],
  manner: ['manner'],
  thing: [],
  yesno: [],
};

const days = wordSet(
  // May is a verb, too.
  `${[...months, ...weekdays].join(' ').toLowerCase().replace('may ', '')} today yesterday tomorrow century decade night morning evening spring summer autumn winter`,
);
const reasons = wordSet(
  'because due result caused cause led therefore thus reason owing order consequently hence prompted forced after',
);
const manners = wordSet('by through using via with means method');
const beforePlaces = wordSet('in at from near to into outside across around of between');
const placeNouns = wordSet(
  'city town country north south east west northern southern eastern western river capital region state island coast border',
);
const quantities = wordSet('hundred thousand million billion trillion percent half quarter double couple several');
const agents = wordSet(
  'police government ministry agency company parliament council court army people man men woman women group team family ' +
    'navy congress senate committee party union president minister king queen',
);

type Test = (word: Word, at: number, words: readonly Word[]) => boolean;

const tests: { readonly [K in CandidateKind]: Test } = {
  name: (word, at, words) => isName(word, at, words) && !isDate(word, at),
  agent: ({ text }) => agents.has(text) || (text.endsWith('s') && agentForm.test(text)),
  date: isDate,
  number: (word, at) => (word.isNumber || quantities.has(word.text)) && !isDate(word, at),
  place: (word, at, words) =>
    placeNouns.has(word.text) || (beforePlaces.has(words[at - 1]?.text ?? '') && tests.name(word, at, words)),
  reason: ({ text }) => reasons.has(text),
  manner: ({ text }) => manners.has(text),
};

/** Where candidates of a kind stand, as numbers of the words. */
export function candidatesIn(words: readonly Word[], kind: CandidateKind): number[] {
  const places: number[] = [];
  words.forEach((word, at) => {
    if (tests[kind](word, at, words)) places.push(at);
  });
  return places;
}

function isDate({ text, isCapital }: Word, at: number): boolean {
  return days.has(text) || isYear(text) || (text === 'may' && isCapital && at > 0);
}

const agentForm = /[a-z]{3}(er|or|ist|ian)s$/;
const yearForm = /^(1\d{3}|20\d\d)s?$/;

/** Most words are none by their first letter, which is looked at in no time. */
function isYear(text: string): boolean {
  return (text.startsWith('1') || text.startsWith('2')) && yearForm.test(text);
}

/** A capital tells nothing of a sentence's first word, unless another follows it. */
function isName(word: Word, at: number, words: readonly Word[]): boolean {
  if (!word.isCapital || word.isStop) return false;
  return at > 0 || words[1]?.isCapital === true;
}
