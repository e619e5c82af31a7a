/** The wordings in which a story file lists what readers ask. */
import { fold } from './names.ts';
import type { Complain } from './problem.ts';
import type { StoryFile } from './schema.ts';
import type { ReadersQuestion } from './story.ts';

/** Each of `also_asked` once, with all ids under which it stands. */
export function wordingsOf({ also_asked }: StoryFile): ReadersQuestion[] {
  const all = Object.entries(also_asked).flatMap(([answer, wordings]) => wordings.map((asks) => ({ asks, answer })));
  return [...Map.groupBy(all, ({ asks }) => fold(asks)).values()].map((same) => ({
    asks: same[0]?.asks ?? '',
    answers: [...new Set(same.map(({ answer }) => answer))],
  }));
}

/** Complains of each question that is listed as told and as not told. */
export function checkNotTold({ readers_ask, also_asked, who_says_what, not_told }: StoryFile, complain: Complain) {
  const open = Object.values(who_says_what).map(({ asks }) => asks);
  const told = new Set([...Object.keys(readers_ask), ...Object.values(also_asked).flat(), ...open].map(fold));
  for (const [index, asks] of not_told.entries())
    if (told.has(fold(asks))) complain(['not_told', index], 'is listed as a question that is answered, too');
}
