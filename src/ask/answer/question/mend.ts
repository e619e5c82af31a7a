/** Mistyped words of a question: mended towards the story's words first, then towards those of the language. */

import { linesOf } from '../../tables/tables.ts';
import { isEnglishWord } from '../../words/related.ts';
import { nearestWord } from '../../words/spelling.ts';
import { american } from '../../words/word-forms.ts';
import { placedWordsOf } from '../../words/words.ts';

/** How people write in a hurry what no count of slips would find. */
const hurried = new Map(
  'wat what|wht what|wot what|wen when|whn when|wher where|y why|wy why|hw how|hwo who|u you|r are|ppl people|gov government|govt government|pls please|info information|bc because|realy really|wich which|whcih which|thier their|teh the|becuase because|wehn when|hwat what|whos who is|whats what is|wheres where is|whens when is|hows how is|whys why is'
    .split('|')
    .map((pair): [string, string] => [pair.split(' ', 1)[0] ?? '', pair.slice(pair.indexOf(' ') + 1)]),
);

/** `petrel 2`, where the story has Petrel-2. */
const numbered = /(\p{L}+)\s?(\p{N}{1,3})(?![\p{L}\p{N}])/gu;

/** The question with its mistyped words mended. @param vocabulary the story's words, folded as `wordsOf` gives them */
export function mend(typed: string, vocabulary: ReadonlySet<string>): string {
  const question = typed.replace(numbered, (both, name: string, number: string) =>
    vocabulary.has(name.toLowerCase() + number) ? `${name}-${number}` : both,
  );
  let mended = '';
  let end = 0;
  for (const { text, at, isNumber } of placedWordsOf(question)) {
    const written = question.slice(at, at + text.length);
    const instead = isNumber || written.toLowerCase() !== text ? undefined : insteadOf(text, vocabulary);
    if (instead === undefined) continue;
    mended +=
      question.slice(end, at) +
      (/^\p{Lu}/u.test(written) ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead);
    end = at + text.length;
  }
  return mended + question.slice(end);
}

function insteadOf(word: string, vocabulary: ReadonlySet<string>): string | undefined {
  if (vocabulary.has(word)) return undefined;
  const meant = hurried.get(word);
  if (meant !== undefined) return meant;
  // The table has American spelling: `summarise` is no slip.
  if (word.length < shortest || isEnglishWord(word) || isEnglishWord(american(word))) return undefined;
  return nearestWord(word, vocabulary) ?? nearestEnglish(word);
}

const shortest = 4;
/** The rarest of the language's words that a slip is mended to, by rank. */
const mostWords = 12_000;

let byStart: Map<string, string[]> | undefined;

/** Of the words that begin alike and are about as long, the one that is a slip away; the most frequent where several are. */
function nearestEnglish(word: string): string | undefined {
  byStart ??= Map.groupBy(
    linesOf('words.txt')
      .slice(0, mostWords)
      .flatMap((line) => line.split(' ')),
    startOf,
  );
  for (const candidate of byStart.get(startOf(word)) ?? []) {
    if (Math.abs(candidate.length - word.length) <= 1 && nearestWord(word, [candidate]) === candidate) return candidate;
  }
  return undefined;
}

function startOf(word: string): string {
  return word.charAt(0);
}
