/** How far two words mean the same: by stem, by a long common beginning, and later by the table of relations. */

export interface Term {
  readonly text: string;
  readonly stem: string;
}

/** What counts as no partner at all. */
export const leastLikeness = 0.2;

/** From 0 (nothing in common) to 1 (forms of one word). */
export function likeness(a: Term, b: Term): number {
  if (a.stem === b.stem) return 1;
  return commonBeginning(a.stem, b.stem);
}

function commonBeginning(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4 || a.charCodeAt(0) < 58 || b.charCodeAt(0) < 58) return 0;
  let same = 0;
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  if (same < 4) return 0;
  const share = same / Math.max(a.length, b.length);
  return share >= 0.6 ? share * 0.8 : 0;
}
