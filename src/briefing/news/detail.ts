/** How much of the news of a story is told in words. */
import type { Block } from '../../message/index.ts';
import type { Story } from '../../story/index.ts';
import type { NewsParts, Period } from './parts.ts';

/** How much of the news is told in words; the rest is counted. */
export interface Detail {
  /** Events in whole sentences; else by their headlines. */
  readonly sentences: boolean;
  /** All new positions; else the newest of each side. */
  readonly allPositions: boolean;
  /** The most of each. */
  readonly sayings: number;
  readonly developments: number;
  /** The most open questions and older events that new positions are told under. */
  readonly questions: number;
  /** The most plans of each kind: to come, called off, overdue. */
  readonly coming: number;
  /** The most older events and facts of the background. */
  readonly background: number;
}

/** All that is new in words. */
export const everything: Detail = {
  sentences: true,
  allPositions: true,
  sayings: Number.POSITIVE_INFINITY,
  developments: Number.POSITIVE_INFINITY,
  questions: Number.POSITIVE_INFINITY,
  coming: Number.POSITIVE_INFINITY,
  background: Number.POSITIVE_INFINITY,
};

/** The news of one story as it is told. */
export interface NewsView {
  readonly story: Story;
  readonly parts: NewsParts;
  readonly period: Period;
  readonly detail: Detail;
}

/** The year that needs no saying. */
export function newsYear({ from, until }: Period): string | undefined {
  const year = until.slice(0, 4);
  return from.startsWith(year) ? year : undefined;
}

/** Ids of the statements that blocks say. */
export function saidIn(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.flatMap(({ statements = [] }) => statements));
}
