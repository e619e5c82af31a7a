/** What a question asks for: a day, a number, a doer, a cause, somebody's words, or whether something is so. */
import type { AskedWord } from '../asked.ts';
import { phrasesIn } from '../phrases.ts';
import { rarityOf } from '../related.ts';
import { type Word, wordsOf } from '../words.ts';

export type AskedFor =
  | 'when'
  | 'where'
  | 'who'
  | 'how many'
  | 'how long'
  | 'why'
  | 'words'
  | 'whether'
  | 'overview'
  | 'what';

export interface Asked {
  readonly for: AskedFor;
  /** The content words, each with how much of its weight counts: words such as "year" behind "what" ask and do not describe. */
  readonly words: readonly Asking[];
  /** Behind "how many" or "how much": what is counted. */
  readonly counted: readonly Word[];
  readonly isMoney: boolean;
  /** "Where is it?" and not "where did it happen?" */
  readonly isStanding: boolean;
  /** "Who says that?" and not "who did it?" */
  readonly isClaim: boolean;
  /** It asks for what somebody said or thinks. */
  readonly isSaying: boolean;
  /** "What is the name of it?" */
  readonly isName: boolean;
  /** "What happened there?" */
  readonly isHappening: boolean;
  /** Of an overview: what it is all about, or what is new. */
  readonly part?: 'summary' | 'latest';
}

export interface Asking {
  readonly word: AskedWord;
  /** 0..1 */
  readonly share: number;
}

const auxiliary = 'is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|might|must';
const lead = '^(?:(?:and|but|so|ok|okay|also|then|well|hey|hi|please|tell me|do you know|can you tell me)\\b[\\s,]*)*';
const speaking =
  'say|says|said|saying|claim|claims|claimed|state|stated|tell|told|announce|announced|respond|responded|react|reacted|' +
  'comment|commented|think|thinks|argue|argued|answer|answered|reply|replied|explain|explained|describe|described|promise|promised';

/** In this order: the first that fits. */
const forms: readonly (readonly [AskedFor, RegExp])[] = [
  [
    'overview',
    /^(?:(?:the|any|give me(?: an?| the)?|tell me the) )?(?:timeline|chronology|history|summary|overview|latest|news|updates?|recap)\b|\btimeline\b|\b(?:summari[sz]e|sum up|recap)\b|\bwhat(?:'s| is)? (?:(?:all )?this (?:story )?(?:all )?about|new|the latest(?: news)?|going on|happening)\s*(?:so far|here|lately|now|today)?$|\bwhat (?:has |have )?happened\s*(?:so far|here|lately|now|today|yet)?$/,
  ],
  [
    'how long',
    /\bhow long(?! ago)\b|\bhow much time\b|\bhow many (?:hours|days|minutes|weeks|months|years)\b|\bduration\b/,
  ],
  [
    'how many',
    /\bhow (?:many|much)\b|\b(?:what|which) (?:number|amount|percentage|share|proportion)\b|\bnumber of\b|\bhow (?:big|large|high|deep|far|fast|heavy|old|tall|often|wide)\b/,
  ],
  [
    'when',
    /\bwhen\b|\b(?:what|which) (?:day|date|year|month|time|week|hour|weekday)\b|\bhow long ago\b|\bsince when\b|\bdate of\b|\bday of the week\b/,
  ],
  [
    'where',
    /\bwhere\b|\b(?:what|which) (?:place|city|town|country|location|site|area|region|building|address)\b|\b(?:location|whereabouts|address)\b/,
  ],
  [
    'why',
    /\bwhy\b|\bhow come\b|\bwhat for\b|\breasons?\b|\bcauses?\b|\bwhat (?:caused|led to|made|prompted|triggered)\b|\bbecause of what\b|\bon what grounds?\b|\bfor what\b/,
  ],
  [
    'words',
    new RegExp(
      `\\b(?:what|how) (?:(?:did|does|do|has|have|had|is|was|were) )?.*\\b(?:${speaking})\\b|\\bquotes?\\b|\\bquotations?\\b|\\breactions?\\b|\\bresponses?\\b|\\bstatements?\\b|\\b(?:position|stance|view|opinion|version|words)\\b`,
    ),
  ],
  [
    'who',
    /\bwho(?:m|se|'s|s)?\b|\b(?:what|which) (?:person|people|group|party|organi[sz]ation|company|ministry|official|officials|agency|actor|side)\b|\bnames? of\b|\bby whom\b/,
  ],
  [
    'whether',
    new RegExp(`${lead}(?:${auxiliary}|isn't|aren't|wasn't|didn't|hasn't|doesn't)\\b|\\b(?:true|really|correct)\\b`),
  ],
];

/** Words that ask for something and describe nothing, by what they ask for; those under `any` do so everywhere. */
const askingWords: Readonly<Partial<Record<AskedFor | 'any', string>>> = {
  any:
    'know exactly actually mention mentioned story article report according tell told give details detail ' +
    'info information anything something thing things explain kind sort type main anyone someone ' +
    'somebody anybody called name go going get got make made ever already yet else specific true really current currently supposed meant',
  when: 'day date year month time week hour weekday exact began start ago moment occur occurred place',
  where: 'place city town country location site area region address located whereabouts spot find found',
  'how many': 'many much number amount count total percentage share big large high deep far fast size often',
  'how long': 'long time hours hour days day minutes weeks months years last duration period take took give given',
  why: 'reason reasons cause caused causes grounds led made prompted triggered motive explanation come behind',
  words: `${speaking.replaceAll('|', ' ')} quote quotes quoted quotation reaction reactions response statement statements position stance view opinion side version words issue make made put about comment comments`,
  who: 'say says said person people group party organisation organization company official officials agency name names actor responsible behind one',
  overview:
    'timeline chronology history summary overview latest news update updates new events event so far sequence summarise summarize summary recap sum give tell about',
  whether: 'true really correct confirmed case fact possible',
};

/** Words without which a question asks the same. */
const idle: ReadonlySet<string> = new Set(
  wordsOf('happen happened happens happening occur occurred took taken please do done did again still').map(
    ({ stem }) => stem,
  ),
);

const asking = new Map(
  Object.entries(askingWords).map(([kind, words]) => [kind, new Set(wordsOf(words).map(({ stem }) => stem))]),
);

const moneyWords =
  /\bhow much (?:did|does|do|is|was|were|will|would)\b.*\b(?:cost|pay|paid|worth|spend|spent|earn|charge|price|fine|raise|lose|lost)\b|\b(?:price|cost|salary|budget)\b|\bhow much money\b/;

const standingForm = /\bwhere(?:'s| is| are| was| were)\b|\b(?:location|address|whereabouts)\b/;

const claimForm =
  /\bwho (?:else )?(?:says?|said|claims?|claimed|asserts?|asserted|thinks?|believes?|blames?|blamed|accuses?|accused|alleges?|alleged)\b/;

const sayingForm = new RegExp(
  `\\b(?:${speaking}|den(?:y|ies|ied)|accus(?:e|es|ed)|blam(?:e|es|ed)|condemn(?:s|ed)?|support(?:s|ed)?|criticis(?:e|es|ed)|criticiz(?:e|es|ed)|admit(?:s|ted)?|confirm(?:s|ed)?|reject(?:s|ed)?|assert(?:s|ed)?|doubt(?:s|ed)?|apologi[sz](?:e|ed)|demand(?:s|ed)?|warn(?:s|ed)?)\\b`,
);

/** Begins with an auxiliary, and does not ask whether somebody has said when, who or why. */
function isWhether(plain: string): boolean {
  return whetherForm.test(plain) && !embeddedForm.test(plain);
}

const whetherForm = new RegExp(
  `${lead}(?:${auxiliary}|isn't|aren't|wasn't|weren't|didn't|hasn't|haven't|doesn't|don't)\\b`,
);
const embeddedForm =
  /\b(?:say|said|know|known|tell|told|clear|explain|explained|announce|announced|reveal|revealed)\b.*\b(?:when|where|who|why|how)\b/;

/** Reads a question. */
export function analyse(question: string): Asked {
  const plain = question
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[^\p{L}\p{N}'\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = isWhether(plain) ? 'whether' : (forms.find(([, form]) => form.test(plain))?.[0] ?? 'what');
  const words = contentOf(question.replace(idleForm, ' ')).map(({ word }) => ({
    word,
    share: asking.get(found)?.has(word.stem) || asking.get('any')?.has(word.stem) ? lightShare : 1,
  }));
  const part = found === 'overview' ? partForms.find(([, form]) => form.test(plain))?.[0] : undefined;
  return {
    for: found,
    ...(part && { part }),
    words,
    counted: found === 'how many' ? countedIn(question) : [],
    isMoney: moneyWords.test(plain),
    isStanding: standingForm.test(plain),
    isClaim: claimForm.test(plain),
    isSaying: sayingForm.test(plain),
    isName: /\bnames? of\b|\b(?:what|how) (?:is|was|are|were) .+ (?:called|named)\b/.test(plain),
    isHappening: /\bwhat (?:all )?(?:has |have |had )?(?:happen|occurr|took place|went on)/.test(plain),
  };
}

const partForms: readonly (readonly ['summary' | 'latest', RegExp])[] = [
  ['latest', /\b(?:latest|news?|updates?|now|lately|going on|happening)\b/],
  ['summary', /\b(?:summary|summari[sz]e|sum up|overview|recap|about)\b/],
];

const lightShare = 0.15;
/** Said of the order of things, not of the things. */
const idleForm = /\b(?:at first|in time|at all|so far|by the way|for sure|of course|right now)\b/gi;

/** What a measure is told in. */
const measures: Readonly<Record<string, readonly string[]>> = {
  heavy: ['weight', 'weigh', 'kilogram', 'ton'],
  old: ['age', 'year', 'century'],
  tall: ['height', 'meter'],
  high: ['height', 'meter'],
  long: ['length', 'meter', 'kilometer'],
  far: ['distance', 'kilometer'],
  fast: ['speed'],
  deep: ['depth', 'meter'],
  wide: ['width', 'meter'],
  big: ['size', 'area'],
  large: ['size', 'area'],
  strong: ['strength', 'magnitude'],
  often: ['time', 'every'],
};
const measureForm = new RegExp(`\\bhow (${Object.keys(measures).join('|')})\\b`, 'i');

/** Function words that tell one answer from another. */
export const telling: ReadonlySet<string> = new Set(['against', 'behind']);

/** The word that tells most of a phrase: `silent` of go silent. */
function rarestOf(words: readonly Word[]): Word {
  return words.reduce((rarest, word) => (rarityOf(word.text) > rarityOf(rarest.text) ? word : rarest));
}

/** Without repetitions; a phrase is one, in place of its first word. */
function contentOf(question: string): Omit<Asking, 'share'>[] {
  const words = wordsOf(question);
  const phrases = phrasesIn(words.map(({ text }) => text));
  const measure = measureForm.exec(question)?.[1]?.toLowerCase();
  const content = new Map<string, Omit<Asking, 'share'>>();
  for (const [at, word] of words.entries()) {
    const phrase = phrases.find(({ from, to }) => at >= from && at <= to);
    if (phrase && at === phrase.from) {
      const rarest = rarestOf(words.slice(phrase.from, phrase.to + 1));
      content.set(rarest.stem, { word: { ...rarest, meanings: phrase.meanings } });
    }
    const counts = (!word.isStop && !idle.has(word.stem)) || telling.has(word.text);
    if (!phrase && counts && !content.has(word.stem))
      content.set(word.stem, { word: { ...word, meanings: word.text === measure ? (measures[measure] ?? []) : [] } });
  }
  return [...content.values()];
}

/** The words right behind "how many" or "number of". */
function countedIn(question: string): Word[] {
  const behind = /\b(?:how\s+(?:many|much)|(?:number|amount|percentage|share)\s+of)\s+(.*)/i.exec(question)?.[1] ?? '';
  const counted: Word[] = [];
  for (const word of wordsOf(behind)) {
    if (word.isStop && !/^(?:of|the|other|more|new)$/.test(word.text)) break;
    if (!word.isStop) counted.push(word);
    if (counted.length === 3) break;
  }
  return counted;
}
