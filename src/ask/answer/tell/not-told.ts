/** What a story surely does not tell, whatever comes near: a day on which nothing happened, a voice of somebody who has none. */
import { months, type Span, type When, weekdays } from '../../../story/index.ts';
import { wordSet } from '../../words/word-set.ts';
import { wordsOf } from '../../words/words.ts';
import type { Reading } from '../rank/reading.ts';
import { dateWords } from '../story/date-words.ts';
import type { StoryIndex } from '../story/story-index.ts';

/** Whether the editor lists it as not told, or what is asked for would have to be there, and is not. */
export function isSurelyNotTold(index: StoryIndex, reading: Reading): boolean {
  if (reading.given) return reading.given.length === 0;
  return isEmptyDay(index, reading) || hasNoVoice(index, reading);
}

/** “What happened in August?”, where nothing that the story tells has such a day. */
function isEmptyDay({ statements }: StoryIndex, { asked, words }: Reading): boolean {
  const stems = asked.words.filter(({ share }) => share === 1).map(({ word }) => word.stem);
  if (!asked.isHappening || stems.length === 0 || !stems.every((stem) => isOfDate(stem))) return false;
  if (words.some(({ text }) => beside.has(text))) return false;
  return !statements.some(({ when }) => when && (isOn(when, stems) || when.some((span) => isWithin(span, stems))));
}

function isOn(when: When, stems: readonly string[]): boolean {
  const own = new Set(stemsOf(dateWords(when)));
  return stems.every((stem) => own.has(stem));
}

/** Whether what went on for a while may have done so in a month or a year; in a month of any year, where none is told. */
function isWithin(span: Span, stems: readonly string[]): boolean {
  if (span.kind !== 'interval') return false;
  const first = (span.from?.first ?? '0000').slice(0, 7);
  const last = (span.to?.last ?? '9999').slice(0, 7);
  const month = stems.map((stem) => monthStems.indexOf(stem) + 1).find((number) => number > 0);
  const year = stems.find((stem) => stem.length === 4 && /^\d+$/.test(stem));
  if (month === undefined) return year === undefined || (first.slice(0, 4) <= year && year <= last.slice(0, 4));
  const years = year === undefined ? [first, last].map((end) => end.slice(0, 4)) : [year];
  return years.some((each) => {
    const asked = `${each}-${String(month).padStart(2, '0')}`;
    return first <= asked && asked <= last;
  });
}

/** “Since 2014” is no day. */
const beside = wordSet('after before between since until till from by to or');

function stemsOf(text: string): string[] {
  return wordsOf(text).map(({ stem }) => stem);
}

const monthStems = stemsOf(months.join(' '));
const ofDates = new Set([...monthStems, ...stemsOf(weekdays.join(' '))]);

/** Whether it is the stem of a month or a weekday, or a day or a year in digits. */
export function isOfDate(stem: string): boolean {
  return ofDates.has(stem) || /^\d{1,4}$/.test(stem);
}

/** “Who speaks for NATO?”, where nobody does. */
function hasNoVoice({ story }: StoryIndex, { question, mentions: [asked, another] }: Reading): boolean {
  if (!asked || another || !voiceForm.test(question)) return false;
  return !story.actors.some(({ speaksFor }) => speaksFor?.id === asked.actor.id);
}

export const voiceForm = /^\W*(?:and |so |but )?who (?:speaks|spoke|is speaking|talks|talked) (?:for|on behalf of) /i;
