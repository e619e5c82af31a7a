/** What Slack's refusal of a post, or of a change, comes to. */
import { webApi } from '@slack/bolt';
import type { Amended, Delivered } from '../../../digest/index.ts';
import { isRefusal, isUnreached, reasonOf } from '../errors.ts';

/** Slack's errors after which a channel takes no posts any more. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const gone: Readonly<Record<string, string>> = {
  channel_not_found: 'the channel is no more, or the bot is not in it',
  not_in_channel: 'the bot is not in the channel',
  is_archived: 'the channel is archived',
  restricted_action: 'the bot may not write in the channel',
  restricted_action_read_only_channel: 'the bot may not write in the channel',
  restricted_action_thread_only_channel: 'only threads are written in the channel',
  restricted_action_non_threadable_channel: 'the bot may not write in the channel',
  is_inactive: 'the channel is archived',
  user_disabled: 'the reader’s account is closed',
  user_not_found: 'the reader’s account is closed',
  messages_tab_disabled: 'the bot’s private messages are switched off',
};

/** Errors after which a post cannot be changed, or answered, any more. https://docs.slack.dev/reference/methods/chat.update#errors */
const final: Readonly<Record<string, string>> = {
  message_not_found: 'the message was deleted',
  edit_window_closed: 'the workspace allows no edits any more',
  cant_update_message: 'the message is not the bot’s own',
  thread_not_found: 'the message that it answers was deleted',
  invalid_thread_ts: 'the message that it answers was deleted',
  cannot_reply_to_message: 'the message cannot be answered',
};

/** Errors that another message, or another setting, would not have. */
const refused =
  /^(?:invalid_blocks|msg_too_long|msg_blocks_too_long|no_text|invalid_metadata.*|metadata_.*|too_many_attachments|invalid_arguments|missing_scope|cannot_parse_attachment)/;

/** Errors of Slack's that pass. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const passing = /^(?:internal_error|fatal_error|service_unavailable|request_timeout|team_added_to_org)$/;

/** Errors of Slack's that say for certain that nothing was done: too much at once, or a token that is accepted no more. */
const untouched =
  /^(?:rate_?limited|message_limit_exceeded|not_authed|invalid_auth|account_inactive|token_expired|token_revoked|org_login_required)$/;

export type Failed = Exclude<Delivered, { kind: 'sent' }>;

/** What an error comes to where something was to be posted. @param quietMs so long a request may land after its sender died */
export function failed(error: unknown, quietMs: number): Failed {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'retry', afterMs: Math.max(1, error.retryAfter) * 1000, untouched: true };
  const unknown = { kind: 'retry', afterMs: quietMs } as const;
  if (!(error instanceof webApi.WebAPIPlatformError))
    return isUnreached(error) ? { ...unknown, untouched: true } : unknown;
  const reason = reasonOf(error);
  const why = gone[reason];
  if (why !== undefined) return { kind: 'gone', why };
  if (final[reason] !== undefined || refused.test(reason)) return { kind: 'refused', why: final[reason] ?? reason };
  return untouched.test(reason) ? { ...unknown, untouched: true } : unknown;
}

/** Whether the same request may well be answered later. */
export function passes(error: unknown): boolean {
  if (!(error instanceof webApi.WebAPIPlatformError)) return true;
  return passing.test(error.data.error) || untouched.test(error.data.error);
}

/** Whether an answer's own message is no more. */
export function isDeleted(error: unknown): boolean {
  return isRefusal(error, 'thread_not_found', 'invalid_thread_ts');
}

/** What an error comes to where a post was to be changed. */
export function unchanged(error: unknown, quietMs: number): Amended {
  const outcome = failed(error, quietMs);
  return outcome.kind === 'retry' ? { kind: 'retry', afterMs: outcome.afterMs } : { kind: 'closed', why: outcome.why };
}
