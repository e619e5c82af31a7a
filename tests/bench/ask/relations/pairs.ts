/** What a word of a text may say for a word of a question, by WordNet: kind of relation and weight. */
import type { Lemma } from './forms.ts';
import { pruneNarrower } from './narrower.ts';
import type { Vectors } from './vectors.ts';
import type { Pointer, Synset, WordNet } from './wordnet.ts';

/**
 * Measured on the training questions of SQuAD 1.1 and SelQA: how much oftener a word that stands in the answering sentence
 * than one in another sentence of the passage has the relation to a word of the question which the passage does not have.
 * The same word otherwise formed 5.5; derived 3.5-5; synonym in both words' first two senses 2.6, first four 1.9; narrower
 * 1.9 (nothing where the vectors' cosine is under 0.25); similar adjective, cause or entailment 1.5; broader 1.25; in
 * rarer senses, sister terms, broader by two steps, and vectors alone below 0.7: 0.9-1.2, which is nothing. A weight is
 * about ln(ratio) / ln(5.5).
 */
export const weights = {
  derived: 8,
  family: 6,
  synonym: 6,
  narrower: 4,
  lesserSynonym: 4,
  similar: 3,
  opposite: 0,
} as const;

export type Kind = keyof typeof weights;
export type Related = Map<string, Map<string, number>>;

const symbols: Readonly<Record<string, Kind>> = {
  '+': 'derived',
  '\\': 'derived',
  '<': 'derived',
  '!': 'opposite',
  '@': 'narrower',
  '@i': 'narrower',
  '&': 'similar',
  '>': 'similar',
  '*': 'similar',
  '^': 'similar',
  $: 'similar',
};

export function relate(lemmas: readonly Lemma[], wordNet: WordNet, vectors: Vectors): Related {
  const lemmaOf = new Map([
    ...lemmas.flatMap(({ word, forms }) => forms.map((form) => [form, word] as const)),
    ...lemmas.map(({ word }) => [word, word] as const), // WordNet's words are base forms: `found` is not from `find` here
  ]);
  const related: Related = new Map();
  const add = (kind: Kind, from: string, to: string) => {
    const [a, b] = [lemmaOf.get(from), lemmaOf.get(to)];
    if (a === undefined || b === undefined || a === b) return;
    const mine = related.get(a) ?? new Map<string, number>();
    related.set(a, mine);
    // An opposite stays one whatever else is said of the pair.
    if (kind === 'opposite' || (mine.get(b) ?? 1) > 0)
      mine.set(b, kind === 'opposite' ? 0 : Math.max(mine.get(b) ?? 0, weights[kind]));
  };
  for (const [id, synset] of wordNet.synsets) {
    addSynonyms(id, synset, wordNet, add);
    for (const pointer of synset.pointers) addPointer(id, synset, pointer, wordNet, add);
  }
  addFamilies(related);
  pruneNarrower(related, weights.narrower, lemmas, vectors);
  return related;
}

type Add = (kind: Kind, from: string, to: string) => void;

const single = (word: string) => (/^[A-Za-z]+$/.test(word) ? word.toLowerCase() : undefined);
/** Of a collocation the word that it is a kind of: `national_capital` is a capital. */
const head = (word: string) => single(word.split('_').at(-1) ?? '') ?? '';

function numberOf(word: string, id: string, wordNet: WordNet): number {
  if (word.includes('_')) return 1;
  return wordNet.senses.get(word.toLowerCase())?.find(({ synset }) => synset === id)?.number ?? 1;
}

function addSynonyms(id: string, synset: Synset, wordNet: WordNet, add: Add): void {
  const words = synset.words.flatMap((word) => single(word) ?? []);
  for (const a of words)
    for (const b of words) {
      const rarest = Math.max(numberOf(a, id, wordNet), numberOf(b, id, wordNet));
      if (rarest <= 4) add(rarest <= 2 ? 'synonym' : 'lesserSynonym', a, b);
    }
}

function addPointer(id: string, synset: Synset, pointer: Pointer, wordNet: WordNet, add: Add): void {
  const kind = symbols[pointer.symbol];
  const target = wordNet.synsets.get(pointer.target);
  if (kind === undefined || target === undefined) return;
  const isLoose = kind === 'similar' || kind === 'narrower';
  const rankOf = (a: string, b: string) => Math.max(numberOf(a, id, wordNet), numberOf(b, pointer.target, wordNet));
  const mine = wordsAt(synset, pointer.from).filter((word) => single(word) !== undefined);
  const pairs = mine.flatMap((a) => wordsAt(target, pointer.to).map((b) => [a, b] as const));
  for (const [a, b] of pairs.filter((pair) => !isLoose || rankOf(...pair) <= 2)) {
    if (kind === 'narrower') add(kind, synset.pos === 'n' ? head(b) : b.toLowerCase(), a.toLowerCase());
    else addBoth(kind, a.toLowerCase(), b.toLowerCase(), add);
  }
}

const wordsAt = ({ words }: Synset, at: number | undefined) => (at === undefined ? words : [words[at] ?? '']);

function addBoth(kind: Kind, a: string, b: string, add: Add): void {
  add(kind, a, b);
  add(kind, b, a);
}

/** Words that derive from the same one and begin alike: accusation and accuser. */
function addFamilies(related: Related): void {
  const families = [...related.values()].map((others) =>
    [...others].filter(([, weight]) => weight === weights.derived).map(([word]) => word),
  );
  for (const family of families)
    for (const a of family)
      for (const b of family)
        if (a !== b && a.slice(0, 3) === b.slice(0, 3) && !related.get(a)?.has(b))
          related.get(a)?.set(b, weights.family);
}
