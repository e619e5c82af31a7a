/** What a statement surely does not tell, though it has most of the question: it tells the same of another year, or of another one. */
import { type Statement, statusOf } from '../../../story/index.ts';
import { lemmaOf } from '../../words/related.ts';
import { type PlacedWord, placedWordsOf, wordsOf } from '../../words/words.ts';
import { isVoiceOf, placeOf } from '../story/actors.ts';
import { dateWords } from '../story/date-words.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { figuresIn } from './figures.ts';
import type { Reading } from './reading.ts';

/** Whether it surely answers another question. */
export function isOffTarget(index: Pick<StoryIndex, 'names'>, statement: Statement, reading: Reading): boolean {
  return (
    isOfAnotherYear(statement, reading) ||
    isDoneToAnother(index, statement, reading) ||
    isCountOnly(statement, reading) ||
    isCalledOffBefore(statement, reading) ||
    isOfNoOther(statement, reading) ||
    isOfNoState(index, statement, reading)
  );
}

/** Whether it tells of other years than the question asks about. */
function isOfAnotherYear({ what, when }: Statement, { question }: Pick<Reading, 'question'>): boolean {
  const asked = Array.from(question.matchAll(yearAskedForm), ({ 1: year }) => year);
  const own = `${what} ${when ? dateWords(when) : ''}`.match(yearForm) ?? [];
  return own.length > 0 && asked.length > 0 && !asked.some((year) => own.some((each) => each === year));
}

/** “In 2020”, “in July of 2020”: “before 2020” is another time. */
const yearAskedForm = /\b(?:in|during|of|for) (?:\p{L}+ )?(?:of )?((?:19|20)\d\d)\b/gu;
const yearForm = /\b(?:19|20)\d\d\b/g;

/**
 * Whether it is done to another one here: “who supports Iran?” is not told by “supported Albania’s move … against Iran”, nor “who
 * condemned Albania?” by “condemns the attack against Albania”.
 */
export function isDoneToAnother(index: Pick<StoryIndex, 'names'>, { what }: Statement, reading: Reading): boolean {
  const [mention, other] = reading.mentions;
  const [before = '', verb = ''] = whoDoesForm.exec(reading.question) ?? [];
  if (!mention || other) return false;
  const { from, to } = placeOf(mention);
  if (from !== before.length || /\p{L}{2}/u.test(reading.question.slice(to))) return false;
  const words = placedWordsOf(what);
  const at = words.findIndex(({ text }) => lemmaOf(text) === lemmaOf(verb.toLowerCase()));
  const behind = at < 0 ? [] : words.slice(at + 1);
  const named = index.names.mentionsIn(behind);
  const next = named.find(({ actor }) => isVoiceOf(actor, mention.actor));
  if (!next) return false;
  return named[0] !== next || isAgainst(behind, next.words[0]);
}

/** “Who condemned Albania?”, up to whom it is done to. */
const whoDoesForm = /^\W*(?:and |so |but )?who(?: else| all)? (\p{L}+) (?:the )?/iu;

/** Whether it only counts those who are asked for: “who are the witnesses?” is not told by “heard nine witnesses”. */
function isCountOnly({ what }: Statement, { question }: Pick<Reading, 'question'>): boolean {
  const asked = lemmaOf(whoAreForm.exec(question)?.[1]?.toLowerCase() ?? '');
  return asked !== '' && figuresIn(what).some(({ text }) => lemmaOf(wordsOf(text).at(-1)?.text ?? '') === asked);
}

/** “Who were the two managers?” */
const whoAreForm =
  /^\W*(?:and |so |but )?who(?:[’']?re| are| were) (?:the|these|those) (?:\p{L}+ |\p{N}+ ){0,2}(\p{L}+s|\p{L}*men|people|children)\W*$/iu;

/** Whether “against” stands before somebody. */
function isAgainst(words: readonly PlacedWord[], named: PlacedWord | undefined): boolean {
  const before = words.slice(0, named ? words.indexOf(named) : 0).map(({ text }) => text);
  const last = before.findLast((text) => text !== 'the');
  return last === 'against';
}

/** “Who attended the summit?”: nobody came to what was called off, though it tells who was to. */
function isCalledOffBefore(statement: Statement, { question }: Pick<Reading, 'question'>): boolean {
  return statement.kind === 'event' && statusOf(statement) === 'called off' && attendedForm.test(question);
}

const attendedForm =
  /\b(?:who|how many(?: \p{L}+){0,2}) (?:all )?(?:(?:has |have |had )?(?:attended|came|come|spoke|spoken|took part|taken part|participated|turned up|showed up)|(?:was|were) there)\b/iu;

/** “What was the biggest attack ever?”, of what tells of one and compares it with no other. */
function isOfNoOther({ what }: Statement, { question }: Pick<Reading, 'question'>): boolean {
  return mostEverForm.test(question) && !comparingForm.test(what);
}

const mostEverForm =
  /\b(?:most|least|worst|best|\p{L}{3,}est) .*\b(?:ever|in history|of all time|in the world|worldwide|on record)\b/iu;
const comparingForm =
  /\b(?:most|least|worst|best|first|only|record|unique|unprecedented|\p{L}{3,}est|never|ever|before|since|no other)\b/iu;

/** “Is Rama Iranian?” asks nothing but what somebody is, in a name, of what does not say that they are anything. */
function isOfNoState(
  { names }: Pick<StoryIndex, 'names'>,
  { what }: Statement,
  { question, asked, mentions: [somebody] }: Reading,
): boolean {
  if (!somebody || !stateAskedForm.test(question)) return false;
  const own = new Set(somebody.words.map(({ stem }) => stem));
  const others = asked.words.filter(({ word }) => !own.has(word.stem));
  if (others.length === 0 || !others.every(({ word }) => word.isCapital)) return false;
  const named = names.mentionsIn(placedWordsOf(what)).filter(({ actor }) => actor === somebody.actor);
  return !named.some((each) => stateForm.test(what.slice(placeOf(each).to)));
}

const stateAskedForm = /^\W*(?:and |so |but )?(?:is|are|was|were) /i;
/** Right behind a name. */
const stateForm = /^,? (?:is|are|was|were) /;
