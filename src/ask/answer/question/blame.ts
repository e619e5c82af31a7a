/** Questions for whom to blame: “who is responsible for the leak?”, “whose fault is it?” */

const form =
  /^\W*(?:(?:and|but|so|ok(?:ay)?|then)\b[\s,]*)*(?:who(?:’s| is| was| are| were) (?:really |mainly |actually |ultimately )?(?:to blame|responsible|at fault|guilty)|(?:whose|who’s) fault|who (?:is )?(?:gets?|takes?|got|bears?|has) the (?:blame|responsibility))\b/iu;
const words = /^(?:to|blamed?|responsib\p{L}+|fault|guilty)$/u;

/** Whether it asks whom to blame. */
export function asksWhomToBlame(question: string): boolean {
  return form.test(question);
}

/** Whether a word of such a question asks that, and does not tell what somebody is blamed for. */
export function isOfBlame(word: string): boolean {
  return words.test(word);
}
