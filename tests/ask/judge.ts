/** Holds answers against marked questions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Answers } from '../../src/ask/index.ts';
import { type PreviousTalk, readBehind, talkAfter } from '../../src/commands/index.ts';
import { type Statement, type Story, StoryLibrary } from '../../src/story/index.ts';

export interface Marked {
  readonly id: string;
  readonly story: string;
  readonly question: string;
  /** Each of these answers; none where the story does not tell. */
  readonly gold: readonly string[];
  readonly kind: string;
  readonly conversation?: string;
  readonly tags?: readonly string[];
  readonly both?: boolean;
  readonly short?: string;
}

/** What was answered: the ids of the statements, best first; none for a refusal. */
export interface Given {
  readonly statements: readonly string[];
  readonly confidence: number;
}

export interface Verdict {
  readonly marked: Marked;
  readonly given: Given;
  readonly right: boolean;
}

/** The marked questions of a file in `questions/`. */
export function questionsOf(name: string): Marked[] {
  return markedIn(join(import.meta.dirname, 'questions', `${name}.jsonl`));
}

/** The marked questions of a file, a JSON object a line. */
export function markedIn(file: string): Marked[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** A question is answered rightly by one of its statements in front, or by a refusal where there is none. */
export function judge(marked: Marked, given: Given): Verdict {
  const [first] = given.statements;
  const right = first === undefined ? marked.gold.length === 0 : marked.gold.includes(first);
  return { marked, given, right };
}

/** Percentages. */
export interface Rates {
  readonly questions: number;
  /** Of those that can be answered. */
  readonly rightAnswer: number;
  /** Of those that cannot. */
  readonly rightRefusal: number;
  /** Of all: answered, and wrongly. */
  readonly wrongAnswer: number;
}

export function ratesOf(verdicts: readonly Verdict[]): Rates {
  const share = (part: readonly Verdict[], whole: readonly Verdict[]) =>
    whole.length === 0 ? 100 : Math.round((1000 * part.length) / whole.length) / 10;
  const answerable = verdicts.filter(({ marked }) => marked.gold.length > 0);
  const others = verdicts.filter(({ marked }) => marked.gold.length === 0);
  return {
    questions: verdicts.length,
    rightAnswer: share(
      answerable.filter(({ right }) => right),
      answerable,
    ),
    rightRefusal: share(
      others.filter(({ right }) => right),
      others,
    ),
    wrongAnswer: share(
      verdicts.filter(({ right, given }) => !right && given.statements.length > 0),
      verdicts,
    ),
  };
}

/** Where the stories are that the questions are about. */
const folders = ['../../briefings', '../stories', 'stories'];

/** Every story that has marked questions, by its id. */
export async function storiesById(): Promise<ReadonlyMap<string, Story>> {
  const libraries = await Promise.all(folders.map((folder) => StoryLibrary.open(join(import.meta.dirname, folder))));
  return new Map(libraries.flatMap(({ stories }) => stories.map((story) => [story.id, story])));
}

/** Puts a file's questions to their stories, each conversation in its order, as `/ask` does. */
export async function judgeAll(name: string): Promise<Verdict[]> {
  const stories = await storiesById();
  const answers = new Answers();
  const talks = new Map<string, PreviousTalk>();
  return questionsOf(name).map((marked) => {
    const story = stories.get(marked.story);
    if (!story) throw new Error(`no such story: ${marked.story}`);
    const { conversation = '' } = marked;
    const talk = talks.get(conversation);
    const last = talk ? readBehind(marked.question, talk) : [];
    const answer = answers.ask(story, marked.question, last);
    if (conversation !== '' && answer.inView.length > 0)
      talks.set(conversation, { story: story.id, ...talkAfter(marked.question, answer, last) });
    return judge(marked, { statements: idsOf(answer.statements), confidence: answer.confidence });
  });
}

function idsOf(statements: readonly Statement[]): string[] {
  return statements.map(({ id }) => id);
}
