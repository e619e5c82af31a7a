/** Holds answers against marked questions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Marked {
  readonly id: string;
  readonly story: string;
  readonly question: string;
  /** Each of these answers; none where the story does not tell. */
  readonly gold: readonly string[];
  readonly kind: string;
  readonly conversation?: string;
  readonly tags?: readonly string[];
  readonly both?: boolean;
  readonly short?: string;
}

/** What was answered: the ids of the statements, best first; none for a refusal. */
export interface Given {
  readonly statements: readonly string[];
  readonly confidence: number;
}

export interface Verdict {
  readonly marked: Marked;
  readonly given: Given;
  readonly right: boolean;
}

/** The marked questions of a file in `questions/`. */
export function questionsOf(name: string): Marked[] {
  const text = readFileSync(join(import.meta.dirname, 'questions', `${name}.jsonl`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** A question is answered rightly by one of its statements in front, or by a refusal where there is none. */
export function judge(marked: Marked, given: Given): Verdict {
  const [first] = given.statements;
  const right = first === undefined ? marked.gold.length === 0 : marked.gold.includes(first);
  return { marked, given, right };
}

/** Percentages. */
export interface Rates {
  readonly questions: number;
  /** Of those that can be answered. */
  readonly rightAnswer: number;
  /** Of those that cannot. */
  readonly rightRefusal: number;
  /** Of all: answered, and wrongly. */
  readonly wrongAnswer: number;
}

export function ratesOf(verdicts: readonly Verdict[]): Rates {
  const share = (part: readonly Verdict[], whole: readonly Verdict[]) =>
    whole.length === 0 ? 100 : Math.round((1000 * part.length) / whole.length) / 10;
  const answerable = verdicts.filter(({ marked }) => marked.gold.length > 0);
  const others = verdicts.filter(({ marked }) => marked.gold.length === 0);
  return {
    questions: verdicts.length,
    rightAnswer: share(
      answerable.filter(({ right }) => right),
      answerable,
    ),
    rightRefusal: share(
      others.filter(({ right }) => right),
      others,
    ),
    wrongAnswer: share(
      verdicts.filter(({ right, given }) => !right && given.statements.length > 0),
      verdicts,
    ),
  };
}
