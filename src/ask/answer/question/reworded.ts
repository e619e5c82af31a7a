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
