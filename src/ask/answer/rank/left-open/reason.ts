/** Whether a deed is told without why it was done, or without who commanded it. */
import { type Statement, statusOf } from '../../../../story/index.ts';
import { placedWordsOf } from '../../../words/words.ts';
import type { StoryIndex } from '../../story/story-index.ts';
import { givesReason } from '../fit.ts';
import type { Reading } from '../reading.ts';
import { placesOf } from './places.ts';

/** “Why did police close the road?”, of an event that no cause stands beside, and whose sentence has no reason or aim. */
export function leavesReasonOpen({ story }: StoryIndex, statement: Statement, { question }: Reading): boolean {
  if (!whyForm.test(question) || statement.kind !== 'event' || statusOf(statement) !== 'happened') return false;
  if (statement.because.length > 0 || givesReason(statement) || aimForm.test(statement.what)) return false;
  const isEnd = story.events.some(({ calledOffBy }) => calledOffBy === statement.id);
  return !isEnd && !story.openQuestions.some(({ about }) => about.includes(statement.id));
}

/** “Why not?” asks for what was told last. */
const whyForm = /^\W*(?:(?:and|so|but|then) )?why (?:did|does|do|is|are|was|were|has|have|had)(?: [\p{L}’']+){3,}/iu;
/** What a reason or an aim is told with. */
const aimForm =
  /[“:;]|\b(?:to (?!the\b|an?\b|his\b|her\b|their\b|its\b|\p{Lu}|\d)\p{L}{2,}|for|as|so|amid|on (?:\p{L}+[’']?s? )*orders?|under|without|but|although|despite|who|which|that|when|while|until|where|with|(?:cancel|call)\p{L}* off)\b/u;

/** “Why was the light out?”, of what takes that for a cause itself: “two men drowned because the light was out”. */
export function leavesCauseOpen(_: unknown, { what }: Statement, { question, asked, leaning }: Reading): boolean {
  const from = takenForm.exec(what)?.index ?? 0;
  if (from === 0 || leaning === 2 || !whyWordForm.test(question)) return false;
  const words = placedWordsOf(what);
  const places = asked.words.filter(({ share }) => share === 1).map(({ word }) => placesOf(word.text, words));
  const found = places.filter(({ length }) => length > 0);
  return (
    found.length >= Math.min(2, Math.max(1, places.length)) && found.flat().every((at) => (words[at]?.at ?? 0) > from)
  );
}

const whyWordForm = /\bwhy\b/i;
const takenForm = /\b(?:because(?! of)|after|since|for having)\b/;

/** “Who was in command of the divers?”, of what tells of nobody who is. */
export function leavesLeaderOpen(_: unknown, { what }: Statement, { question }: Reading): boolean {
  return leaderAskedForm.test(question) && !leaderForm.test(what);
}

const leaderAskedForm =
  /\bwho (?:(?:is|was|were|has been|had been) (?:in (?:command|charge)|commanding|heading)|commands|commanded)\b/i;
const leaderForm =
  /\b(?:command|lead|led|head|direct|chief|captain|boss|manag|chair|president|supervis|overs|charge|run|ran|under|minister|mayor|general|colonel)/i;
