/** An event in a few words: what the story gives as its headline, else its sentence, cut only where that cannot mislead. */
import type { Event } from '../story/index.ts';
import { canWrite } from './font.ts';
import { labels, mostLines, type } from './sizes.ts';
import { wrap } from './wrap.ts';

/** The label, or undefined where the event cannot be told in few words, or not in the letters of the font. */
export function labelOf({ short, what }: Event, language: string): string | undefined {
  const words = short ?? what.replace(/(?<=[^.\s]{2})\.$/u, '');
  if (!canWrite(words)) return undefined;
  if (fits(words, mostLines + 1)) return words;
  return language === 'en' ? cut(words) : undefined;
}

/** Measured in bold letters, the wider ones. */
function fits(words: string, lines = mostLines): boolean {
  return wrap(words, labels.width, type.news).length <= lines;
}

/** What follows may say whose assertion it is, or under which condition it holds: without it a sentence says something else. */
const turns =
  /\b(?:said|says?|told|according|reported|reports|announced|claim\w*|wrote|writes|believe\w*|alleg\w*|den(?:y|ies|ied)|accus\w*|if|unless|until|except|only|but|although|though|however|without|not|no|never|nor|neither|would|could|may|might|expect\w*|plan\w*)\b|n[’']t\b/iu;
const leastWords = 5;

/**
 * The longest beginning that ends with a word, leaves no quotation open, and has nothing behind it that turns its sense; where
 * a part of the sentence ends not far before, up to there.
 */
function cut(sentence: string): string | undefined {
  const words = sentence.split(' ');
  const cuts: string[] = [];
  for (let count = words.length - 1; count >= leastWords && !turns.test(words.slice(count).join(' ')); count -= 1) {
    const start = words.slice(0, count).join(' ');
    if (fits(`${start}…`) && !isOpen(start)) cuts.push(start);
  }
  const longest = cuts[0];
  const whole = cuts.find((start) => /[,;:]$/u.test(start) && start.length * 2 > (longest ?? '').length);
  const best = whole ?? longest;
  return best && `${best.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** Whether a quotation or a bracket in it is not closed. */
function isOpen(start: string): boolean {
  const count = (signs: RegExp) => [...start.matchAll(signs)].length;
  const straight = count(/"/gu) % 2 === 1;
  return straight || count(/[“„«「([]/gu) > count(/[”»」)\]]/gu);
}
