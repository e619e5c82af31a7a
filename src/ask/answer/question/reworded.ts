/** What people say in everyday words, in those that a story answers to: “the job of the satellite” is what it is for. */

/** “This whole mess” is what all of it is about. */
const messes = 'mess|disaster|fiasco|debacle|failure|shambles|scandal|misery';
const named = '\\p{Lu}[\\p{L}\\p{N}’-]+';

const forms: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\bthis (?:\\p{L}+ )?(?:${messes})\\b`, 'iu'), 'it'],
  [
    /^\W*(?:(?:and|so|but) )?what(?:’s| is| was) the (?:job|purpose|task|aim|mission|point) of (.+?)[\s?.!]*$/iu,
    'what is $1 for?',
  ],
  [/\s+(?:in the end|after all|for good|in the meantime|of all things|for real|somewhere|somehow)(?=[\s?.!]*$)/iu, ''],
  // “The Iranians claim what?”
  [
    /^\W*(?:(?:and|so|but) )?((?!(?:wh|how\b|did\b|does\b|do\b)).+? )(say|claim|want|think|plan)s?( to do)? what(?: now)?[\s?.!]*$/iu,
    'what does $1$2$3?',
  ],
  // “The MEK people” are the MEK; the Iranian people are all who live there.
  [/\b(\p{Lu}{2,}) (?:people|folks?|guys|crowd|lot)\b/u, '$1'],
  // “My husband says they had a day. Is he right?”
  [
    /^.*?\b(?:says?|said|claims?|thinks?|told (?:me|us)|insists?|heard|read)(?: that)? (.{6,}?)[,.;–—-]+ (?:but )?(?:(?:is|was) (?:he|she|that|it|this)|are they|am i|did (?:i|he|she|they) get (?:it|that)) (?:really |actually )?(?:right|true|correct|wrong|so|lying|mistaken)[\s?.!]*$/iu,
    'is it true that $1?',
  ],
  // Of two who may have said something, what the first did.
  [
    new RegExp(
      `(?<!\\bbetween )\\b(${named}) (?:and|or) (?:the )?${named}(?= (?:say|do|think|react|want|claim|tell)\\b)`,
      'u',
    ),
    '$1',
  ],
];

/** The question in plainer words; as it stands where nothing in it is said otherwise. */
export function reworded(question: string): string {
  return forms.reduce((asked, [form, instead]) => asked.replace(form, instead), question);
}
