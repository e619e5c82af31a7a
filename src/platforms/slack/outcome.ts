/** What Slack's refusal of a post, or of a change, comes to. */
import { webApi } from '@slack/bolt';
import type { Amended, Delivered } from '../../digest/index.ts';
import { reasonOf } from './errors.ts';

/** Try again so much later where nothing says when: longer than a request lives. */
export const quietMs = 60_000;

/** Slack's errors after which a channel takes no posts any more. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const gone: Readonly<Record<string, string>> = {
  channel_not_found: 'the channel is no more, or the bot is not in it',
  not_in_channel: 'the bot is not in the channel',
  is_archived: 'the channel is archived',
  restricted_action: 'the bot may not write in the channel',
  restricted_action_read_only_channel: 'the bot may not write in the channel',
  restricted_action_thread_only_channel: 'only threads are written in the channel',
  is_inactive: 'the channel is archived',
  user_disabled: 'the reader’s account is closed',
  messages_tab_disabled: 'the bot’s private messages are switched off',
};

/** Errors that another message, or another setting, would not have. */
const refused =
  /^(?:invalid_blocks|msg_too_long|msg_blocks_too_long|no_text|invalid_metadata.*|metadata_.*|too_many_attachments|invalid_arguments|missing_scope|cannot_parse_attachment)/;

/** Errors after which a post cannot be changed any more. https://docs.slack.dev/reference/methods/chat.update#errors */
const final: Readonly<Record<string, string>> = {
  message_not_found: 'the message was deleted',
  edit_window_closed: 'the workspace allows no edits any more',
  cant_update_message: 'the message is not the bot’s own',
};

export type Failed = Exclude<Delivered, { kind: 'sent' }>;

/** What an error comes to where something was to be posted. */
export function failed(error: unknown): Failed {
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'retry', afterMs: error.retryAfter * 1000 };
  if (!(error instanceof webApi.WebAPIPlatformError)) return { kind: 'retry', afterMs: quietMs };
  const reason = reasonOf(error);
  const why = gone[reason];
  if (why !== undefined) return { kind: 'gone', why };
  return refused.test(reason) || final[reason] !== undefined
    ? { kind: 'refused', why: reason }
    : { kind: 'retry', afterMs: quietMs };
}

/** What an error comes to where a post was to be changed. */
export function unchanged(error: unknown): Amended {
  const outcome = failed(error);
  if (outcome.kind === 'retry') return outcome;
  return { kind: 'closed', why: final[reasonOf(error)] ?? outcome.why };
}
