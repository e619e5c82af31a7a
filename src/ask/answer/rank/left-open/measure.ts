/** Whether a thing is told without what it measures, costs, shows or is called, and somebody's way without where it led. */
import type { Actor, Statement } from '../../../../story/index.ts';
import { isEnglishWord } from '../../../words/related.ts';
import { wordsOf } from '../../../words/words.ts';
import { placeOf } from '../../story/actors.ts';
import type { StoryIndex } from '../../story/story-index.ts';
import type { Reading } from '../reading.ts';

/** “How old is the driver?”, “how far away is it?”, “what colour was it?”, “how much do they want?”, of what has nothing of the kind. */
export function leavesMeasureOpen(_: unknown, { what }: Statement, { question }: Reading): boolean {
  return measures.some(({ asked, told }) => asked.test(question) && !told.test(what));
}

const numbers = String.raw`\d+|\p{L}+teen|\p{L}+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve`;
const hedges = '(?:about|around|some|almost|nearly|only|just|over|under|perhaps)';
const ofAge = String.raw`aged?|old|anniversar(?:y|ies)|young\p{L}*|born|built|since|dates?|years?|decades?|centur(?:y|ies)`;
const ofSum =
  'half|hundreds?|thousands?|millions?|dozens?|thirds?|quarters?|fifths?|tenths?|twice|double|treble|nothing|no|none|not|free|all|whole|rest|more|less|most|same|symbolic';
const ofWay = String.raw`\p{L}*met(?:re|er)s?|km|miles?|yards?|feet|leagues?|fathoms?|knots|blocks?|steps?|hours?|minutes?|near|close|beside|next|as far`;
const colours =
  'red|blue|green|white|black|yellow|gr[ea]y|orange|brown|pink|purple|violet|gold|golden|silver|dark|pale|colou?r';

/** A number by itself may be an age: “a girl of nine”, “Hale, 52,”. */
const measures = [
  {
    asked: /\bhow old\b/i,
    told: new RegExp(
      String.raw`, \d|\d{4}|\b(?:${ofAge}|(?:of|was|is|were|are|turned|at|between|than) (?:${hedges} )?(?:${numbers}))\b`,
      'iu',
    ),
  },
  {
    asked: /\bhow far\b.*\b(?:away|apart|from)\b|^\W*how far\W*$/i,
    told: new RegExp(String.raw`\b(?:${ofWay})\b`, 'iu'),
  },
  { asked: /\b(?:what|which) colou?rs?\b/i, told: new RegExp(String.raw`\b(?:${colours})`, 'i') },
  {
    asked:
      /\bhow much (?:money|damages|compensation)\b|\bhow much\b.*\b(?:wants?|asks? for|asked for|demand(?:s|ed)?|owe[sd]?|pays?|paid|costs?|receive[sd]?|charge[sd]?|fined|su(?:es|ed|ing)(?: p{L}+)? for|sue(?: p{L}+)? for|earn(?:s|ed)?|spends?|spent|worth)\W*$/i,
    told: new RegExp(String.raw`\d|\b(?:${numbers}|${ofSum})\b`, 'iu'),
  },
];

/** “What did the samples show?”, of what tells that they were taken, and nothing that came of it; a picture may be told of by what is in it. */
export function leavesResultOpen(_: unknown, { what }: Statement, { question }: Reading): boolean {
  return resultAskedForm.test(question) && !pictureForm.test(question) && !resultForm.test(what);
}

const resultAskedForm =
  /^\W*(?:and |so |but )?what (?:did|do|does|have|has|had)\b.*\b(?:shown?|reveal(?:ed)?|proven?|yield(?:ed)?)\W*$/i;
const pictureForm = /\b(?:photo|pictur|mosaic|film|video|cartoon|map|paint|image|clip|post|sign|advert|play|program)/i;
const resultForm =
  /“|:|\b(?:show|reveal|f[oi]und?\b|find|prov|proof|yield|that\b|discover|detect|seen?\b|saw\b|measur|accord|confirm|turned out|contain|h[eo]ld|count|dat(?:e|es|ed)\b|\d+ per ?cent|was\b|is\b|had\b|points?\b)/i;

/** “What is the boy’s name?”, “what is the lifeboat called?”, of what names nobody and nothing. */
export function leavesNameOpen(_: unknown, { what }: Statement, { question }: Reading): boolean {
  if (!nameAskedForm.test(question) || nameForm.test(what)) return false;
  // A sentence may begin with a name: “Nodosoft put it into service.”
  return isEnglishWord(wordsOf(what)[0]?.text ?? '');
}

const nameAskedForm =
  /\bwhat(?:[’']?s| is| was| are| were) (?:(?:the )?(?:(?:full|first|last|real) )?names? of\b|(?:his|her|their|its)(?: \p{L}+)? names?\W*$|.*[’']s? (?:(?:full|first|last|real) )?names?\W*$|(?!it\b|that\b|this\b)(?!.*\bwhen\b).*\b(?:called|named)\W*$)/iu;
/** Whatever is kept secret is spoken of as a name. */
const nameForm = /(?<=[^.!?“‘] )[“‘]?\p{Lu}|“|\bname/u;

/** “Where were they taken?”, of what has no word for a way or a place. */
export function leavesWayOpen(_: unknown, { what }: Statement, { question }: Reading): boolean {
  return wayAskedForm.test(question) && !wayForm.test(what);
}

const wayAskedForm =
  /\bwhere (?:did|do|does|is|are|was|were|has|have|had|will)\b.*\b(?:go|going|gone|head|headed|heading|bound|flee|fled|fly|flown|sail|drive|taken|brought|sent|moved)(?: to)?\W*$/i;
const wayForm =
  /\b(?:to|into|onto|for|towards?|at|in|inside|on|near|back|home|outside|under|across|aboard|along|through|up|between|among|over|behind)\b|\bwith (?!about|some|\d)|\baround (?!noon|midday|midnight|\d)/i;

/** “Where in Albania do they live?”, of what has no place but Albania; “in which town?”, of what has a whole country. */
export function leavesPlaceOpen({ story }: StoryIndex, statement: Statement, { question, mentions }: Reading): boolean {
  if (statement.kind !== 'event' || statement.where === undefined || finerForm.test(statement.what)) return false;
  const { where } = statement;
  const [before = ''] = placeAskedForm.exec(question) ?? [];
  const named = mentions.find((each) => each.words.length > 0 && placeOf(each).from === before.length);
  if (before !== '' && named) return isCalled(named.actor, where);
  return (
    townAskedForm.test(question) && story.actors.some((each) => governmentForm.test(each.name) && isCalled(each, where))
  );
}

function isCalled({ name, alsoKnownAs }: Actor, place: string): boolean {
  return name === place || alsoKnownAs.includes(place);
}

const townAskedForm = /\b(?:in|from|to|near) (?:which|what) (?:town|city|village)\b/i;
/** Of whom a place may be called by its name that is a country. */
const governmentForm = /\bgovernment\b/i;
/** Up to a name. */
const placeAskedForm =
  /^.*\b(?:where(?: exactly)? in|(?:which|what) (?:part|parts|town|city|village|district|area|region) (?:of|in)) /i;
const finerForm =
  /\b(?:at|near|outside|inside|around|beside|from|north|south|east|west|cent(?:er|re)|capital|town|city|village|camp)\b/i;
