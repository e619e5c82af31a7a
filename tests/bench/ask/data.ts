/** Reads the folder of questions with marked answer sentences that weights are fitted on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface MarkedQuestion {
  readonly text: string;
  /** Numbers of the sentences that answer; none where the passage does not tell. */
  readonly gold: readonly number[];
  readonly answers: readonly string[];
}

export interface MarkedPassage {
  readonly id: string;
  readonly set: string;
  readonly split: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly questions: readonly MarkedQuestion[];
}

/** The passages of one set that are there to be fitted on. */
export function trainingPassages(folder: string, set: string): MarkedPassage[] {
  return readFileSync(join(folder, `${set}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line): MarkedPassage => ({ ...JSON.parse(line), set }))
    .filter(({ split }) => split === 'train');
}

/** Paragraphs of one article have its title; without one, each stands for itself. */
export function articleOf({ title, id }: MarkedPassage): string {
  return title || id;
}

/** Each question put to the next passage as well, of the same article if possible, which does not tell its answer. */
export function alsoToNext(passages: readonly MarkedPassage[]): MarkedPassage[] {
  const articles = Map.groupBy(passages, ({ title }) => title);
  return [...articles.values()].flatMap((article) =>
    article.flatMap((passage, n) => {
      const next = article[(n + 1) % article.length] ?? passage;
      const text = next.sentences.join(' ');
      const moved = passage.questions.filter(({ answers }) => !answers.some((answer) => text.includes(answer)));
      return [passage, { ...next, questions: moved.map((question) => ({ ...question, gold: [] })) }];
    }),
  );
}
