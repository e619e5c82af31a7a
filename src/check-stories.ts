/** `dateline check`: what is wrong with a folder of stories and, with copies of their sources, where each passage stands. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageOf, problemLine, type Story, type StoryLibrary } from './story/index.ts';

/** What was found, a line each, and whether all of it is right. */
export interface Checked {
  readonly lines: readonly string[];
  readonly right: boolean;
}

/** Checks the stories of a library. @param sources the folder of the sources' copies, `SOURCE-ID.txt` each */
export function checkStories({ stories, problems, folder }: StoryLibrary, sources: string | undefined): Checked {
  const covered = sources === undefined ? [] : stories.map((story) => checkSources(story, sources));
  const empty = stories.length === 0 && problems.length === 0;
  const loaded = stories.length === 1 ? '1 story loads' : `${stories.length} stories load`;
  const wrong = problems.length === 1 ? '1 thing is wrong' : `${problems.length} things are wrong`;
  return {
    lines: [
      ...problems.map((problem) => join(folder, problemLine(problem))),
      ...covered.flatMap(({ lines }) => lines),
      empty ? `There is no story in ${folder}.` : `${loaded}; ${wrong}.`,
    ],
    right: !empty && problems.length === 0 && covered.every(({ right }) => right),
  };
}

/** A story's coverage; not right where none of its sources is at hand, since nothing was then compared. */
function checkSources(story: Story, folder: string): Checked {
  const textOf = (source: string) => {
    const file = join(folder, `${source}.txt`);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const { passages, quotations, sentences, wrong, uncited, missing } = coverageOf(story, textOf);
  const cited = `${sentences - uncited.length} of ${sentences} sentences cited`;
  return {
    lines: [
      `${story.id}: ${passages} passages located, ${quotations} quotations compared, ${cited}`,
      ...missing.map((each) => `  not at hand: ${each}.txt`),
      ...wrong.map((each) => `  wrong: ${each}`),
      ...uncited.map(({ source, paragraph, text }) => `  not cited: ${source} ¶${paragraph} ${text}`),
    ],
    right: wrong.length === 0 && uncited.length === 0 && missing.length < story.sources.length,
  };
}
