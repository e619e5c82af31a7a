/** One form for the words that are written in several: irregular verbs and plurals, numbers, and British spelling. */
import { stemmer } from 'stemmer';

/** Base form, then the forms that no suffix rule finds. */
const irregular = `arise arose arisen|bear bore borne|beat beaten|become became|begin began begun|bind bound|bite bit bitten|
bleed bled|blow blew blown|break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|
cling clung|come came|deal dealt|die dying|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|
fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|
forgive forgave forgiven|free freed|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung|hear heard|
hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|learn learnt|leave left|lend lent|lie lying lain|
lose lost|make made|mean meant|meet met|mistake mistook mistaken|overcome overcame|overthrow overthrew overthrown|pay paid|prove proven|
ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|
shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|
spend spent|spin spun|stand stood|steal stole stolen|stick stuck|strike struck stricken|strive strove|swear swore sworn|
sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|
understand understood|undertake undertook undertaken|wake woke woken|wear wore worn|weave wove woven|win won|wind wound|
withdraw withdrew withdrawn|write wrote written|man men|woman women|child children|foot feet|tooth teeth|mouse mice|person people|
life lives|wife wives|leaf leaves|half halves|thief thieves|wolf wolves|criterion criteria|phenomenon phenomena|crisis crises|
analysis analyses|basis bases|datum data|bacterium bacteria|good better best|bad worse worst`;

const numbers = `zero|one first|two second twice|three third thrice|four fourth|five fifth|six sixth|seven seventh|eight eighth|nine ninth|
ten tenth|eleven eleventh|twelve twelfth dozen|thirteen thirteenth|fourteen fourteenth|fifteen fifteenth|sixteen sixteenth|
seventeen seventeenth|eighteen eighteenth|nineteen nineteenth|twenty twentieth`;
const tens =
  'thirty thirtieth|forty fortieth|fifty fiftieth|sixty sixtieth|seventy seventieth|eighty eightieth|ninety ninetieth';

const groups = (list: string) => list.split('|').map((group) => group.trim().split(/\s+/));
const baseOf = new Map(groups(irregular).flatMap(([base = '', ...forms]) => forms.map((form) => [form, base])));
const digitsOf = new Map([
  ...groups(numbers).flatMap((forms, value) => forms.map((form) => [form, String(value)] as const)),
  ...groups(tens).flatMap((forms, n) => forms.map((form) => [form, String((n + 3) * 10)] as const)),
]);

const ordinals = /(st|nd|rd|th|nce|ice|rice)$/;

/** Whether it is a number in letters that counts something; `one` mostly does not. */
export function isCardinal(word: string): boolean {
  return word !== 'one' && digitsOf.has(word) && !ordinals.test(word);
}

/** `travelled`, and not `killed`, whose base has both letters; the stemmer makes one of them in longer ones, as in `installed`. */
const doubledForm = /^(?!(?:fore)?(?:qu|[^aeiou])*[aeiou]ll)(.*l)l(?=(?:ed|ing|ers?|ors?)$)/;

/** British to American by rule: what it makes of other words does no harm, as it makes the same of them everywhere. */
export function american(word: string): string {
  if (word.length < 5) return word === 'grey' ? 'gray' : word;
  return word
    .replace(/our(?=s?$|ed$|ing$|ful$|able$|ite|less$|hood)/, (_, at: number) => (at > 2 ? 'or' : 'our'))
    .replace(/([a-z]{2})is(?=(e|ed|es|er|ers|ing|ation|ations)$)/, '$1iz')
    .replace(/ys(?=(e|ed|es|ing)$)/, 'yz')
    .replace(/([bcdt])re(?=s?$)/, '$1er')
    .replace(doubledForm, '$1')
    .replace(/(def|off|lic|pret)ence/, '$1ense')
    .replace(/ogue(?=s?$)/, 'og')
    .replace(/mme(?=s?$)/, 'm')
    .replace(/ae|oe/, 'e');
}

/** No word is longer: what is stays as it is, since the time that its parts and endings take grows with the square of its length. */
export const longestWord = 60;

/** The form that a folded word shares with its inflections, other spellings and digits. */
export function stemOf(word: string): string {
  if (word.length > longestWord) return word;
  if (/\d/.test(word)) return word.replace(/^(\d+)(st|nd|rd|th|s)$/, '$1');
  return digitsOf.get(word) ?? stemmer(american(baseOf.get(word) ?? word));
}
