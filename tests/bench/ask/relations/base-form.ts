/** The base form of a word by WordNet's lists and rules: `left` is of leave, `mice` of mouse. */
import type { PartOfSpeech, WordNet } from './wordnet.ts';

/** WordNet's rules of detachment: https://wordnet.princeton.edu/documentation/morphy7wn */
const endings: readonly (readonly [string, string, PartOfSpeech])[] = [
  ['s', '', 'n'],
  ['ses', 's', 'n'],
  ['xes', 'x', 'n'],
  ['zes', 'z', 'n'],
  ['ches', 'ch', 'n'],
  ['shes', 'sh', 'n'],
  ['men', 'man', 'n'],
  ['ies', 'y', 'n'],
  ['s', '', 'v'],
  ['ies', 'y', 'v'],
  ['es', 'e', 'v'],
  ['es', '', 'v'],
  ['ed', 'e', 'v'],
  ['ed', '', 'v'],
  ['ing', 'e', 'v'],
  ['ing', '', 'v'],
  ['er', '', 'a'],
  ['est', '', 'a'],
  ['er', 'e', 'a'],
  ['est', 'e', 'a'],
  ['ier', 'y', 'a'],
  ['iest', 'y', 'a'],
];

const doubled = /([bdgklmnprt])\1(ed|ing)$/;

/** Forms that WordNet reads as something else: base form, then its forms. */
const fixed = new Map(
  `be am are is was were been being|have has had having|do does did done doing|go goes went gone|a an|good better best|
bad worse worst|man men|woman women|child children|leave left|news news|less less|united united|people people|media media|
data data|as as|us us|this this|its its|his his`
    .split('|')
    .flatMap((group) => {
      const [base = '', ...forms] = group.trim().split(' ');
      return forms.map((form) => [form, base] as const);
    }),
);

/** Undefined if WordNet knows no such word in any form. */
export function baseOf(word: string, wordNet: WordNet): string | undefined {
  if (fixed.has(word)) return fixed.get(word);
  const own = counted(word, wordNet);
  const best = baseByRule(word, wordNet);
  if (best === undefined) return own === undefined ? undefined : word;
  if (own === undefined || /[^e]ed$/.test(word)) return best;
  if (/(er|est)$/.test(word) && counted(word, wordNet, 'n') !== undefined) return word;
  const share = /ing$/.test(word) ? 0.3 : 1;
  return own > (counted(best, wordNet) ?? 0) * share ? word : best;
}

/** The most usual base of an irregular form; or else of the first rule that finds any. */
function baseByRule(word: string, wordNet: WordNet): string | undefined {
  const bases = (wordNet.exceptions.get(word) ?? []).map(({ base }) => base);
  const irregular = bases.filter((base) => base !== word && /^[a-z]{2,}$/.test(base) && wordNet.senses.has(base));
  const countOf = (base: string) => counted(base, wordNet) ?? 0;
  if (irregular.length > 0) return irregular.sort((a, b) => countOf(b) - countOf(a))[0];
  if (word.length < 4 || /(ss|us|sis|xis)$/.test(word)) return undefined;
  const regular = endings.flatMap(([ending, instead, pos]) => {
    const base = word.slice(0, -ending.length) + instead;
    const fits = word.endsWith(ending) && base.length > 1 && !(/ed$/.test(word) && hasIrregularPast(base, wordNet));
    return fits && counted(base, wordNet, pos) !== undefined ? [base] : [];
  });
  const single = word.replace(doubled, '$1');
  return single !== word && counted(single, wordNet, 'v') !== undefined ? single : regular[0];
}

const pasts = new WeakMap<WordNet, Set<string>>();

/** Whether a verb has another past than one in -ed: `sayed` is no form of say. */
function hasIrregularPast(verb: string, wordNet: WordNet): boolean {
  const known =
    pasts.get(wordNet) ??
    new Set(
      [...wordNet.exceptions]
        .filter(([form]) => !/(ed|ing|s)$/.test(form))
        .flatMap(([, bases]) => bases.flatMap(({ base, pos }) => (pos === 'v' ? [base] : []))),
    );
  pasts.set(wordNet, known);
  return known.has(verb);
}

/** How often the word was met in the tagged texts; undefined if it is none. */
function counted(word: string, wordNet: WordNet, pos?: PartOfSpeech): number | undefined {
  const senses = (wordNet.senses.get(word) ?? []).filter(({ synset }) => pos === undefined || synset[0] === pos);
  if (senses.length === 0) return undefined;
  return senses.reduce((sum, sense) => sum + sense.count, 0.5);
}
