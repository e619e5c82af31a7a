/** Whether a statement has those do it, and have it done to them, whom a question says: "did Iran expel Albanians?" is not told by "Albania expelled Iranians". */
import type { Actor, Position, Statement } from '../../../story/index.ts';
import { isVoiceOf } from '../story/actors.ts';
import { actorsOf } from '../story/doers.ts';
import type { Roles } from '../story/roles.ts';
import type { StoryIndex } from '../story/story-index.ts';
import type { Reading } from './reading.ts';

/**
 * 1 where who the question says does it does it here, -1 where it is somebody else, 0 where either is unknown.
 * @param doers those who do or say it in a statement @param named whom its sentence names, in its order
 */
export function doerFit(doers: readonly Actor[], [first]: readonly Actor[], { doer }: Roles): number {
  if (!doer || (doers.length === 0 && !first)) return 0;
  if (first && isVoiceOf(first, doer)) return 1;
  return doers.some((each) => isVoiceOf(each, doer)) ? 1 : -1;
}

/** 1 where it is done to whom the question says, -1 where that one does it. */
export function undergoerFit(doers: readonly Actor[], named: readonly Actor[], { undergoer }: Roles): number {
  if (!undergoer) return 0;
  if (doers.some((each) => isVoiceOf(each, undergoer))) return -1;
  return named.some((each) => isVoiceOf(each, undergoer)) ? 1 : 0;
}

/** “Albania is a member.” */
const stateForm = /^(?:\p{Lu}[\p{L}’'-]*\s)+(?:is|are|was|were)\b/u;

/**
 * Whether a statement surely tells of another doer than the question names: it says who did it, and does not name that one; or
 * it is a side of whether somebody did it to whom it is done in the question.
 */
export function isOfAnother(
  index: StoryIndex,
  statement: Statement,
  { asked, mentions, roles: { doer, undergoer } }: Pick<Reading, 'asked' | 'mentions' | 'roles'>,
): boolean {
  if (asked.isSaying) return false;
  if (statement.kind === 'position') return asked.for === 'whether' && isOfAccused(index, statement, undergoer);
  const isNamed = mentions.some(({ actor, words }) => actor === doer && words.length > 0);
  if (!doer || !isNamed) return false;
  const [doers, named] = [actorsOf(statement), index.namedIn(statement)];
  const isClear = statement.kind === 'event' ? doers.length > 0 : stateForm.test(statement.what);
  return isClear && doerFit(doers, named, { doer }) === -1 && !named.some((each) => isVoiceOf(each, doer));
}

/** Whether a position is a side of whether somebody did it who has it done to them here. */
function isOfAccused(index: StoryIndex, position: Position, undergoer: Actor | undefined): boolean {
  const matter = index.questionOf(position);
  const [accused] = matter ? index.namedInQuestion(matter) : [];
  return accused !== undefined && undergoer !== undefined && isVoiceOf(accused, undergoer);
}
