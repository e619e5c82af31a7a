/** Which word a mistyped one may have been. */
import { distance } from 'fastest-levenshtein';

/** One slip is allowed in words of up to so many letters, two in longer ones. */
const longestWithOneSlip = 7;
/** In shorter ones a slip must be a likely one. */
const shortest = 4;

/** How much one slip counts: a letter that was not doubled (or was), two in the wrong order, one left out, one too many. */
const [doubled, swapped, leftOut, tooMany] = [0.6, 0.8, 0.9, 0.95];
/** Any other letter may stand for a letter. */
const another = 1;

/** Words that a mistyped one may have been meant for. */
export class NearWords {
  readonly #words: readonly string[];
  /** The letters of each word; those of the first ones, where there are more by now. */
  readonly #letters: number[] = [];

  /** @param words each once; more may come behind them */
  constructor(words: readonly string[]) {
    this.#words = words;
  }

  /** The nearest word within the slips that its length allows; where several are as near, the first if so told, else none. */
  nearest(word: string, orFirst = false): string | undefined {
    this.#readLetters();
    const most = mostSlips(word);
    const letters = lettersOf(word);
    let best: string | undefined;
    let least = most + 0.5;
    let tied = false;
    for (let at = 0; at < this.#letters.length; at += 1) {
      // A slip takes a letter away and brings in another. This rules out most words in a tenth of the time.
      if (hasMore(letters ^ (this.#letters[at] ?? 0), 2 * Math.ceil(most))) continue;
      const candidate = this.#words[at] ?? '';
      if (candidate.length < Math.min(word.length, shortest)) continue;
      if (Math.abs(candidate.length - word.length) > Math.ceil(most)) continue;
      const slips = slipsBetween(word, candidate);
      if (slips > most || slips > least || (orFirst && slips === least)) continue;
      tied = slips === least;
      best = candidate;
      least = slips;
    }
    return tied ? undefined : best;
  }

  #readLetters() {
    for (let at = this.#letters.length; at < this.#words.length; at += 1)
      this.#letters.push(lettersOf(this.#words[at] ?? ''));
  }
}

/** The letters that a word has, each as a bit, in whatever order; some share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

/** Whether more bits are set than so many. */
function hasMore(bits: number, most: number): boolean {
  let count = 0;
  for (let left = bits; left !== 0 && count <= most; left &= left - 1) count += 1;
  return count > most;
}

function mostSlips({ length }: string): number {
  if (length < shortest) return leftOut;
  return length > longestWithOneSlip ? 2 : 1;
}

/** How many slips lead from a word to the one that was meant, a likely one counting less. */
function slipsBetween(typed: string, meant: string): number {
  const slips = distance(typed, meant);
  // Most words are far away.
  if (slips === 0 || slips > 2) return slips;
  const at = partAt(typed, meant);
  if (slips === 1) return slipAt(typed, meant, at);
  return areSwapped(typed, meant, at) ? swapped : slips;
}

/** Where two words part. */
function partAt(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** The slip of a word that is one away. @param at where the two part */
function slipAt(typed: string, meant: string, at: number): number {
  if (typed.length === meant.length) return another;
  const longer = typed.length > meant.length ? typed : meant;
  if (longer[at] === longer[at - 1]) return doubled;
  return longer === typed ? tooMany : leftOut;
}

function areSwapped(a: string, b: string, at: number): boolean {
  return a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
