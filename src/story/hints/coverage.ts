/** With a copy of the sources at hand: every passage located, every quotation compared, every sentence accounted for. */
import { foldText, isVerbatim, locate, type Passage, paragraphsOf } from '../passages.ts';
import { quotationsIn } from '../quotations.ts';
import { type Correction, type Source, type Statement, type Story, statementsOf } from '../story.ts';
import type { Part } from './part-place.ts';

/** What a check of one story against its sources' texts found. */
export interface Coverage {
  readonly passages: number;
  /** Those of them that stand where the story says. */
  readonly located: number;
  readonly quotations: number;
  readonly sentences: number;
  /** A passage that is not there, a quotation that is not verbatim. */
  readonly wrong: readonly Misfit[];
  /** Sentences of the sources that no statement cites. */
  readonly uncited: readonly { source: string; paragraph: number; text: string }[];
  /** Sources whose text was not at hand. */
  readonly missing: readonly string[];
}

/** A part of a story that its sources do not bear out, and how, in a sentence. */
interface Misfit {
  readonly part: Part;
  readonly message: string;
}

/** Checks a story against its sources' texts. @param textOf a source's text by its id; undefined where it is not at hand */
export function coverageOf(story: Story, textOf: (source: string) => string | undefined): Coverage {
  const texts = new Map<string, string[]>();
  for (const { id } of story.sources) {
    const text = textOf(id);
    if (text !== undefined) texts.set(id, paragraphsOf(text));
  }
  const cited = itemsOf(story).map((item) => cite(item, texts));
  const passages = cited.flatMap((each) => each.passages);
  const sentences = story.sources.flatMap((source) => sentencesOf(source, texts.get(source.id) ?? [], story.language));
  return {
    passages: cited.reduce((sum, each) => sum + each.evidence, 0),
    located: cited.reduce((sum, each) => sum + each.located, 0),
    quotations: cited.reduce((sum, each) => sum + each.quotations, 0),
    sentences: sentences.length,
    wrong: [...cited.flatMap((each) => each.wrong), ...story.sources.flatMap((source) => strayAsides(source, texts))],
    uncited: sentences.filter((sentence) => !isCited(sentence, passages)),
    missing: story.sources.filter(({ id }) => !texts.has(id)).map(({ id }) => id),
  };
}

interface Cited {
  readonly evidence: number;
  readonly located: number;
  readonly quotations: number;
  readonly passages: readonly (Passage & { source: string })[];
  readonly wrong: readonly Misfit[];
}

interface Item {
  readonly of: Statement | Correction;
  readonly id: string;
  readonly text: string;
  readonly evidence: Statement['evidence'];
}

/** Locates an item's passages, and compares its quotations with them where all its sources are at hand. */
function cite({ of, id, text, evidence }: Item, texts: ReadonlyMap<string, readonly string[]>): Cited {
  const atHand = evidence.filter(({ source }) => texts.has(source));
  const located = atHand.map((each) => ({
    source: each.source,
    passage: locate(each, texts.get(each.source) ?? []),
    index: evidence.indexOf(each),
  }));
  const passages = located.flatMap(({ source, passage }) =>
    typeof passage === 'string' ? [] : wherever(passage, texts.get(source) ?? []).map((each) => ({ ...each, source })),
  );
  const lost = located.flatMap(({ source, passage, index }): Misfit[] =>
    typeof passage === 'string'
      ? [{ part: { of, key: 'evidence', index }, message: `${id}: ${source}: ${passage}` }]
      : [],
  );
  const quotations = atHand.length === evidence.length ? quotationsIn(text) : [];
  const changed = quotations
    .filter((quotation) => !isVerbatim(quotation, passages))
    .map((quotation): Misfit => {
      const message = `${id}: the quotation “${quotation}” is not verbatim in its passage`;
      return { part: { of, key: 'what' }, message };
    });
  const wrong = [...lost, ...changed];
  const [looked, found] = [atHand.length, atHand.length - lost.length];
  return { evidence: looked, located: found, quotations: quotations.length, passages, wrong };
}

/** The passage, and each other paragraph's that repeats it word for word. */
function wherever(passage: Passage, paragraphs: readonly string[]): Passage[] {
  const repeats = paragraphs.flatMap((text, index): Passage[] => {
    const start = text.indexOf(passage.text);
    if (start < 0 || index + 1 === passage.paragraph) return [];
    return [{ paragraph: index + 1, start, end: start + passage.text.length, text: passage.text }];
  });
  return [passage, ...repeats];
}

function itemsOf(story: Story): Item[] {
  const statements = statementsOf(story).map((of) => ({ of, id: of.id, text: of.what, evidence: of.evidence }));
  // What was wrong before a correction is in no source that the correction cites.
  const corrections = story.corrections.map((of) => ({ of, id: of.statement, text: '', evidence: of.evidence }));
  return [...statements, ...corrections];
}

function strayAsides(source: Source, texts: ReadonlyMap<string, readonly string[]>): Misfit[] {
  const { id, aside } = source;
  const paragraphs = texts.get(id);
  if (!paragraphs) return [];
  return aside.flatMap((line, index): Misfit[] => {
    if (paragraphs.includes(foldText(line))) return [];
    const message = `${id}: the aside ‘${line}’ is no paragraph of the source`;
    return [{ part: { of: source, key: 'aside', index }, message }];
  });
}

interface Sentence {
  readonly source: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function sentencesOf(source: Source, paragraphs: readonly string[], language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const asides = source.aside.map(foldText);
  return paragraphs.flatMap((paragraph, index) =>
    asides.includes(paragraph)
      ? []
      : [...segmenter.segment(paragraph)].map(({ segment, index: start }) => {
          const text = segment.trim();
          return { source: source.id, paragraph: index + 1, start, end: start + text.length, text };
        }),
  );
}

/** Cited where a passage overlaps it, or repeats it word for word. */
function isCited(sentence: Sentence, passages: Cited['passages']): boolean {
  const overlaps = ({ paragraph, start, end }: Passage) =>
    paragraph === sentence.paragraph && start < sentence.end && end > sentence.start;
  return passages.some(
    (passage) => passage.source === sentence.source && (overlaps(passage) || passage.text.includes(sentence.text)),
  );
}
