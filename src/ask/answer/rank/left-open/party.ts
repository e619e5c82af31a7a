/** Whether a deed is told without who did it or said it, or without whom it was done with: “the trees were planted in 1921”. */
import type { Statement } from '../../../../story/index.ts';
import { isPassiveAt } from '../../../words/participles.ts';
import { lemmaOf } from '../../../words/related.ts';
import { type PlacedWord, placedWordsOf } from '../../../words/words.ts';
import { placeOf } from '../../story/actors.ts';
import { speakerOf } from '../../story/doers.ts';
import type { StoryIndex } from '../../story/story-index.ts';
import type { Reading } from '../reading.ts';
import { placesOf } from './places.ts';

/** “Who planted the trees?”: the sentence leaves it out, or the editor notes that it is not stated. */
export function leavesDoerOpen(index: StoryIndex, statement: Statement, reading: Reading): boolean {
  return isNotStated(index, statement, reading) || isDoneByNobody(index, statement, reading);
}

/** Where it is contested who did it, its sides tell; what the sentence says that something did (“the telescope took pictures”), it tells. */
function isNotStated({ byId, story }: StoryIndex, statement: Statement, { asked, question }: Reading): boolean {
  if (asked.for !== 'who' || asked.isUndergoing || asked.isSaying || asked.isClaim || asked.isName) return false;
  if (statement.kind !== 'event' || statement.who.some((who) => who !== 'not stated')) return false;
  const isContested = (id: string) =>
    byId.get(id)?.kind === 'position' || story.openQuestions.some((matter) => matter.id === id);
  if (statement.who.length === 0 || statement.because.some(isContested)) return false;
  const words = placedWordsOf(statement.what);
  const deed = deedAsked(question, words);
  return deed !== undefined && placesOf(deed, words).every((at) => isPassiveAt(words, at));
}

/** Whether what was done stands in the passive alone, without “by”, and the event has no other doer than whom it was done to. */
function isDoneByNobody({ names }: StoryIndex, statement: Statement, { question }: Reading): boolean {
  const words = placedWordsOf(statement.what);
  const deed = deedAsked(question, words);
  if (deed === undefined || words.some(({ text }) => text === 'by')) return false;
  const [at, another] = placesOf(deed, words);
  if (at === undefined || another !== undefined || !isPassiveAt(words, at)) return false;
  if (statement.kind !== 'event') return true;
  const before = names.mentionsIn(words.slice(0, at)).map(({ actor }) => actor.id);
  return statement.who.every((who) => who === 'not stated' || before.includes(who.id));
}

/** What “who?” or “by whom?” asks the doer of. */
function deedAsked(question: string, words: readonly PlacedWord[]): string | undefined {
  const deed = whoForm.exec(question)?.[1]?.toLowerCase();
  if (deed !== undefined) return sayingForm.test(deed) ? undefined : deed.replace(/ off$/, '');
  const passive = byWhomForm.exec(question)?.[1];
  if (passive === undefined) return undefined;
  const asked = placedWordsOf(passive);
  return asked.find(({ text }, at) => isPassiveAt(asked, at) && placesOf(text, words).length > 0)?.text;
}

const whoForm =
  /^\W*(?:and |so |but )?who (?:(?:has|have|had|first|actually) )*(?!(?:is|are|was|were|been|did|does|do|will|would|can|could|should|may|might|must|else|all)\b)(\p{L}+(?: off)?)/iu;
const byWhomForm = /\bby whom\b(.*)/i;
const sayingForm = /^(?:sa(?:y|ys|id)|think|thinks|thought|claim|claims|claimed|call|calls|called)$/;

/**
 * “To whom was the yacht sold?”, “who did they buy it from?”, of what tells that it was and has no “to” or “from”: somebody right
 * behind the verb (“paid Amalia Cota”) is who got it.
 */
export function leavesPartyOpen(_: unknown, { what }: Statement, { question }: Reading): boolean {
  const [, ahead, behind] = partyForm.exec(question) ?? [];
  const party = (ahead ?? behind)?.toLowerCase();
  const words = placedWordsOf(what);
  if (party === undefined || words.some(({ text }) => text === party)) return false;
  const asked = new Set(placedWordsOf(question).map(({ text }) => lemmaOf(text)));
  const at = words.findIndex(({ text }) => dealing.has(lemmaOf(text)) && asked.has(lemmaOf(text)));
  if (at < 0 || party === 'from') return at >= 0;
  const next = words.slice(at + 1).find(({ text }) => !besideForm.test(text));
  return !next || next.isNumber || next.isStop || asked.has(lemmaOf(next.text));
}

const partyForm =
  /^\W*(?:and |so |but )?(?:(to|from) whom\b|whom? (?:did|has|have|had|was|were|does|do)\b.* (to|from)\W*$)/iu;
/** What somebody does with another one. */
const dealing: ReadonlySet<string> = new Set(
  'sell sale buy give hand take pay send complain return lend get obtain receive inherit donate offer steal borrow rent lease report resign confess promise deliver pass pledge transfer award'
    .split(' ')
    .map(lemmaOf),
);
const besideForm = /^(?:the|an?|his|her|its|their|back|over|in|up|of)$/;

/** “Which NATO official said so?”, of what nobody says who has a name and speaks for NATO. */
export function leavesVoiceOpen(_: unknown, statement: Statement, { question, mentions: [body] }: Reading): boolean {
  const [before = ''] = whichForm.exec(question) ?? [];
  if (before === '' || !body || placeOf(body).from !== before.length) return false;
  if (!officialForm.test(question.slice(placeOf(body).to))) return false;
  const speaker = speakerOf(statement);
  return speaker?.speaksFor?.id !== body.actor.id || speaker.unnamed === true;
}

const whichForm = /^\W*(?:(?:and|so|but) )?which /i;
/** Behind the name of a body. */
const officialForm =
  /^(?:['’]s)? (?:officials?|spokes\p{L}+|officers?|ministers?|diplomats?|politicians?|leaders?)\b/iu;
