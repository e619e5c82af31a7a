/** Figures as sentences give them, with their hedge, what they count, and whether they are a length of time or money. */
import { wordsOf } from '../words.ts';

export interface Figure {
  /** As the sentence has it: `about 10 passengers`. */
  readonly text: string;
  /** The stems of the words that it may count: the next few. */
  readonly counts: readonly string[];
  readonly kind: 'time' | 'money' | 'share' | 'count';
}

const number =
  '(?:\\p{N}+(?:[.,]\\p{N}+)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds|thousands|dozens|millions|half|numerous|several|some of|many|none|no)';
const hedge =
  '(?:about|around|some|nearly|almost|roughly|approximately|at least|at most|more than|less than|fewer than|over|under|up to|between|only|just)';
const unit = '(?:%|percent|per cent|hundred|thousand|million|billion|trillion|dozen)';
const currency = '[$€£¥]|US\\$|EUR|USD';
const figureForm = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:${hedge}\\s+)*(?:${currency})?\\s?${number}(?:\\s?(?:-|–|to|and|or)\\s?${number})?(?:\\s?${unit})*)(?![\\p{L}\\p{N}])((?:[\\s-]+[\\p{L}’'-]+){0,4})`,
  'giu',
);

const timeForm = /^\W*(?:\S+\s+)?(?:second|minute|hour|day|week|month|year|decade)s?\b/i;
const moneyForm = /[$€£¥]|\b(?:EUR|USD|dollars?|euros?|pounds?|crowns?|francs?|yen)\b/i;
/** A number that is a year or a day of a month counts nothing. */
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const dateForm = /^(?:(?:1[5-9]|20)\p{N}{2})$|^\p{N}{1,2}$/u;

/** The figures of a sentence, in its order. */
export function figuresIn(sentence: string): Figure[] {
  return [...sentence.matchAll(figureForm)].flatMap(({ 1: figure = '', 2: behind = '', index }) => {
    const before = sentence.slice(Math.max(0, index - 12), index);
    if (isDate(figure.trim(), before, behind)) return [];
    const counts = wordsOf(behind)
      .filter(({ isStop }) => !isStop)
      .map(({ stem }) => stem);
    const kind = kindOf(figure, behind);
    return [{ text: `${figure}${nounBehind(behind)}`.trim(), counts, kind }];
  });
}

function kindOf(figure: string, behind: string): Figure['kind'] {
  if (/%|per ?cent/i.test(figure) || /^\s*per ?cent/i.test(behind)) return 'share';
  if (moneyForm.test(figure) || moneyForm.test(behind.split(/\s+/).slice(0, 2).join(' '))) return 'money';
  return timeForm.test(behind) ? 'time' : 'count';
}

function isDate(figure: string, before: string, behind: string): boolean {
  if (!dateForm.test(figure)) return false;
  const besideMonth =
    new RegExp(`(?:${months})\\s*$`, 'i').test(before) || new RegExp(`^\\s+(?:${months})\\b`, 'i').test(behind);
  return (
    besideMonth ||
    (/^\p{N}{4}$/u.test(figure) && /\b(?:in|since|of|until|by|from|and|to|before|after|during)\s*$/i.test(before))
  );
}

/** Up to the noun: words that begin a new part of the sentence end it. */
function nounBehind(behind: string): string {
  const words = behind.split(/(?=\s)/);
  const end = words.findIndex((word) =>
    /^\s+(?:of|in|on|at|by|for|from|to|with|and|or|who|which|that|was|were|is|are|had|has|have|before|after|over|the|a|an|as|he|she|it|they)$/i.test(
      word,
    ),
  );
  return words.slice(0, end < 0 ? 2 : Math.min(end, 2)).join('');
}
