/** Names as people type them: folded for comparison, matched, and the nearest one found. */
import { distance } from 'fastest-levenshtein';

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  þ: 'th',
};

/** Lower case, without diacritics, every run of other signs a space: what two spellings of one name share. */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðæœßıþ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The candidates nearest to what was typed, best first, at most `most`; empty where none is near.
 * Near is: at most a third of the typed letters wrong, or one the beginning of the other.
 */
export function nearest(typed: string, candidates: Iterable<string>, most = 3): string[] {
  const wanted = fold(typed);
  if (wanted === '') return [];
  const found: { name: string; score: number }[] = [];
  for (const name of candidates) {
    const score = farness(wanted, fold(name));
    if (score !== undefined) found.push({ name, score });
  }
  return found
    .sort((a, b) => a.score - b.score || a.name.localeCompare(b.name))
    .slice(0, most)
    .map((each) => each.name);
}

/** How far a candidate is from what was typed, both folded; undefined where it is not near. */
function farness(wanted: string, folded: string): number | undefined {
  if (wanted.length >= 3 && folded.startsWith(wanted)) return 0.5;
  // One wrong letter is nearer than words too many: ‘attack/nato’ for ‘attack/natto’, not ‘attack’.
  if (wanted.length >= 3 && wanted.startsWith(`${folded} `)) return 1.5;
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  if (Math.abs(folded.length - wanted.length) > allowed) return undefined;
  const score = distance(wanted, folded);
  return score <= allowed ? score : undefined;
}

/** `; did you mean ‘x’?` for an error's end, or nothing where no candidate is near. */
export function didYouMean(typed: string, candidates: Iterable<string>): string {
  const [best] = nearest(typed, candidates, 1);
  return best === undefined ? '' : `; did you mean ‘${best}’?`;
}
