/** Whether a thing is told without which one it was, or without how many they were: “a landing for a competition”. */
import type { Statement } from '../../../../story/index.ts';
import { irregularParticiples } from '../../../words/participles.ts';
import { lemmaOf } from '../../../words/related.ts';
import { type PlacedWord, placedWordsOf } from '../../../words/words.ts';
import { placeOf } from '../../story/actors.ts';
import { figuresIn } from '../figures.ts';
import type { Reading } from '../reading.ts';
import { placesOf } from './places.ts';

/** “Which competition was it?”, “what kind of sail?”, of what has the bare noun alone; “which engineers?”, of those whom the story names nowhere. */
export function leavesWhichOpen(_: unknown, { what }: Statement, { question, mentions }: Reading): boolean {
  const end = whichOneForm.exec(question)?.[0].length ?? -1;
  if (mentions.some((each) => each.actor.unnamed && placeOf(each).from === end)) return true;
  const [, plain, noun = plain ?? ''] = whichForm.exec(question) ?? [];
  if (noun === '' || generalForm.test(noun) || /\bor\b/i.test(question)) return false;
  const asked = new Set(placedWordsOf(question).map(({ text }) => lemmaOf(text)));
  const words = placedWordsOf(what);
  const places = placesOf(noun, words);
  const opening = plain === undefined ? openingOrManyForm : openingForm;
  return places.length > 0 && places.every((at) => isBare(what, words, at, asked, opening));
}

const whichOneForm = /^\W*(?:(?:and|so|but) )?(?:which|what (?:are|were) the names of(?: the)?) /i;

const verb = `(?:is|are|was|were|has|have|had|did|does|do|will|would|can|could|may|must|\\p{L}{2,}ed|went|came|took|gave|fell|broke|began|${irregularParticiples})`;
/** The noun, where what follows is surely a verb; it stands second behind “which government websites exactly”. */
const whichForm = new RegExp(
  `^\\W*(?:(?:and|so|but) )?(?:(?:with|by|from) )?(?:which|what (?:kind|sort|type|make|species|brand|breed) of) (?:(\\p{Ll}+)|(?:\\p{Ll}+ )?(\\p{Ll}+) (?:exactly|precisely|in particular)) ${verb}\\b`,
  'iu',
);
const generalForm = /^(?:year|day|date|month|time|hour|week|place|town|city|country|sides?|ones?|people|persons?)$/i;

/** Whether a noun stands there with nothing that tells which: after an article, a number or words of the question, and before none that adds to it. */
function isBare(
  what: string,
  words: readonly PlacedWord[],
  at: number,
  asked: ReadonlySet<string>,
  opening: RegExp,
): boolean {
  const [noun, next] = [words[at], words[at + 1]];
  if (!noun || (noun.isCapital && at > 0)) return false;
  const end = noun.at + noun.text.length;
  const sign = what.slice(end, next?.at).trim();
  if (/^[“:(–—’'-]/.test(sign)) return false;
  if (next && sign === '' && (next.isCapital || next.isNumber || addingForm.test(next.text))) return false;
  if (next && sign === ',' && (next.isCapital || apposingForm.test(next.text))) return false;
  let from = at - 1;
  while (from >= 0 && !isApart(what, words, from) && isOfQuestion(words[from], asked)) from -= 1;
  const before = words[from];
  if (!before || isApart(what, words, from)) return !/[’']\s*$/.test(what.slice(0, words[from + 1]?.at));
  return opening.test(before.text);
}

/** Numbers do not tell which they are, either. */
function isOfQuestion(word: PlacedWord | undefined, asked: ReadonlySet<string>): boolean {
  return word !== undefined && (word.isNumber || (!word.isStop && asked.has(lemmaOf(word.text))));
}

/** Whether a sign stands between a word and the next. */
function isApart(what: string, words: readonly PlacedWord[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  return !word || !next || !/^\s*$/.test(what.slice(word.at + word.text.length, next.at));
}

const openingForm =
  /^(?:an?|some|no|other|several|many|with|by|of|from|for|as|to|and|or|in|on|while|when|after|because|since|against|into)$/;
/** “Numerous websites” may be told of where it is asked which; not where it is asked which exactly. */
const openingOrManyForm = new RegExp(`${openingForm.source}|^(?:numerous|various|certain|dozens|hundreds|thousands)$`);
const addingForm =
  /^(?:of|in|at|on|near|from|for|with|without|called|named|about|between|that|who|which|against|over|to|under|before|after|whose|where|by|as)$/;
const apposingForm = /^(?:an?|the|who|which|called|named|and|including)$/;

/** “How many ferries were turned back?”, of what tells of ferries, and has no number before them, or of hours alone. */
export function leavesCountOpen(_: unknown, { what }: Statement, { asked, question }: Reading): boolean {
  const things = asked.counted.find(({ text }) => pluralForm.test(text));
  if (!things || !/\bhow many\b/i.test(question) || unitForm.test(things.text)) return false;
  if (figuresIn(what).length > 0 && figuresIn(what).every(({ kind }) => kind === 'time')) return true;
  const words = placedWordsOf(what);
  const places = placesOf(things.text, words).filter((at) => pluralForm.test(words[at]?.text ?? ''));
  const isCounted = (at: number) => isNumberAhead(words, at) || isNumber(words[at + 1]);
  return places.length > 0 && !places.some(isCounted) && !unitsForm.test(what);
}

/** Whether a number stands before a thing, and does not count hours or metres: “after two hours firefighters freed him”. */
function isNumberAhead(words: readonly PlacedWord[], at: number): boolean {
  const ahead = words.slice(Math.max(0, at - mostBetween), at);
  // “14 kilometres of pipes” are counted by their length.
  const unit = ahead.findLastIndex(({ text }, n) => unitAheadForm.test(text) && ahead[n + 1]?.text !== 'of');
  return ahead.slice(unit + 1).some(isNumber);
}

const unitAheadForm =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|tons?|tonnes?|kilograms?|degrees?)$/;
const pluralForm = /(?:[^su]s|[^aeiou]us|people|children|men|women|staff)$/;
const unitForm =
  /^(?:times|millions|billions|thousands|hundreds|\p{L}*dollars|euros|hours|days|weeks|months|years|minutes)$/u;
/** “26,000 ornamental coffee and oleander seedlings” */
const mostBetween = 6;
/** Counted by another name, or by none: “calls failed; dispatchers counted 1,340 attempts”, “70 of them”. */
const unitsForm = /\bcount(?:s|ed)?\b|\bof (?:them|these|those)\b/i;
const amountForm =
  /^(?:one|an?|hundreds?|thousands?|millions?|dozens?|half|numerous|several|many|none|no|both|some|most|few|all|every|each|only)$/;

function isNumber(word: PlacedWord | undefined): boolean {
  return word !== undefined && (word.isNumber || amountForm.test(word.text));
}
