/** The vocabulary: usual words and names, each with its inflected forms and its British spelling. */
import { baseOf } from './base-form.ts';
import type { Vectors } from './vectors.ts';
import type { WordNet } from './wordnet.ts';

export interface Lemma {
  readonly word: string;
  /** Other forms, by falling frequency. */
  readonly forms: readonly string[];
  /** By Zipf's law, from the ranks of all its forms. */
  readonly frequency: number;
}

/** Words younger than the sources, as news uses them. */
const young =
  `airbnb app bitcoin blockchain brexit chatbot chatgpt coronavirus covid crypto cryptocurrency cyberattack cyberattacks
cybercrime cybersecurity cyberspace deepfake deepfakes disinformation doxing ebook emoji emojis facebook fintech firefighter hashtag
hashtags influencer influencers instagram iphone jihadist jihadists linkedin livestream livestreamed lockdown lockdowns login malware
misinformation netflix openai paywall phishing podcast podcasts ransomware reddit retweet selfie selfies smartphone smartphones
spyware startup startups telegram tiktok twitter uber unfollow vape vaping vaxxer webcam whatsapp whistleblower whistleblowers wiper
youtube zoom`.split(/\s+/);

/** The words among the most frequent ones, with their forms, by falling frequency. */
export function lemmasOf(wordNet: WordNet, vectors: Vectors): Lemma[] {
  const ranks = new Map(
    [...vectors.words, ...young.filter((word) => !vectors.words.includes(word))].map((word, rank) => [word, rank]),
  );
  const groups = new Map<string, string[]>();
  for (const word of ranks.keys()) {
    if (!/^[a-z]{2,20}$|^[ai]$/.test(word)) continue;
    const base = baseOf(word, wordNet);
    if (base === undefined && !young.includes(word) && !isName(word, ranks.get(word) ?? 0)) continue;
    const key = american(base ?? word, wordNet);
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  const frequencyOf = (word: string) => 1 / ((ranks.get(word) ?? 150_000) + 2.7);
  const lemmas = [...groups].map(([word, forms]) => ({
    word,
    forms: forms.filter((form) => form !== word),
    frequency: forms.reduce((sum, form) => sum + frequencyOf(form), 0),
  }));
  return lemmas.sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1));
}

/** Frequent slips. */
const slips = ['goverment', 'teh', 'alot', 'untill', 'noone'];

/** What is frequent and in no dictionary is a name, or another word that a reader may write. */
const isName = (word: string, rank: number) =>
  word.length > 2 && rank < (word.length > 4 ? 30_000 : 15_000) && !slips.includes(word);

const spellings: readonly (readonly [RegExp, string])[] = [
  [/our/, 'or'],
  [/is(e|ed|es|ing|ation|ational|er)$/, 'iz$1'],
  [/ys(e|er)$/, 'yz$1'],
  [/re$/, 'er'],
  [/ll/, 'l'],
  [/ence$/, 'ense'],
  [/ogue$/, 'og'],
  [/mme$/, 'm'],
  [/ae|oe/, 'e'],
  [/grey/, 'gray'],
  [/tyre/, 'tire'],
];

/** The American spelling, where WordNet knows both as one. */
function american(word: string, wordNet: WordNet): string {
  const own = new Set(wordNet.senses.get(word)?.map(({ synset }) => synset));
  for (const [british, instead] of spellings) {
    const other = word.replace(british, instead);
    if (other !== word && wordNet.senses.get(other)?.some(({ synset }) => own.has(synset))) return other;
  }
  return word;
}
