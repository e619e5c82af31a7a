/** Figures as sentences give them, with their hedge, what they count, and whether they are a length of time or money. */
import { months } from '../../../story/index.ts';
import { keeping } from '../../words/keeping.ts';
import { type Word, wordsOf } from '../../words/words.ts';

export interface Figure {
  /** As the sentence has it: `about 10 passengers`. */
  readonly text: string;
  /** The words that it may count: the next few. */
  readonly counts: readonly Word[];
  readonly kind: 'time' | 'money' | 'share' | 'count';
  /** It has no noun right behind it: "five are missing", "38 of 60". */
  readonly isBare: boolean;
}

const numberWords =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|' +
  'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds|thousands|millions|dozens|half|numerous|several|many|none|once|twice';
const hedges =
  'no more than|no less than|no fewer than|not more than|not less than|about|around|some|nearly|almost|roughly|approximately|at least|at most|more than|less than|fewer than|over|under|up to|between|only|just|every';
const number = `(?:\\p{N}+(?:[.,]\\p{N}+)*|(?:${numberWords})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)`;
const unit = '(?:%|percent|per cent|hundred|thousand|million|billion|trillion|dozen)';
const currency = '(?:US\\$|[$€£¥]|EUR |USD )';
const figureForm = new RegExp(
  `(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-–])((?:(?:${hedges})\\s+)*${currency}?${number}(?:(?:\\s?[-–]\\s?|\\s(?:to|and|or)\\s)${number})?(?:\\s?${unit})*)(?![\\p{L}\\p{N}])(?=((?:[\\s-]+[\\p{L}’'-]+){0,4}))`,
  'giu',
);

const timeForm = /^[\s-]*(?:second|minute|hour|day|week|month|year|decade)s?\b/i;
const moneyForm = /[$€£¥]|\b(?:EUR|USD|dollars?|euros?|pounds?|crowns?|francs?|yen)\b/i;
const monthForm = `(?:${months.join('|')})`;
const monthBefore = new RegExp(`${monthForm}\\s*$`, 'i');
const monthBehind = new RegExp(`^\\s+${monthForm}\\b`, 'i');
const yearForm = /^(?:in |of )?(?:1[5-9]|20)\d\d(?: (?:and|or|to) (?:1[5-9]|20)\d\d)?$/i;

/** The figures of a sentence, in its order. A year or a day of a month counts nothing and is none. */
export const figuresIn = keeping(5000, readFigures);

function readFigures(sentence: string): readonly Figure[] {
  return [...sentence.matchAll(figureForm)].flatMap(({ 1: figure = '', 2: behind = '', index }) => {
    const before = sentence.slice(Math.max(0, index - 12), index);
    if (yearForm.test(figure) || monthBefore.test(before) || monthBehind.test(behind)) return [];
    const counts = wordsOf(behind).filter(({ isStop }) => !isStop);
    const noun = nounBehind(behind);
    return [{ text: `${figure}${noun}`, counts, kind: kindOf(figure, behind), isBare: noun === '' }];
  });
}

function kindOf(figure: string, behind: string): Figure['kind'] {
  if (/%|per ?cent/i.test(figure) || /^\s*per ?cent/i.test(behind)) return 'share';
  if (moneyForm.test(figure) || moneyForm.test(behind.trim().split(/\s+/)[0] ?? '')) return 'money';
  return timeForm.test(behind) ? 'time' : 'count';
}

const pluralForm = /(?:[^su]s|[^aeiou]us|people|children|men|women|staff)$/i;
const partForm =
  /^\s+(?:of|in|on|at|by|for|from|to|with|and|or|who|which|that|was|were|is|are|had|has|have|before|after|over|the|a|an|as|he|she|it|they)$/i;

/** Up to the plural that is counted, where one follows soon: `embassy cars`. */
function nounBehind(behind: string): string {
  const words = behind.split(/(?=\s)/);
  const end = words.findIndex((word) => partForm.test(word));
  const near = words.slice(0, end < 0 ? 3 : Math.min(end, 3));
  const plural = near.findIndex((word) => pluralForm.test(word));
  return near.slice(0, plural + 1).join('');
}
