/** Whether a question is in another language than a story: only what is sure is refused. */
import { isEnglishWord } from '../../words/related.ts';
import { wordsOf } from '../../words/words.ts';

const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Devanagari',
  'Thai',
  'Armenian',
  'Georgian',
  'Bengali',
  'Tamil',
];
const scriptForms = new Map(scripts.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'gu')]));

/** No letter of another script; one of its own. */
const onlyLatin = /^[^\p{L}]*\p{Script=Latin}(?:\p{Script=Latin}|[^\p{L}])*$/u;

/** From so many words on, none of which the story's language knows, it is another one. */
const leastWords = 5;

/**
 * Whether its script is another, and the story has none of its words; or it has five words or more and the language none of them.
 * @param isKnown whether the story has a word
 */
export function isForeign(
  question: string,
  language: string,
  storyText: string,
  isKnown: (word: string) => boolean,
): boolean {
  const words = wordsOf(question).filter(({ isNumber }) => !isNumber);
  if (words.length === 0 || words.some(({ text }) => isKnown(text))) return false;
  if (mainScript(question) !== mainScript(storyText)) return true;
  const isEnglish = language.split('-')[0] === 'en';
  return isEnglish && words.length >= leastWords && !words.some(({ text, isStop }) => isStop || isEnglishWord(text));
}

function mainScript(text: string): string | undefined {
  if (onlyLatin.test(text)) return 'Latin';
  const counts = [...scriptForms].map(([name, form]) => [name, text.match(form)?.length ?? 0] as const);
  const [best] = counts.toSorted((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : undefined;
}
