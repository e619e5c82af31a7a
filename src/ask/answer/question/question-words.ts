/** A question's content words: what describes counts in full, what only asks for little, and phrases as what they mean. */
import type { AskedWord } from '../../text/asked.ts';
import { phrasesIn } from '../../words/phrases.ts';
import { rarityOf } from '../../words/related.ts';
import { type PlacedWord, placedWordsOf, type Word, wordsOf } from '../../words/words.ts';
import { type AskedFor, speaking } from './question-forms.ts';

/** A content word of a question. */
export interface ContentWord {
  readonly word: AskedWord;
  /** How much it counts of the question: 0..1. */
  readonly share: number;
}

/** The content words of a question that asks for something of this kind. */
export function askingWordsOf(question: string, kind: AskedFor): ContentWord[] {
  const isLight = ({ stem }: Word) => asking.get(kind)?.has(stem) || asking.get('any')?.has(stem);
  return contentOf(question.replace(idleForm, ' ')).map((word) => ({ word, share: isLight(word) ? lightShare : 1 }));
}

const lightShare = 0.15;
/** Said of the order of things, not of the things. */
const idleForm =
  /\b(?:t(?:ake|akes|aken|aking|ook) place|at first|in time|at all|so far|by the way|for sure|of course|right now)\b/gi;

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
  wordsOf('happen happened happens happening occur occurred please do done did again still').map(({ stem }) => stem),
);

const asking = new Map(
  Object.entries(askingWords).map(([kind, words]) => [kind, new Set(wordsOf(words).map(({ stem }) => stem))]),
);

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
function rarestOf(words: readonly PlacedWord[]): PlacedWord {
  return words.reduce((rarest, word) => (rarityOf(word.text) > rarityOf(rarest.text) ? word : rarest));
}

/** Without repetitions; a phrase is one, in place of its first word. */
function contentOf(question: string): AskedWord[] {
  const words = placedWordsOf(question);
  const phrases = phrasesIn(words);
  const measure = measureForm.exec(question)?.[1]?.toLowerCase();
  const content = new Map<string, AskedWord>();
  for (const [at, word] of words.entries()) {
    const phrase = phrases.find(({ from, to }) => at >= from && at <= to);
    if (phrase && at === phrase.from) {
      const rarest = rarestOf(words.slice(phrase.from, phrase.to + 1));
      content.set(rarest.stem, { ...rarest, meanings: phrase.meanings });
    }
    const counts = (!word.isStop && !idle.has(word.stem)) || telling.has(word.text);
    if (!phrase && counts && !content.has(word.stem))
      content.set(word.stem, { ...word, meanings: word.text === measure ? (measures[measure] ?? []) : [] });
  }
  return [...content.values()];
}

/** The words right behind "how many" or "number of". */
export function countedIn(question: string): Word[] {
  const behind = /\b(?:how\s+(?:many|much)|(?:number|amount|percentage|share)\s+of)\s+(.*)/i.exec(question)?.[1] ?? '';
  const counted: Word[] = [];
  for (const word of wordsOf(behind)) {
    if (word.isStop && !/^(?:of|the|other|more|new)$/.test(word.text)) break;
    if (!word.isStop) counted.push(word);
    if (counted.length === 3) break;
  }
  return counted;
}
