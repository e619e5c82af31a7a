/** `dateline check`: what is wrong with a folder of stories and, with copies of their sources, where each passage stands. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayAt } from '../digest/index.ts';
import { counted, listed } from '../message/index.ts';
import { askedEnd, coverageOf, type Day, partsIn, problemLine, type Story, type StoryLibrary } from '../story/index.ts';
import { hintsOf } from './hints.ts';

/** What was found, a line each, and whether all of it is right; a hint does not tell that anything is wrong. */
export interface Checked {
  readonly lines: readonly string[];
  readonly right: boolean;
}

/** What was found out about one story's sources. */
interface Compared {
  readonly lines: readonly string[];
  readonly wrong: number;
  /** Sentences that nothing cites. */
  readonly uncited: number;
  readonly passages: number;
}

/**
 * Checks the stories of a library.
 * @param now milliseconds since 1970
 * @param sources the folder of the sources' copies, `SOURCE-ID.txt` each
 */
export function checkStories({ stories, problems, folder }: StoryLibrary, now: number, sources?: string): Checked {
  const asked = stories.flatMap((story) => hintsAt(story, folder, dayAt(story.timeZone, now)));
  const compared = sources === undefined ? [] : stories.map((story) => compare(story, folder, sources));
  const total = (of: 'wrong' | 'uncited') => compared.reduce((sum, story) => sum + story[of], 0);
  const hints = problems.filter(({ isHint }) => isHint).length;
  const wrong = problems.length - hints + total('wrong');
  const uncited = total('uncited');
  const isEmpty = stories.length === 0 && problems.every(({ file }) => file.endsWith(askedEnd));
  // What compared nothing has shown nothing.
  const isVain = sources !== undefined && compared.every(({ passages }) => passages === 0);
  return {
    lines: [
      ...problems.map((problem) => problemLine({ ...problem, file: join(folder, problem.file) })),
      ...asked,
      ...compared.flatMap(({ lines }) => lines),
      ...(isVain && !isEmpty ? [sayVain(stories.length, sources)] : []),
      isEmpty
        ? `There is no story in ${folder}.`
        : `${sayLoaded(stories.length, problems)}; ${sayFound(wrong, uncited, hints + asked.length)}.`,
    ],
    right: wrong + uncited === 0 && !isEmpty && !isVain,
  };
}

/** How much is wrong and, where there is any, how much else there is to look at. */
function sayFound(wrong: number, uncited: number, hints: number): string {
  const found = [
    wrong > 0 && `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong`,
    uncited > 0 && `${uncited} ${uncited === 1 ? 'sentence is' : 'sentences are'} not cited`,
    hints > 0 && `there ${hints === 1 ? 'is 1 hint' : `are ${hints} hints`}`,
  ];
  const all = listed(found.filter((each) => each !== false));
  if (wrong > 0) return all;
  return all === '' ? 'nothing is wrong' : `nothing is wrong, but ${all}`;
}

/** Why nothing was compared. */
function sayVain(loaded: number, sources: string): string {
  return loaded === 0
    ? 'No story loads: nothing was compared with its sources.'
    : `No source of a story is in ${sources}: nothing was compared.`;
}

/** How many of the stories' files load; what readers ask stands beside them. */
function sayLoaded(loaded: number, problems: StoryLibrary['problems']): string {
  const broken = problems.map(({ file }) => file).filter((file) => !file.endsWith(askedEnd));
  const files = loaded + new Set(broken).size;
  if (files === 1) return loaded === 1 ? 'The one story file loads' : 'The one story file does not load';
  return loaded === files ? `All ${files} story files load` : `${loaded} of ${files} story files load`;
}

/** At each part of the story that an editor is asked about. */
function hintsAt(story: Story, folder: string, today: Day): string[] {
  const hints = hintsOf(story, today);
  if (hints.length === 0) return [];
  const file = join(folder, `${story.id}.yaml`);
  const placeOf = placesIn(file);
  return hints.map(({ part, message }) => problemLine({ file, ...placeOf(part), message, isHint: true }));
}

function compare(story: Story, folder: string, sources: string): Compared {
  const textOf = (source: string) => {
    const file = join(sources, `${source}.txt`);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const { passages, located, quotations, sentences, wrong, uncited, missing } = coverageOf(story, textOf);
  const file = join(folder, `${story.id}.yaml`);
  const placeOf = placesIn(file);
  const cited = `${sentences - uncited.length} of ${sentences} sentences cited`;
  const lines = [
    `${story.id}: ${located} of ${counted(passages, 'passage')} located, ${counted(quotations, 'quotation')} compared, ${cited}`,
    ...missing.map((each) => `  not at hand: ${each}.txt`),
    ...wrong.map(({ part, message }) => problemLine({ file, ...placeOf(part), message })),
    ...uncited.map(({ source, paragraph, text }) => `  not cited: ${source} ¶${paragraph} ${text}`),
  ];
  return { lines, wrong: wrong.length, uncited: uncited.length, passages };
}

/** Without a byte order mark, which would move the first line's places. */
function placesIn(file: string) {
  return partsIn(new TextDecoder().decode(readFileSync(file)));
}
