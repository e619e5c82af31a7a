/** `dateline ask` as JSON: one question, or many of them, a line each. */

import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { Answers } from '../ask/index.ts';
import { clip, commands, readOptions, talkAfter } from '../commands/index.ts';
import type { Message } from '../message/index.ts';
import { OperatorProblem } from '../operator/index.ts';
import type { Story, StoryLibrary } from '../story/index.ts';
import { answerTo, type Put } from './answer-json.ts';
import { brokenStory } from './broken-story.ts';
import { print } from './print.ts';
import { UsageProblem } from './usage.ts';

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
    throw new OperatorProblem(brokenStory(read.noStory, stories) ?? said);
  }
  const { question, story } = read.values as { question?: string; story?: Story };
  if (question === undefined) throw new UsageProblem('Say what to ask: ask albania-iran "when was the attack".');
  const { said } = answerTo({ question, story }, stories, new Answers());
  return print(JSON.stringify(said, null, 2));
}

/** What is wrong, and what was probably meant. */
function sayMistake({ summary, buttons }: Message): string {
  const meant = buttons.filter(({ command }) => command.startsWith('/ask '));
  return [summary, ...meant.map(({ label }) => `  ${label}`)].join('\n');
}

/**
 * Answers each line of a stream that is not blank, in their order, and returns the exit code: 1 where one could not be read,
 * or there was none.
 */
export async function answerLines(input: NodeJS.ReadableStream, stories: StoryLibrary): Promise<number> {
  const answers = new Answers();
  const talks: Talks = new Map();
  let [read, refused] = [0, 0];
  // What is asked first shall take no longer than the rest. Who looks on is told what they wait for.
  if (process.stderr.isTTY) process.stderr.write('Making ready …\n');
  for (const _ of answers.prepare(stories.stories)) await setImmediate();
  for (const _ of answers.rehearse(stories.stories)) await setImmediate();
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    // As in the bot, where each comes by itself: what the last one left behind is collected in between.
    await setImmediate();
    const put = parseLine(line, stories);
    if (typeof put === 'string') refused += 1;
    else read += 1;
    print(JSON.stringify(typeof put === 'string' ? { error: put } : next(put, talks, stories, answers)));
  }
  return read > 0 && refused === 0 ? 0 : 1;
}

/** What was last said, by conversation. */
type Talks = Map<string, Put['talk']>;

interface Line extends Put {
  readonly conversation?: string | undefined;
}

function next({ conversation, ...put }: Line, talks: Talks, stories: StoryLibrary, answers: Answers) {
  const talk = conversation === undefined ? undefined : talks.get(conversation);
  const { said, routed } = answerTo({ ...put, talk }, stories, answers);
  if (conversation !== undefined && routed && routed.answer.inView.length > 0)
    talks.set(conversation, { story: routed.story.id, ...talkAfter(put.question, routed.answer, routed.behind) });
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
  if (name && !story) return brokenStory(name, stories) ?? `There is no story ‘${clip(name)}’.`;
  return { question, story, conversation: conversation ?? undefined };
}
