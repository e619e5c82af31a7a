/** Questions for what happened after or before what was last shown: “and right after that?”, “what went on before?” */

const opening = '^\\W*(?:(?:and|so|but) )?';
const closely = '(?:(?:right|just|shortly|directly|immediately|soon) )?';
const it = '(?:that|this|it)';

const afterForm = new RegExp(
  `${opening}(?:(?:what|which) (?:happened|happens|came|comes|went on) (?:next|then|${closely}(?:afterwards?|after ${it}))|then(?: what)?|what (?:next|then|followed)|${closely}after(?:wards?)?(?: ${it})?)\\W*$`,
  'i',
);
const beforeForm = new RegExp(
  `${opening}(?:what (?:(?:had|has) )?(?:happened|went on|gone on|came|come) )?${closely}(?:beforehand|before(?: ${it})?)\\W*$`,
  'i',
);

/** Which of the two is asked for, if no more is. */
export function besideAsked(question: string): 'after' | 'before' | undefined {
  if (afterForm.test(question)) return 'after';
  return beforeForm.test(question) ? 'before' : undefined;
}
