/** Who is meant by “the guy in charge of Albania”: whoever has a role and speaks for it. */
import { placedWordsOf } from '../../words/words.ts';
import { placeOf } from './actors.ts';
import type { StoryIndex } from './story-index.ts';

const leaderForm =
  /\b(?:the|that) (?:\p{L}+ )?(?:guy|man|woman|lady|person|boss|head|chief|leader|fellow)(?: who(?:’s| is)?| that is)?(?: (?:in charge|at the top|running|leading|runs|heading))?(?: (?:of|at))? (?=\p{L})/iu;

/** The question with the name instead; undefined where nobody is called so. */
export function withLeaderNamed({ names, story }: StoryIndex, question: string): string | undefined {
  const found = leaderForm.exec(question);
  if (!found) return undefined;
  const rest = question.slice(found.index + found[0].length);
  const [mention] = names.mentionsIn(placedWordsOf(rest));
  if (!mention || placeOf(mention).from > 4) return undefined;
  const leader = story.actors.find(({ role, speaksFor }) => role !== undefined && speaksFor?.id === mention.actor.id);
  return leader && `${question.slice(0, found.index)}${leader.name}${rest.slice(placeOf(mention).to)}`;
}
