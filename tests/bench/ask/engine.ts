/** The text engine behind the interface that measures engines side by side. */
import { Collection } from '../../../src/ask/text/collection.ts';
import { TextIndex } from '../../../src/ask/text/text-index.ts';

export const name = 'Dateline';

interface Sentence {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
}

interface Answer {
  readonly id: string;
  readonly score: number;
  readonly conf?: number;
}

export function createEngine(
  sentences: readonly Sentence[],
  meta: { readonly title?: string; readonly kind?: 'passage' | 'collection' },
): { ask(question: string, k?: number): Answer[] } {
  const units = sentences.map(({ id, text }) => ({ id, text }));
  if (meta.kind === 'collection') {
    const collection = new Collection(units);
    return { ask: (question, k = 10) => collection.rank(question, k) };
  }
  const index = new TextIndex(units);
  return {
    // The first one's confidence is all that is looked at, and telling it takes as long as the rest.
    ask: (question, k = 10) =>
      index.rank(question, k).map((hit, at) => {
        const { id, score } = hit;
        return at === 0 ? { id, score, conf: hit.confidence } : { id, score };
      }),
  };
}
