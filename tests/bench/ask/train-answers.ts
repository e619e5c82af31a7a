/**
 * `node train-answers.ts > src/ask/tables/answer-weights.json`: fits what each sign of a statement counts, on the questions
 * in `tests/ask/questions` that are there to be fitted on. With `--try` it leaves out each story once and tells how it does there.
 */

import { readQuestion } from '../../../src/ask/answer/read-question.ts';
import { signStatements } from '../../../src/ask/answer/signs.ts';
import { StoryIndex } from '../../../src/ask/answer/story-index.ts';
import { answerFrom } from '../../../src/ask/answer/told.ts';
import type { Statement, Story } from '../../../src/story/index.ts';
import { type Marked, questionsOf, storiesById, storyIndexes } from '../../ask/judge.ts';
import { type Choice, type Fitted, fitChoices, fitVerdicts } from './fit.ts';

interface Example extends Choice {
  readonly story: string;
  readonly names: readonly string[];
}

/** Nothing is tried on this story before the end. */
const keptForTheEnd = 'invented-ferry';

/** What is the same for all statements of a question orders none of them; what is missing says how sure it is. */
const notInOrder = new Set(['missing', 'unknown', 'vague']);

const stories = [...(await storiesById()).values()].filter(({ id }) => id !== keptForTheEnd);
const indexes = await storyIndexes();
const examples = [
  ...['seen', 'training', 'plain'].flatMap((name) => examplesOf(questionsOf(name))),
  ...editorsExamples(),
];
const { names } = examples[0] ?? { names: [] };

/** An editor's questions are plain ones: each is put to its story without it, and to the next story, which does not answer it. */
function editorsExamples(): Example[] {
  return stories.flatMap((story, at) => {
    const other = stories[(at + 1) % stories.length] as Story;
    return story.readersAsk.flatMap((asked) => {
      const without = { ...story, readersAsk: story.readersAsk.filter((each) => each !== asked) };
      const gold = asked.answers.flatMap(
        (id) => story.openQuestions.find((each) => each.id === id)?.positions.map((each) => each.id) ?? [id],
      );
      return [
        exampleOf(new StoryIndex(without), asked.asks, gold, []),
        exampleOf(indexes.get(other.id) as StoryIndex, asked.asks, [], []),
      ];
    });
  });
}

/** A follow-up is read in the light of the right answer before it. */
function examplesOf(questions: readonly Marked[]): Example[] {
  const last = new Map<string, readonly string[]>();
  return questions.map(({ story, question, gold, conversation = '' }) => {
    const index = indexes.get(story) as StoryIndex;
    const before = (last.get(conversation) ?? []).flatMap((id) => index.byId.get(id) ?? []);
    if (conversation !== '' && gold.length > 0) last.set(conversation, gold);
    return exampleOf(index, question, gold, before);
  });
}

function exampleOf(index: StoryIndex, question: string, gold: readonly string[], last: readonly Statement[]): Example {
  const reading = readQuestion(index, question, last);
  const signed = signStatements(index, reading);
  return {
    story: index.story.id,
    names: Object.keys(signed[0]?.signs ?? {}),
    rows: signed.map(({ signs }) => Float64Array.from(Object.values(signs))),
    isGold: signed.map((candidate) => gold.includes(answerFrom(index, candidate, reading.asked)?.id ?? '')),
  };
}

function orderFrom(some: readonly Example[]): Fitted {
  const kept = names.filter((name) => !notInOrder.has(name));
  const narrow = (row: Float64Array) => row.filter((_, n) => !notInOrder.has(names[n] ?? ''));
  return fitChoices(
    kept,
    some.map(({ rows, isGold }) => ({ rows: rows.map(narrow), isGold })),
  );
}

const scoreOf = (row: Float64Array, weights: Fitted) =>
  names.reduce((sum, name, n) => sum + (weights[name] ?? 0) * (row[n] ?? 0), weights['start'] ?? 0);

/** The place of the best row. */
function bestOf({ rows }: Example, order: Fitted): number {
  const scores = rows.map((row) => scoreOf(row, order));
  return scores.indexOf(Math.max(...scores));
}

function fitAll(some: readonly Example[]): { order: Fitted; certainty: Fitted } {
  const order = orderFrom(some);
  const verdicts = some.flatMap((example) => {
    const best = bestOf(example, order);
    const row = example.rows[best];
    return row ? [{ row, answers: example.isGold[best] === true }] : [];
  });
  return { order, certainty: fitVerdicts(names, verdicts) };
}

function tryOut() {
  const judged = [...Map.groupBy(examples, ({ story }) => story)].flatMap(([story, own]) => {
    const { order, certainty } = fitAll(examples.filter((example) => example.story !== story));
    return own.map((example) => {
      const best = bestOf(example, order);
      const isSure = scoreOf(example.rows[best] ?? new Float64Array(), certainty) >= 0;
      return { isRight: example.isGold[best] === true, isSure, canBe: example.isGold.includes(true) };
    });
  });
  const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;
  const answerable = judged.filter(({ canBe }) => canBe);
  const others = judged.filter(({ canBe }) => !canBe);
  return {
    questions: judged.length,
    rightFirst: percent(answerable.filter(({ isRight }) => isRight).length, answerable.length),
    rightAnswer: percent(answerable.filter(({ isRight, isSure }) => isRight && isSure).length, answerable.length),
    rightRefusal: percent(others.filter(({ isSure }) => !isSure).length, others.length),
    wrongAnswer: percent(judged.filter(({ isRight, isSure }) => isSure && !isRight).length, judged.length),
  };
}

const table = {
  what: 'How much each sign of a statement counts',
  origin: 'Fitted by tests/bench/ask/train-answers.ts on seen, training and plain.jsonl in tests/ask/questions',
  licence: 'MIT, as the program',
};
const result = process.argv.includes('--try') ? tryOut() : { ...table, ...fitAll(examples) };
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
