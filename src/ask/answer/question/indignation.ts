/** What people say around a question when they are angry, and do not ask: “who had the nerve to defend this bloody alarm?!” */

const sakes = '(?:heaven|god|goodness|christ|pete|pity)(?:’?s)? sake';

/** What is said otherwise, or not at all. A typographic apostrophe stands for each. */
export const indignantForms: readonly (readonly [RegExp, string])[] = [
  [/\b(?:has|have|had) the (?:nerve|guts|cheek|audacity|gall|face|decency|courage|balls) to (?=\p{L})/iu, ''],
  [/\b(?:dared?|dares|bothered) to (?=\p{L})/iu, ''],
  [/\b(?:bloody|damn(?:ed)?|goddamn(?:ed)?|fuckin[g’]?|freaking|frigging|sodding) (?=\p{L})/giu, ''],
  [new RegExp(`[\\s,.!]*\\bfor (?:${sakes}|crying out loud)(?=[\\s,.!?]|$)`, 'iu'), ''],
  [
    /(?<=[,.!?–—]\s*)(?:unbelievable|unreal|typical|disgraceful|outrageous|shameful|what a joke|are (?:you|they) (?:kidding|joking|serious)(?: me)?|you must be joking|you(?:’ve| have) got to be kidding(?: me)?)(?:\s*[,.!?]+\s*|$)/iu,
    '',
  ],
];
