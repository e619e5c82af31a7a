/** Questions that ask of a contested matter as such: how sure it is, what the other side says, who is to blame. */
import { isAgainst, type OpenQuestion } from '../../../story/index.ts';
import { asksWhomToBlame, isOfBlame } from '../question/blame.ts';
import type { Reading } from '../rank/reading.ts';
import type { Signed } from '../rank/signs.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { matterOf, sideOf, sidesOf, type Told } from './sides.ts';

/** The sides of the matter that is asked about; undefined where none is asked about so. */
export function matterAskedAbout(index: StoryIndex, reading: Reading, candidates: readonly Signed[]): Told | undefined {
  const {
    question,
    last: [last],
  } = reading;
  const shown = last && matterOf(index, last);
  if (shown && sureForm.test(question)) return sidesOf(shown, [], candidates);
  if (shown && otherSideForm.test(question))
    return sideOf(index, shown, !(last.kind === 'position' && isAgainst(last)));
  const blamed = asksWhomToBlame(question) ? blamedFor(index, reading, candidates) : undefined;
  return blamed && sidesOf(blamed, [], candidates);
}

const opening = '^\\W*(?:(?:and|but|so|ok(?:ay)?|then)\\b[\\s,]*)*';
const it = '(?:it|that|this|all this|all that|any of (?:it|this|that))';
/** “How sure is that?” */
const sureForm = new RegExp(
  `${opening}(?:how (?:sure|certain|reliable|solid|credible|trustworthy|true) (?:is|are|was) (?:${it}|they|we|you)|(?:is|was) ${it} (?:really |actually |even |now |already )*(?:sure|certain|proven|confirmed|established|a fact|(?:known )?for (?:sure|certain))|(?:are|is) (?:they|he|she|you|we) sure)(?: about (?:that|it)| of (?:that|it)|,? then|,? now)?[\\s?.!]*$`,
  'iu',
);
const otherSideForm = new RegExp(
  `${opening}(?:(?:what|how) (?:about|does|do|did|is|has) )?(?:the )?(?:other|opposite|opposing) (?:side|party|camp)(?:’s)?(?: (?:say|said|says|think|view|version|story|answer))*(?:,? what (?:do|does|did) (?:they|it|he|she) say)?[\\s?.!]*$`,
  'iu',
);
/** The matter that the best statement is a side of, where it has all that somebody is blamed for. */
function blamedFor(index: StoryIndex, { asked }: Reading, [best]: readonly Signed[]): OpenQuestion | undefined {
  const matter = best && index.questionOf(best.statement);
  const hasAll = asked.words.every(
    ({ word, share }, n) => share < 1 || isOfBlame(word.text) || (best?.found[n] ?? 0) >= there,
  );
  return hasAll ? matter : undefined;
}

const there = 0.45;
