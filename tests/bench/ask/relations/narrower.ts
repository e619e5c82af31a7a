/** Which narrower words may stand for a word: those that texts use as they use the word. */
import type { Lemma } from './forms.ts';
import { cosine, unit, type Vectors } from './vectors.ts';

/** Below this the narrower word is of another sense. */
const leastCosine = 0.25;
/** A word with more narrower ones keeps the nearest. */
const mostNarrower = 40;

/** Leaves out narrower words, and what else has their weight (the rarer synonyms), that are of another sense. */
export function pruneNarrower(
  related: ReadonlyMap<string, Map<string, number>>,
  weight: number,
  lemmas: readonly Lemma[],
  vectors: Vectors,
): void {
  const directionOf = directions(lemmas, vectors);
  const nothing = new Float32Array(100);
  for (const [word, others] of related) {
    const near = (other: string) => cosine(directionOf.get(word) ?? nothing, directionOf.get(other) ?? nothing);
    const narrower = [...others]
      .filter(([, each]) => each === weight)
      .map(([other]) => ({ other, cosine: near(other) }));
    const kept = narrower
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, mostNarrower)
      .filter((each) => each.cosine >= leastCosine);
    for (const { other } of narrower) if (!kept.some((each) => each.other === other)) others.delete(other);
  }
}

function directions(lemmas: readonly Lemma[], vectors: Vectors): Map<string, Float32Array> {
  return new Map(
    lemmas.map(({ word, forms }) => {
      const known = [word, ...forms].flatMap((form) => vectors.of(form) ?? []).slice(0, 4);
      return [
        word,
        unit(known.reduce((sum, vector) => sum.map((x, at) => x + (vector[at] ?? 0)), new Float32Array(100))),
      ];
    }),
  );
}
