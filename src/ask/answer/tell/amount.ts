/** The short answer to “how much?” and “how old?”: an amount that the sentence has, where it can be no other one's. */
import type { Statement } from '../../../story/index.ts';
import { negatedForm } from '../rank/asked-figure.ts';
import { figuresIn } from '../rank/figures.ts';
import type { Point } from '../rank/point.ts';
import type { Reading } from '../rank/reading.ts';

/** Nothing where it counts something (“how much rain?”), or several could be meant. */
export function amountIn(
  { what }: Pick<Statement, 'what'>,
  { question, asked }: Pick<Reading, 'question' | 'asked'>,
): Point | undefined {
  if (asked.isAge) return ageIn(what);
  if (asked.isEach || !amountForm.test(question) || negatedForm.test(what) || changeForm.test(what)) return undefined;
  return only(figuresIn(what).flatMap(({ kind, text }) => (kind === 'time' ? [] : [text])));
}

/** None where another may be somebody else's: “she is 44 years old, he 31”. */
function ageIn(what: string): Point | undefined {
  const ages = [...what.matchAll(ageForm)].map(([text]) => text);
  const others = figuresIn(what).filter(({ isBare, text }) => isBare && !ages.some((age) => age.includes(text)));
  return others.length > 0 || rangeForm.test(what) ? undefined : only(ages);
}

function only([text, another]: readonly string[]): Point | undefined {
  return text === undefined || another !== undefined ? undefined : { kind: 'figure', text };
}

const number = '(?<![\\p{N}.,])\\p{N}{1,3}(?:[.,]\\p{N}+)*';
/** `29 years old`, `a girl eleven days old`; `aged 29`; `Mardov, 41,`; `a cadet of 19,`; `Vasko is 33`. */
const ageForm = new RegExp(
  `(?:${number}(?: [mb]illion)?|\\p{L}+)[ -](?:day|week|month|year)s?[ -]old\\b|` +
    `\\baged ${number}|(?<=\\p{L}, |\\p{Ll} of |\\p{Lu}\\p{Ll}+ (?:is|was) )${number}(?=[,.;]| and )`,
  'gu',
);
const rangeForm = /\bbetween \S+ and |\baged \p{N}+(?: (?:and|to)|, \p{N})|\boldest\b.*\byoungest\b/u;
/** Money, or how far something went up. */
const amountForm =
  /\bhow much(?: money)?(?:\W*$| (?:is|was|were|are|did|does|do|has|have|had|will|would|can|could|must|should)\b)/i;
/** “From 48 to 71 pesos” is no single amount. */
const changeForm = /\bfrom \S*\p{N}\S*(?: \p{L}+){0,2} to \S*\p{N}/u;
