/** WordNet's database files as synsets and senses: https://wordnet.princeton.edu/documentation/wndb5wn */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type PartOfSpeech = 'n' | 'v' | 'a' | 'r';

export interface Pointer {
  readonly symbol: string;
  readonly target: string;
  /** Which word of this synset, and which of the target; undefined: all of them. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export interface Synset {
  readonly pos: PartOfSpeech;
  /** As written; parts of a collocation are joined by `_`. */
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

export interface Sense {
  readonly synset: string;
  /** 1 is the most frequent sense of this word and part of speech. */
  readonly number: number;
  /** How often it was met in the tagged texts. */
  readonly count: number;
}

export interface WordNet {
  /** By part of speech and offset: `n00001740`. */
  readonly synsets: ReadonlyMap<string, Synset>;
  /** By lower-case word, single words only. */
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  /** Irregular form to base forms, by part of speech. */
  readonly exceptions: ReadonlyMap<string, readonly { readonly base: string; readonly pos: PartOfSpeech }[]>;
}

const files = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;
const parts = ['n', 'v', 'a', 'r'] as const;

/** From the folder of the data files and that of the lists of exceptions (`noun.exc` and so on). */
export function loadWordNet(folder: string, exceptionFolder: string): WordNet {
  const synsets = new Map(parts.flatMap((pos) => loadSynsets(join(folder, `data.${files[pos]}`), pos)));
  return { synsets, senses: loadSenses(join(folder, 'index.sense')), exceptions: loadExceptions(exceptionFolder) };
}

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n');

function loadSynsets(file: string, pos: PartOfSpeech): [string, Synset][] {
  const lines = linesOf(file).filter((line) => /^\d/.test(line));
  return lines.map((line) => {
    const [offset = '', , , count = '', ...rest] = (line.split(' | ')[0] ?? '').split(' ');
    const wordEnd = Number.parseInt(count, 16) * 2;
    const words = rest.slice(0, wordEnd).filter((_, at) => at % 2 === 0);
    const pointerCount = Number(rest[wordEnd]);
    const pointers = Array.from({ length: pointerCount }, (_, at) => pointerFrom(rest.slice(wordEnd + 1 + at * 4)));
    return [pos + offset, { pos, words: words.map((word) => word.replace(/\(\w+\)$/, '')), pointers }];
  });
}

function pointerFrom([symbol = '', offset = '', pos = '', fromTo = '']: readonly string[]): Pointer {
  const at = (hex: string) => (hex === '00' ? undefined : Number.parseInt(hex, 16) - 1);
  return { symbol, target: pos.replace('s', 'a') + offset, from: at(fromTo.slice(0, 2)), to: at(fromTo.slice(2)) };
}

function loadSenses(file: string): Map<string, Sense[]> {
  const senses = new Map<string, Sense[]>();
  for (const line of linesOf(file)) {
    const [key = '', offset = '', number = '', count = ''] = line.split(' ');
    const [word = '', rest = ''] = key.split('%');
    if (!/^[a-z]+$/.test(word)) continue;
    const pos = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' }[rest[0] ?? ''] ?? 'n';
    const known = senses.get(word) ?? [];
    known.push({ synset: pos + offset, number: Number(number), count: Number(count) });
    senses.set(word, known);
  }
  return senses;
}

function loadExceptions(folder: string): WordNet['exceptions'] {
  const exceptions = new Map<string, { base: string; pos: PartOfSpeech }[]>();
  for (const pos of parts) {
    const file = join(folder, `${files[pos]}.exc`);
    if (!existsSync(file)) throw new Error(`No ${file}`);
    for (const line of linesOf(file)) {
      const [form = '', ...bases] = line.trim().split(' ');
      const known = exceptions.get(form) ?? [];
      exceptions.set(form, [...known, ...bases.map((base) => ({ base, pos }))]);
    }
  }
  return exceptions;
}
