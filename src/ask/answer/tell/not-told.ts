/** What a story surely does not tell, whatever comes near: a day on which nothing happened, a voice of somebody who has none. */
import { months, weekdays } from '../../words/calendar.ts';
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
  const dated = statements.flatMap(({ when }) => (when ? [new Set(stemsOf(dateWords(when)))] : []));
  return !dated.some((own) => stems.every((stem) => own.has(stem)));
}

/** “Since 2014” is no day. */
const beside = new Set('after before between since until till from by to or'.split(' '));

function stemsOf(text: string): string[] {
  return wordsOf(text).map(({ stem }) => stem);
}

const ofDates = new Set(stemsOf([...months, ...weekdays].join(' ')));

function isOfDate(stem: string): boolean {
  return ofDates.has(stem) || /^\d{1,4}$/.test(stem);
}

/** “Who speaks for NATO?”, where nobody does. */
function hasNoVoice({ story }: StoryIndex, { question, mentions: [asked, another] }: Reading): boolean {
  if (!asked || another || !voiceForm.test(question)) return false;
  return !story.actors.some(({ speaksFor }) => speaksFor?.id === asked.actor.id);
}

export const voiceForm = /^\W*(?:and |so |but )?who (?:speaks|spoke|is speaking|talks|talked) (?:for|on behalf of) /i;
