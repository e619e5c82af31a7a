/** Whether two questions ask the same, whatever their order, forms and small words. */
import { wordsOf } from '../../words/words.ts';
import { analyse } from './analyse.ts';
import { plainly } from './plainly.ts';

/** Equal for questions that ask for the same of the same: what is asked for, then the stems of what it is about. */
export function questionKey(typed: string): string {
  const question = plainly(typed);
  const { for: kind, words } = analyse(question);
  const own = words.filter(({ share }) => share === 1);
  const about = (own.length > 0 ? own : words).map(({ word }) => word.stem);
  const stems = about.length > 0 ? about : wordsOf(question).map(({ text }) => text);
  return [kind, ...[...new Set(stems)].sort()].join(' ');
}
