/** Whether somebody is told of without who they are: “an investigating judge set him free”. */
import type { Statement } from '../../../../story/index.ts';
import { type PlacedWord, placedWordsOf } from '../../../words/words.ts';
import { actorsOf } from '../../story/doers.ts';
import type { StoryIndex } from '../../story/story-index.ts';
import type { Reading } from '../reading.ts';
import { placesOf } from './places.ts';

/** “Who is the judge that freed him?”, “what is the name of the envoy?”, of what has the bare noun, and nobody known by it. */
export function leavesWhoOpen(index: StoryIndex, statement: Statement, { question }: Reading): boolean {
  const noun = askedForms.map((form) => form.exec(question)?.[1]).find((each) => each !== undefined);
  if (noun === undefined || anyoneForm.test(noun)) return false;
  const { what } = statement;
  const words = placedWordsOf(what);
  const places = placesOf(noun, words);
  if (places.length === 0 || !places.every((at) => isBare(what, words, at))) return false;
  const known = [...actorsOf(statement), ...index.namedIn(statement)].filter(({ unnamed }) => !unnamed);
  return !known.some(({ name, role = '' }) => placesOf(noun, placedWordsOf(`${name} ${role}`)).length > 0);
}

const tail = '(?: (?:who|that|which|whom|whose|in|at|on|of|with|behind)\\b.*)?\\W*$';
const askedForms = [
  `^\\W*(?:and |so |but )?who(?:[’']?s| is| was| are| were) (?:the|this|that|those|these) (?:\\p{Ll}+ )?(\\p{Ll}+)${tail}`,
  `\\bwhat(?:[’']?s| is| was| are| were) the (?:(?:full|first|last|real) )?names? of (?:the|this|that|those|these|his|her|its|their) (?:\\p{Ll}+ )?(\\p{Ll}+)${tail}`,
  `\\bwhat(?:[’']?s| is| was| are| were) (?:the|this|that|his|her|its|their) (?:\\p{Ll}+ )?(\\p{Ll}+)[’']s? (?:(?:full|first|last|real) )?names?\\W*$`,
].map((form) => new RegExp(form, 'iu'));
const anyoneForm = /^(?:ones?|first|second|third|last|others?|other|people|persons?|new|same)$/i;

/** Whether a noun has nothing beside it that may be a name, or tells who it is. */
function isBare(what: string, words: readonly PlacedWord[], at: number): boolean {
  const [before, noun, next] = [words[at - 1], words[at], words[at + 1]];
  if (!noun || (noun.isCapital && at > 0) || (before?.isCapital && at > 1)) return false;
  const sign = what.slice(noun.at + noun.text.length, next?.at).trim();
  if (/^[,“:(–—]/.test(sign) || (sign === '' && (next?.isCapital || tellingForm.test(next?.text ?? '')))) return false;
  const ahead = what.slice(0, noun.at);
  return !nameAheadForm.test(ahead) && !asForm.test(ahead);
}

const tellingForm = /^(?:called|named|of|is|was|are|were)$/;
/** “Nino Tskara, the lawyer”, “made Birgit Zaunmair administrator”, “was the monk”. */
const nameAheadForm =
  /(?:(?<=\S )\p{Lu}[\p{L}’'-]+,?|^\p{Lu}[\p{L}’'-]+,) (?:\p{N}+, )?(?:(?:the|an?|his|her|its|their) )?(?:\p{Ll}+ )?$/u;
const asForm = /\bas (?:\p{Ll}+ ){0,2}$|\b(?:is|was|are|were) (?:the|an?) (?:\p{Ll}+ )?$/u;
