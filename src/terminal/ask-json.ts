/** `dateline ask` as JSON: one question, or many of them, a line each. */
import { createInterface } from 'node:readline';
import { Answers, noQuestion } from '../ask/index.ts';
import { plainAnswer, sayNext } from '../briefing/index.ts';
import { answerForeign, answerNoQuestion, commands, readOptions, type Told, tell } from '../commands/index.ts';
import type { Message } from '../message/index.ts';
import type { Evidence, Story, StoryLibrary } from '../story/index.ts';
import { brokenStory } from './broken-story.ts';
import { UsageProblem } from './usage.ts';

/** A question as it is put. */
interface Put {
  readonly question: string;
  readonly story?: Story | undefined;
  /** What was last said in its conversation. */
  readonly talk?: Talk | undefined;
}

interface Talk {
  readonly story: string;
  readonly statements: readonly string[];
}

/** What was typed behind `ask`: of several arguments the first names a story, also where there is none of that name. */
export function storyFirst(
  words: readonly string[],
  stories: StoryLibrary,
): { readonly text: string; readonly options: Readonly<Record<string, string>> } {
  const [first = '', ...others] = words;
  const text = words.join(' ');
  const isNamed = /^[a-z-]+:\S/i.test(first) || stories.nameAtStart(text.trim().split(/\s+/)) > 0;
  return others.length === 0 || isNamed ? { text, options: {} } : { text: others.join(' '), options: { story: first } };
}

/** Prints the answer to what was typed behind `ask`, and returns the exit code. */
export function answerLine(words: readonly string[], stories: StoryLibrary): number {
  const [command] = commands.filter(({ name }) => name === 'ask');
  const read = command && readOptions(command, { ...storyFirst(words, stories), at: Date.now() }, stories);
  if (!read) throw new UsageProblem('There is no ‘ask’.');
  if ('mistake' in read) {
    const said = sayMistake(read.mistake.message);
    if (read.noStory === undefined) throw new UsageProblem(said);
    throw new Error(brokenStory(read.noStory, stories) ?? said, { cause: read.noStory });
  }
  const { question, story } = read.values as { question?: string; story?: Story };
  if (question === undefined) throw new UsageProblem('Say what to ask: ask albania-iran "when was the attack".');
  const { said } = answerTo({ question, story }, stories, new Answers());
  process.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
  return 0;
}

/** What is wrong, and what was probably meant. */
function sayMistake({ summary, buttons }: Message): string {
  const meant = buttons.filter(({ command }) => command.startsWith('/ask '));
  return [summary, ...meant.map(({ label }) => `  ${label}`)].join('\n');
}

/** Answers each line of a stream that is not blank, in their order, and returns the exit code: 1 where no line could be read. */
export async function answerLines(input: NodeJS.ReadableStream, stories: StoryLibrary): Promise<number> {
  const answers = new Answers();
  const talks = new Map<string, Talk>();
  let read = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const put = parseLine(line, stories);
    if (typeof put !== 'string') read += 1;
    process.stdout.write(
      `${JSON.stringify(typeof put === 'string' ? { error: put } : next(put, talks, stories, answers))}\n`,
    );
  }
  return read > 0 ? 0 : 1;
}

interface Line extends Put {
  readonly conversation?: string | undefined;
}

function next({ conversation, ...put }: Line, talks: Map<string, Talk>, stories: StoryLibrary, answers: Answers) {
  const talk = conversation === undefined ? undefined : talks.get(conversation);
  const { said, told } = answerTo({ ...put, talk }, stories, answers);
  const statements = told?.answer.inView.map(({ id }) => id) ?? [];
  if (conversation !== undefined && told && statements.length > 0)
    talks.set(conversation, { story: told.story.id, statements });
  return said;
}

/** What a line asks, or what is wrong with it. */
function parseLine(line: string, stories: StoryLibrary): Line | string {
  let typed: unknown;
  try {
    typed = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return 'The line is not JSON.';
  }
  if (typeof typed !== 'object' || typed === null || Array.isArray(typed)) return 'The line is not a JSON object.';
  const { story: name, question, conversation } = typed as Readonly<Record<string, unknown>>;
  if (typeof question !== 'string') return 'The line has no question, which has to be a text.';
  if (name !== undefined && name !== null && typeof name !== 'string')
    return 'The story has to be a text, a story’s id.';
  if (conversation !== undefined && conversation !== null && typeof conversation !== 'string')
    return 'The conversation has to be a text.';
  const story = name ? stories.find(name) : undefined;
  if (name && !story) return brokenStory(name, stories) ?? `There is no story ‘${name}’.`;
  return { question, story, conversation: conversation ?? undefined };
}

/** An answer as it is printed, and the statements behind it. */
function answerTo({ question: typed, story, talk }: Put, stories: StoryLibrary, answers: Answers) {
  const question = typed.replace(/\s+/g, ' ').trim();
  if (story) answers.ask(story, story.title); // making it ready is not answering
  const start = performance.now();
  const none = noQuestion(question);
  const [told] = none ? [] : tell(question, { stories, answers, named: story, talk });
  const ms = rounded(performance.now() - start);
  const refusal = none
    ? answerNoQuestion(none, stories, '/', story).message.summary
    : told
      ? undefined
      : 'There is no story.';
  const said = {
    ...(told ? printed(told, story) : { answered: false, answer: refusal, statements: [], confidence: 0, next: [] }),
    ms,
  };
  return { said, told };
}

function printed({ story, answer }: Told, named: Story | undefined) {
  return {
    answered: answer.isAnswered,
    ...(named ? {} : { story: story.id }),
    answer: answer.foreign ? answerForeign(story).message.summary : plainAnswer(story, answer),
    statements: answer.statements.map(({ id, what, evidence }) => ({
      id,
      text: what,
      evidence: evidence.map(passage),
    })),
    confidence: rounded(answer.confidence),
    next: answer.next.map(sayNext),
  };
}

function passage({ source, paragraph, first, last }: Evidence) {
  return { source, paragraph, passage: last === undefined ? first : `${first} … ${last}` };
}

function rounded(figure: number): number {
  return Number(figure.toFixed(2));
}
