/** What Discord accepts. https://discord.com/developers/docs/components/reference */
export const limits = {
  /** Text of all text displays of a message, markup included. */
  characters: 4000,
  /** Components of a message, nested ones and the container included. */
  components: 40,
  buttonsInRow: 5,
  label: 80,
  customId: 100,
  selectOptions: 25,
  optionLabel: 100,
  choices: 25,
  modalTitle: 45,
  modalFields: 5,
  fieldDescription: 100,
  /** Discord takes up to 4,000; the bot reads 2,000 in all. */
  fieldValue: 1000,
  /** A message's `nonce`. */
  nonce: 25,
} as const;

/**
 * Posts and changes of posts in a second. Discord takes 50 requests in all but first responses; the rest is for answers
 * meanwhile. https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
 */
export const postsPerSecond = 48;
