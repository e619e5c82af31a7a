/** A question beside a story, as everything that ranks and tells reads it. */
import type { Statement } from '../../../story/index.ts';
import type { Word } from '../../words/words.ts';
import type { Analysis } from '../question/analyse.ts';
import type { Mention } from '../story/actors.ts';
import type { QuestionWord } from '../story/heard.ts';
import type { Roles } from '../story/roles.ts';
import type { Alike } from './editors-questions.ts';
import type { Leaning } from './follow-up.ts';
import type { AskedKeys } from './traits.ts';

/** A question, read. */
export interface Reading {
  readonly question: string;
  /** Its words, in their order. */
  readonly words: readonly Word[];
  /** The same as they are learnt. */
  readonly keys: AskedKeys;
  readonly asked: Analysis;
  /** What the story has for each of the words that describe what is asked. */
  readonly sought: readonly QuestionWord[];
  readonly mentions: readonly Mention[];
  readonly roles: Roles;
  readonly leaning: Leaning;
  /** Questions that the story expects and that are like it. */
  readonly alike: readonly Alike[];
  /** Questions that the story is known not to answer and that are like it. */
  readonly untold: readonly Alike[];
  /** What an editor gave as the answer to this very question; empty where the story is known not to tell, undefined where nothing is given. */
  readonly given: readonly string[] | undefined;
  /** It is given behind what was last shown, and not by itself. */
  readonly isGivenBehind: boolean;
  /** What was last shown, best first. */
  readonly last: readonly Statement[];
}
