/** What Slack accepts. https://docs.slack.dev/reference/block-kit/blocks */
export const limits = {
  /** Blocks of a message. */
  blocks: 50,
  /** Not documented: `msg_blocks_too_long` was seen at about 13,200 characters of blocks in all. */
  characters: 12_000,
  header: 150,
  buttonText: 75,
  buttonValue: 2000,
  actionId: 255,
  elementsInActions: 25,
  selectOptions: 100,
  optionText: 75,
  optionValue: 150,
  url: 3000,
  /** A slash command's, in the manifest. */
  usageHint: 1000,
  /** A view's. */
  viewTitle: 24,
  metadata: 3000,
  /** Messages, channels or members that a request lists. https://docs.slack.dev/reference/methods/conversations.history */
  listed: 999,
  /** Slack takes up to 3,000; the bot reads 2,000 in all. */
  fieldValue: 1000,
} as const;
