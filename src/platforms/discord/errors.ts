/** Discord's errors: their codes, and what the log may say of them. */
import { DiscordAPIError } from 'discord.js';
import type { Monitor } from '../platform.ts';

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
export const code = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMember: 10007,
  unknownMessage: 10008,
  unknownInteraction: 10062,
  tooManyEdits: 30046,
  acknowledgedAlready: 40060,
  missingAccess: 50001,
  noPrivateMessages: 50007,
  notForMessages: 50008,
  missingPermissions: 50013,
  threadArchived: 50083,
  noPrivateMessagesYet: 50278,
  noHistoryToReply: 160002,
  threadLocked: 160005,
} as const;

/** Whether Discord refused with one of these codes. */
export function isRefusal(error: unknown, ...codes: readonly number[]): error is DiscordAPIError {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

/** What comes of readers and servers, and is no fault of the program. */
const expected = [
  code.unknownInteraction,
  code.acknowledgedAlready,
  code.unknownChannel,
  code.missingAccess,
  code.missingPermissions,
  code.noPrivateMessages,
  code.noPrivateMessagesYet,
  code.threadLocked,
];

/** Waits for a task, and tells the operator where it fails: as a failure only where it is one. @param what came of it then */
export async function guarded(task: Promise<unknown>, monitor: Monitor, what = 'not answered'): Promise<void> {
  try {
    await task;
  } catch (error) {
    if (isRefusal(error, ...expected)) monitor.warn(detailsOf(error), what);
    else monitor.error(detailsOf(error), what);
  }
}

/** What the log may say of a failed request: its URL holds the interaction's token, and its body the reader's words. */
export function detailsOf(error: unknown): object {
  if (error instanceof DiscordAPIError) return { code: error.code, status: error.status, reason: error.message };
  return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
