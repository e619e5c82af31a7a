/** How much fits into a story file, and the form of its ids. */

/** Sizes of a story file. Ids are bounded so that a button's command fits Discord's 100 characters; see `commands/`. */
export const bounds = {
  fileBytes: 1024 * 1024,
  storyId: 40,
  statementId: 32,
  sentence: 600,
  inShort: 200,
  headline: 60,
  /** A question is a button's label: Slack shows 75 characters. https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  question: 75,
  /** Never shown, only compared. */
  wording: 150,
  /** A web address, encoded. */
  link: 1000,
} as const;

/** A letter first: JavaScript would move keys of digits alone to the front. */
export const idForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** An id: a letter first, then lower-case letters, digits and single hyphens. */
export function isId(text: string, most: number): boolean {
  return text.length <= most && idForm.test(text);
}
