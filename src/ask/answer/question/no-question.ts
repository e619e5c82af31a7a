/** What is no question to a story: nothing typed, signs alone, thanks, rude words, instructions, or a question about the bot. */
import { wordsOf } from '../../words/words.ts';
import { isAboutBot } from './about-bot.ts';
import { isThanks } from './thanks.ts';

export type NoQuestion = 'empty' | 'long' | 'thanks' | 'rude' | 'instructions' | 'bot';

/** More than a question has. */
export const longestQuestion = 500;

const instructions =
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules?|prompts?|everything|above|previous)\b|\bsystem prompt\b|\b(?:pretend|act) (?:to be|as if|as an?|you are)\b|\byou are now\b|\bjailbreak\b|\brepeat after me\b|\bdeveloper mode\b/i;

/** What somebody says to an answer, and does not ask. */
const nodding =
  /^\W*(?:ok(?:ay)?|k+|yes|yep|yeah|yup|no|nope|sure|cool|great|nice|good|fine|got it|i see|wow|lol|haha)\W*$/i;

const rudeWords = new Set(
  'arse arsehole ass asshole bastard bitch bloody bollocks bullshit cock crap cunt damn dick dickhead douche fck fuck fucked fucker fucking fuk fuckin goddamn idiot idiots moron motherfucker piss prick shit shitty slut stfu stupid twat wanker whore wtf'.split(
    ' ',
  ),
);

/** Undefined where it may be a question. */
export function noQuestion(typed: string): NoQuestion | undefined {
  if (!/[\p{L}\p{N}]/u.test(typed)) return 'empty';
  if (typed.length > longestQuestion) return 'long';
  if (nodding.test(typed)) return 'empty';
  if (isThanks(typed)) return 'thanks';
  const words = wordsOf(typed).map(({ text }) => text);
  const content = wordsOf(typed).filter(({ text, isStop }) => !isStop && !rudeWords.has(text));
  if (isRude(typed) && content.length === 0) return 'rude';
  if (instructions.test(typed)) return 'instructions';
  if (isAboutBot(typed)) return 'bot';
  return words.length === 0 ? 'empty' : undefined;
}

/** Whether it has words that are not to be repeated in public. */
export function isRude(typed: string): boolean {
  return wordsOf(typed).some(({ text }) => rudeWords.has(text));
}
