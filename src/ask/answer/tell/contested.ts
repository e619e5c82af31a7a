/** Questions for a contested matter as a whole, or for one side of it. */
import type { Actor, OpenQuestion, Statement } from '../../../story/index.ts';
import { placedWordsOf } from '../../words/words.ts';
import { analyse } from '../question/analyse.ts';
import { leavesWayOpen } from '../rank/left-open/leaves-open.ts';
import type { Reading } from '../rank/reading.ts';
import type { Signed } from '../rank/signs.ts';
import { isVoiceOf } from '../story/actors.ts';
import { speakerOf } from '../story/doers.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { matterOf, openCauseOf, sideOf, sidesOf, type Told } from './sides.ts';

/**
 * The sides of what was asked for, where that is a matter that the story holds open.
 * @param sure what surely answers; undefined where nothing does
 */
export function contestedBy(
  index: StoryIndex,
  reading: Reading,
  candidates: readonly Signed[],
  sure: Signed | undefined,
): Told | undefined {
  const side = sideAskedFor(index, reading);
  if (side) return side;
  const doer = contestedDoerOf(index, reading, candidates);
  if (doer) return sidesOf(doer, [], candidates);
  const asked = matterAskedFor(index, reading);
  if (asked) return sidesOf(asked, sure && !isSideOf(asked, sure) ? [sure.statement] : [], candidates);
  const where = whereaboutsOf(index, reading, candidates[0]);
  return where ? sidesOf(where, [], candidates) : grantedDay(index, reading, candidates);
}

/** “Is it still closed?” may be told by what is no side of whether it had to be. */
function isSideOf({ positions }: OpenQuestion, { statement }: Signed): boolean {
  return positions.some(({ id }) => id === statement.id);
}

/** “Where did the cars go?”, of what tells that they left, and the story holds open where to. */
function whereaboutsOf({ story }: StoryIndex, reading: Reading, best: Signed | undefined): OpenQuestion | undefined {
  if (!best || !leavesWayOpen(undefined, best.statement, reading)) return undefined;
  const { id } = best.statement;
  return story.openQuestions.find(({ asks, about }) => about.includes(id) && analyse(asks).for === 'where');
}

/** “When did Iran attack?” takes for granted who did it: the event, which has the day, and the sides of what is taken. */
function grantedDay(index: StoryIndex, reading: Reading, candidates: readonly Signed[]): Told | undefined {
  if (reading.asked.for !== 'when' || !reading.roles.doer) return undefined;
  const matter = index.story.openQuestions.find((each) => isAskedBy(index, reading, each));
  const event = index.story.events.find((each) => matter && openCauseOf(index, each) === matter);
  return matter && event && sidesOf(matter, [event], candidates);
}

/** “Who did it?”, “and who denied it?”: of what was last shown, else of the only matter of that kind. */
function sideAskedFor(index: StoryIndex, { question, last: [last] }: Reading): Told | undefined {
  const done = doneForm.test(question) ? doneBy(index, last) : undefined;
  if (done) return sidesOf(done, [], []);
  const [, against, says, verb = against ?? says] = sideForm.exec(question) ?? [];
  if (verb === undefined) return undefined;
  const isAgainst = againstForm.test(verb);
  const [only, another] = index.story.openQuestions;
  if (!last) return only && !another ? sideOf(index, only, isAgainst) : undefined;
  const matter = isAgainst ? matterOf(index, last) : matterSaid(index, last);
  if (matter) return sideOf(index, matter, isAgainst, last);
  return !isAgainst && speakerOf(last) ? { statements: [last] } : undefined;
}

/** The open question who did what was last shown, or the only one of that kind. */
function doneBy(index: StoryIndex, last: Statement | undefined): OpenQuestion | undefined {
  const done = last ? [last] : index.story.events;
  const [open, another] = new Set(done.flatMap((each) => contestedDoer(index, each) ?? []));
  return another ? undefined : open;
}

/** What somebody says who says so: an event's cause is not said with the event, but where that is who did it. */
function matterSaid(index: StoryIndex, statement: Statement): OpenQuestion | undefined {
  return index.questionOf(statement) ?? contestedDoer(index, statement);
}

const doneForm =
  /^\W*(?:(?:and|but|so|then)\s+)?who (?:did|caused|was (?:behind|responsible for)) (?:it|that|this)\W*$/i;
const againstForm = /^(?:den|disput|reject|doubt|contradict)/i;
// “Who believes him?” asks for those who do: not for all who say so.
const sideForm =
  /^\W*(?:(?:and|but|so|then)\s+)?who(?: else| still)?(?: has)? (?:(den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)|doubt(?:s|ed)|contradict(?:s|ed)) (?:it|that|this|so|him|her|them)|(says?|said|claims?|claimed|believes?|vouches for|insists on) (?:it|that|this|so)|((?:makes?|made|levels?|levell?ed|raises?|raised) (?:the|this|that|such an?) (?:accusation|allegation|claim|charge)s?))\W*$/i;

/** The same, where nearly nothing else was asked. */
function contestedDoerOf(index: StoryIndex, { question, asked }: Reading, candidates: readonly Signed[]) {
  if (asked.for !== 'who') return undefined;
  const contested = candidates.slice(0, mostLooked).map(({ statement, share }) => {
    if (share < there) return undefined;
    if (statement.kind === 'event') return asked.isUndergoing ? undefined : contestedDoer(index, statement);
    const matter = behindForm.test(question) ? index.questionOf(statement) : undefined;
    return index.story.events.some((event) => matter && contestedDoer(index, event) === matter) ? matter : undefined;
  });
  return contested.find((each) => each !== undefined);
}

/** The open question who did what nobody is named for. */
function contestedDoer(index: StoryIndex, statement: Statement): OpenQuestion | undefined {
  return statement.kind === 'event' && statement.who.includes('not stated') ? openCauseOf(index, statement) : undefined;
}

/** An event that happened on a day or at a place that was asked for has nearly all of that. */
const there = 0.85;
const mostLooked = 3;
const behindForm = /\b(?:behind|responsible|guilty|to blame|did (?:it|this|that))\b/i;

/** “Did Iran do it?”, “was it the sheep?”: names whom or what an open question asks about, and nothing besides that it does not. */
function matterAskedFor(index: StoryIndex, reading: Reading): OpenQuestion | undefined {
  const { asked, mentions, last } = reading;
  if (asked.for !== 'whether') return undefined;
  const matter = index.story.openQuestions.find((each) => isAskedBy(index, reading, each));
  // “Is that certain?” behind an answer is about that.
  const isOnlyThat = mentions.length === 0 && asked.words.every(({ word }) => blameForm.test(word.text));
  return isOnlyThat && last[0] && matter ? matterOf(index, last[0]) : matter;
}

function isAskedBy(index: StoryIndex, reading: Reading, matter: OpenQuestion): boolean {
  const { asks } = matter;
  const { question, asked, mentions, roles } = reading;
  // “Could Iran attack again?” is not whether it did.
  if (aheadForm.test(question) && !aheadForm.test(asks)) return false;
  // “Is it them that Iran was after?” asks of others.
  if (othersForm.test(question)) return false;
  const [subject] = index.names.mentionsIn(placedWordsOf(asks));
  const isAbout = cleftForm.test(question) || (subject !== undefined && isAskedAsDoer(reading, subject.actor));
  if (!isAbout) return false;
  // “Did Iran attack NATO?” is about a deed that the story knows nothing of.
  if (subject && roles.undergoer && !isBeside(index, matter, subject.actor, roles.undergoer)) return false;
  const others = analyse(asks).words;
  const names = new Set(mentions.flatMap(({ words }) => words.map(({ stem }) => stem)));
  const described = asked.words.filter(({ word }) => !word.isStop && !names.has(word.stem));
  return (
    asked.words.some(({ share }) => share > lightest) &&
    // “Is Iran in Albania?” names who is part of it, and asks for something else.
    (described.length > 0 || itForm.test(question)) &&
    described.every((each) => blameForm.test(each.word.text) || index.words.likenessAmong(each, others) >= alike)
  );
}

/** Whether what a matter is about, or one of its sides, names somebody, or one of the two speaks for the other. */
function isBeside(index: StoryIndex, { about, positions }: OpenQuestion, a: Actor, b: Actor): boolean {
  const own = [...about.flatMap((id) => index.byId.get(id) ?? []), ...positions];
  return isVoiceOf(a, b) || own.some((each) => index.namedIn(each).some((actor) => isVoiceOf(actor, b)));
}

/** Of what is to come; “could it have been the sheep?” is of what was. */
const aheadForm = /^\W*(?:and |so |but )?(?:will|would|could|can|may|might)\b(?!.*\b(?:have|be)\b)/i;
const itForm = /\b(?:it|this|that|to blame)\b/i;

/** Whether a question names somebody, and no other one as the doer. */
function isAskedAsDoer({ mentions, roles: { doer, undergoer } }: Reading, subject: Actor): boolean {
  const isSubject = (actor: Actor | undefined) => actor !== undefined && isVoiceOf(actor, subject);
  return mentions.some(({ actor }) => isSubject(actor)) && !isSubject(undergoer) && (!doer || isSubject(doer));
}

const lightest = 0.2;
/** From here on a word stands for one of an open question. */
const alike = 0.45;
/** “Was it the sheep?” */
const cleftForm = /^\W*(?:and |so |but )?(?:was|is|were) (?:it|this|that) (?!(?:be)?cause|due)/i;
/** “Was it them who did it?” asks whether they did. */
const othersForm =
  /^\W*(?:and |so |but )?(?:was|is|were) (?:it|this|that) (?:him|her|them) (?!who\b|behind\b|to blame\b)/i;
const blameForm =
  /^(?:guilty|responsible|blamed?|behind|fault|culprit|certain|sure|true|really|clear|proven|confirmed|involved)$/;
