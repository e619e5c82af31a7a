/** A question as it is read beside a story, whose actors' names weigh little in it. */
import { placedWordsOf } from '../../words/words.ts';
import { type Analysis, analyse } from '../question/analyse.ts';
import type { ContentWord } from '../question/question-words.ts';
import type { ActorNames, Mention } from './actors.ts';

/** A question, and whom it names. */
export interface NamedQuestion {
  readonly asked: Analysis;
  readonly named: readonly Mention[];
}

/** Reads a question by itself. */
export function readNamed(names: ActorNames, question: string): NamedQuestion {
  const asked = analyse(question);
  const named = names.mentionsIn(placedWordsOf(question));
  return { asked: { ...asked, words: lightened(asked.words, named) }, named };
}

/** A name says whom a question is about; what it asks about them weighs more, however rare the name. */
function lightened(words: readonly ContentWord[], mentions: readonly Mention[]): readonly ContentWord[] {
  if (mentions.length === 0) return words;
  const parts = new Map(mentions.flatMap((mention) => mention.words.map(({ stem }) => [stem, mention.words.length])));
  return words.map((asking) => {
    const length = parts.get(asking.word.stem);
    return length === undefined ? asking : { ...asking, share: (asking.share * nameShare) / length };
  });
}

/** What a whole name weighs of what one of its words would. */
const nameShare = 0.7;
