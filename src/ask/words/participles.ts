/** Participles: what a deed becomes behind a form of “be”, where who did it may be left out. */

/** Of verbs that do not take “ed”. */
export const irregularParticiples =
  'beaten|bitten|blown|born|bought|broken|brought|built|caught|chosen|cut|done|drawn|driven|found|frozen|given|held|hidden|' +
  'hit|hurt|kept|known|left|lost|made|met|overthrown|paid|put|seen|sent|shaken|shot|shown|shut|sold|stolen|sworn|taken|' +
  'told|torn|thrown|withdrawn|won|written';

const participleForm = new RegExp(`^(?:\\p{L}{2,}ed|burnt|${irregularParticiples})$`, 'u');
const formOfBe = /^(?:is|are|was|were|be|been|being)$/;
/** Adverbs, “not”, and no more: “was later found”. */
const mostBetween = 2;

/** Whether the word at a place of a sentence is a participle behind a form of “be”. */
export function isPassiveAt(words: readonly { readonly text: string }[], at: number): boolean {
  if (!participleForm.test(words[at]?.text ?? '')) return false;
  return words.slice(Math.max(0, at - 1 - mostBetween), at).some(({ text }) => formOfBe.test(text));
}
