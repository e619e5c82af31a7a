/** What weights of answers are fitted on: marked questions to stories, each read in the light of the right answer before it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readQuestion } from '../../../src/ask/answer/rank/read-question.ts';
import type { Reading } from '../../../src/ask/answer/rank/reading.ts';
import type { Signed } from '../../../src/ask/answer/rank/signs.ts';
import { StoryIndex } from '../../../src/ask/answer/story/story-index.ts';
import { tellAll } from '../../../src/ask/answer/tell/told.ts';
import { type Story, StoryLibrary } from '../../../src/story/index.ts';
import { markedIn, questionsOf, storiesById } from '../../ask/judge.ts';
import { altered } from './altered.ts';
import { listsOf, type Put, putAs } from './puts.ts';

/** A question beside its story. */
export interface Example {
  readonly story: string;
  readonly index: StoryIndex;
  readonly reading: Reading;
  /** The ids of the statements that answer; none where the story does not tell. */
  readonly gold: readonly string[];
  /** It was made from another one. */
  readonly isAltered?: boolean;
  /** An editor listed it: it is put to its story without the lists. */
  readonly isListed?: boolean;
  /** It is put to its story again, with others listed. */
  readonly isAgain?: boolean;
}

/** Nothing is fitted on these stories. */
const keptForTheEnd: readonly string[] = ['invented-ferry', 'invented-mammoth'];
/** Stories with a file of questions beside each. */
const folder = join(import.meta.dirname, '../../ask/training');

/** All examples, in the same order each time. */
export async function answerExamples(): Promise<Example[]> {
  const training = await StoryLibrary.open(folder);
  const others = [...(await storiesById()).values()].filter(({ id }) => !keptForTheEnd.includes(id));
  const stories = [...others, ...training.stories].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexes = new Map(stories.map((story) => [story.id, new StoryIndex(story)]));
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
  const questions = [
    ...['seen', 'training', 'plain'].flatMap(questionsOf),
    ...files.flatMap((file) => markedIn(join(folder, file))),
  ];
  const puts = putAs(questions);
  const byStory = Map.groupBy(puts, ({ story }) => story);
  return [
    ...examplesOf(puts, indexes),
    ...stories.flatMap((story) => again(story, [...(byStory.get(story.id) ?? []), ...listsOf(story)])),
    ...editors(stories, indexes),
    ...stories.flatMap(listed),
  ];
}

/** Whether a statement answers. Behind “why” an event and its causes are told together: either will do. */
export function isAnsweredBy({ index, reading, gold }: Example, candidate: Signed): boolean {
  const [first] = tellAll(index, candidate, [], reading).statements;
  return gold.includes(first?.id ?? '') || (reading.asked.for === 'why' && gold.includes(candidate.statement.id));
}

/** Each question, and what it becomes where it is altered. */
function examplesOf(puts: readonly Put[], indexes: ReadonlyMap<string, StoryIndex>): Example[] {
  return puts.flatMap(({ story, question, gold, before }, at) => {
    const index = indexes.get(story);
    if (!index) throw new Error(`no such story: ${story}`);
    const shown = before.flatMap((id) => index.byId.get(id) ?? []);
    const reading = readQuestion(index, question, shown);
    const others = altered(index, reading, gold, at).map((other) => readQuestion(index, other, shown));
    const isAltered = true;
    return [
      { story, index, gold, reading },
      ...others.map((other) => ({ story, index, gold: [], reading: other, isAltered })),
    ];
  });
}

/**
 * Half of a story's questions, put to it with the other half listed, as by an editor who has read a full inbox: what hundreds of
 * wordings tell is learnt, too. A conversation is kept together; what is mistyped is not listed.
 */
function again(story: Story, questions: readonly Put[]): Example[] {
  const talks = [...new Set(questions.map(({ talk }) => talk))];
  const isListed = new Map(talks.map((talk, n) => [talk, n % 2 === 0]));
  const own = questions.filter(({ talk }) => isListed.get(talk) === false);
  const clear = questions.filter(({ talk, isMistyped }) => isListed.get(talk) === true && !isMistyped);
  const alone = clear.filter(({ leans }) => !leans);
  const index = new StoryIndex({
    ...story,
    alsoAsked: alone
      .filter(({ gold }) => gold.length > 0)
      .map(({ question, gold }) => ({ asks: question, answers: gold })),
    notTold: alone.filter(({ gold }) => gold.length === 0).map(({ question }) => question),
    thenAsked: clear.flatMap(({ leans, before: [behind], question, gold }) =>
      leans && behind !== undefined ? [{ behind, asks: question, answers: gold }] : [],
    ),
  });
  return examplesOf(own, new Map([[story.id, index]])).map((example) => ({ ...example, isAgain: true }));
}

/** An editor's questions are plain ones: each is put to its story without it, and to the next story, which does not answer it. */
function editors(stories: readonly Story[], indexes: ReadonlyMap<string, StoryIndex>): Example[] {
  return stories.flatMap((story, at) => {
    const other = indexes.get(stories[(at + 1) % stories.length]?.id ?? '');
    return story.readersAsk.flatMap((asked) => {
      const without = new StoryIndex({ ...story, readersAsk: story.readersAsk.filter((each) => each !== asked) });
      const gold = asked.answers.flatMap((id) => without.withPositions(id));
      const own = { story: story.id, index: without, gold, reading: readQuestion(without, asked.asks, []) };
      if (!other) return [own];
      return [own, { story: other.story.id, index: other, gold: [], reading: readQuestion(other, asked.asks, []) }];
    });
  });
}

/** What an editor listed, put to the story without the lists. */
function listed(story: Story): Example[] {
  const index = new StoryIndex({ ...story, alsoAsked: [], notTold: [], thenAsked: [] });
  return listsOf(story).map(({ question, gold, before }) => {
    const shown = before.flatMap((id) => index.byId.get(id) ?? []);
    return { story: story.id, index, gold, reading: readQuestion(index, question, shown), isListed: true };
  });
}
