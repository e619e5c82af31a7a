/** A story's statements in the order in which they answer a question, and how sure that is. */
import type { Statement } from '../../story/index.ts';
import type { Mention } from './actors.ts';
import type { Asked, Asking } from './analyse.ts';
import { expectedBy } from './editors-questions.ts';
import { fitOf } from './fit.ts';
import { type Leaning, nearness } from './follow-up.ts';
import { actorsOf } from './statement-words.ts';
import type { Covered, StoryIndex } from './story-index.ts';

export interface Candidate extends Covered {
  readonly score: number;
  readonly confidence: number;
  /** How near it is to what was last shown, 0..1. */
  readonly near: number;
}

/** A question, read. */
export interface Reading {
  readonly question: string;
  readonly asked: Asked;
  readonly mentions: readonly Mention[];
  readonly leaning: Leaning;
  /** What was last shown, best first. */
  readonly last: readonly Statement[];
}

/** Every statement, best first. */
export function rankStatements(index: StoryIndex, reading: Reading): Candidate[] {
  const { question, asked, mentions, leaning, last } = reading;
  const byText = new Map(index.texts.rank(question, index.statements.length).map((hit) => [hit.id, hit.score]));
  const expected = expectedBy(index, asked);
  const weights = asked.words.map((word) => index.weightOf(word));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const candidates = index.cover(asked.words).map((covered): Candidate => {
    const { statement, share, found } = covered;
    const fit = fitOf(statement, { asked, mentions });
    const asks = expected.get(statement.id) ?? 0;
    const near = leaning > 0 ? nearness(statement, last, index.story) : 0;
    const strangers = strangersIn(asked.words, found, statement, mentions);
    const surely = found.reduce((sum, strength, n) => sum + Math.min(1, strength * 1.25) * (weights[n] ?? 0), 0);
    const own = all > 0 ? surely / all : 0;
    const confidence = leaning === 2 ? 0.45 * near + 0.8 * fit + 0.25 : own + 0.6 * fit - strangers + 0.25 * near;
    const score =
      share + fit + textShare * (byText.get(statement.id) ?? 0) + 0.5 * asks - strangers + nearShare[leaning] * near;
    return { ...covered, near, score, confidence: Math.max(asks, confidence) };
  });
  return candidates.sort((a, b) => b.score - a.score);
}

const textShare = 0.3;
const nearShare: Readonly<Record<Leaning, number>> = { 0: 0, 1: 0.35, 2: 1 };

/** Names and numbers of the question that the statement does not have: it is about somebody or something else. */
function strangersIn(
  words: readonly Asking[],
  found: readonly number[],
  statement: Statement,
  mentions: readonly Mention[],
): number {
  const present = new Set(actorsOf(statement).map(({ id }) => id));
  const own = mentions.filter(({ actor }) => present.has(actor.id)).flatMap((mention) => mention.words);
  const known = new Set(own.map(({ stem }) => stem));
  return words.reduce((sum, { word }, n) => {
    if ((found[n] ?? 0) >= 0.4 || known.has(word.stem)) return sum;
    if (word.isNumber) return sum + 0.3;
    return word.isCapital && word.at > 0 ? sum + 0.2 : sum;
  }, 0);
}
