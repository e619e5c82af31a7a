/** What is said of a command that there is not. */
import { nearest } from '../story/index.ts';
import { listedNames } from './usage.ts';

/** The sentence about it. A part of one of two words names it, too. @param story the id of the one that is named instead */
export function noCommand(word: string, story?: string): string {
  const byWord = new Map(
    listedNames.flatMap((name) => [name, ...name.split(' ')].map((each) => [each, name] as const)),
  );
  const [best = ''] = nearest(word, byWord.keys(), 1);
  const meant = story === undefined ? byWord.get(best) : `briefing ${story}`;
  return `There is no command ‘${word}’${meant === undefined ? '.' : `; did you mean ‘${meant}’?`}`;
}
