/** The passages that evidence names, located in the text of a source. */
import type { Evidence } from './evidence.ts';

/** A passage located in a source's text, in characters of its folded paragraph (`foldText`). */
export interface Passage {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A source text's non-empty paragraphs, folded for comparison; the first is paragraph 1. */
export function paragraphsOf(sourceText: string): string[] {
  return sourceText
    .split(/\r\n?|\n/)
    .map(foldText)
    .filter((paragraph) => paragraph !== '');
}

/** Text with its typographic variants made one: quotation marks, dashes, dots and white space. */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/[‐‑‒–—―]/gu, '-')
    .replace(/…/gu, '...')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Locates evidence in a source's paragraphs, or says in a sentence why it is not there. */
export function locate(evidence: Evidence, paragraphs: readonly string[]): Passage | string {
  const text = paragraphs[evidence.paragraph - 1];
  if (text === undefined) return `there is no paragraph ${evidence.paragraph}; the source has ${paragraphs.length}`;
  const first = foldText(evidence.first);
  const last = foldText(evidence.last ?? evidence.first);
  const start = text.indexOf(first);
  if (start < 0) return missing(evidence.first, first, evidence.paragraph, paragraphs);
  const from = evidence.last === undefined ? start : start + first.length;
  const lastAt = text.indexOf(last, from);
  if (lastAt < 0) return missing(evidence.last ?? '', last, evidence.paragraph, paragraphs);
  const end = lastAt + last.length;
  return { paragraph: evidence.paragraph, start, end, text: text.slice(start, end) };
}

function missing(typed: string, folded: string, paragraph: number, paragraphs: readonly string[]): string {
  const elsewhere = paragraphs.findIndex((text) => text.includes(folded)) + 1;
  const hint = elsewhere > 0 && elsewhere !== paragraph ? `; they stand in paragraph ${elsewhere}` : '';
  return `the words ‘${typed}’ do not stand there in paragraph ${paragraph}${hint}`;
}

/** Whether a quotation stands verbatim in one of the passages; a comma or full stop before the closing mark aside. */
export function isVerbatim(quotation: string, passages: readonly Passage[]): boolean {
  const wanted = foldText(quotation).replace(/[.,]$/, '');
  return passages.some((passage) => passage.text.includes(wanted));
}
