/** What it means for a post, or for its change, that a request failed. */
import { DiscordAPIError, RateLimitError } from 'discord.js';
import type { Delivered } from '../../../digest/index.ts';
import { code, detailsOf } from '../errors.ts';

const gone: ReadonlyMap<number | string, string> = new Map([
  [code.unknownChannel, 'the channel is no more'],
  [code.unknownGuild, 'the bot is no longer in the server'],
  [code.missingAccess, 'the bot does not see the channel'],
  [code.missingPermissions, 'the bot may not write in the channel'],
  [code.notForMessages, 'the channel takes no messages'],
  [code.noPrivateMessages, 'the reader takes no private messages'],
  [code.noPrivateMessagesYet, 'the reader takes no private messages'],
  [code.threadArchived, 'the thread is archived'],
  [code.threadLocked, 'the thread is locked'],
]);

/** Node's and undici's codes of a connection that was never there. */
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Where it is tried again, `untouched` says that Discord certainly did nothing. */
type Failed = Extract<Delivered, { kind: 'retry' }> | { readonly kind: 'gone' | 'refused'; readonly why: string };

/** What came of a failed request. @param quietMs so long a request may land after its sender died */
export function failed(error: unknown, quietMs: number): Failed {
  if (error instanceof RateLimitError)
    return { kind: 'retry', afterMs: Math.max(1, Math.ceil(error.retryAfter)), untouched: true };
  // Discord itself answered; what stands before it has no code, and a token that is accepted no more is the operator's to mend.
  if (error instanceof DiscordAPIError && error.status !== 401 && typeof error.code === 'number') {
    const why = gone.get(error.code);
    return why === undefined ? { kind: 'refused', why: JSON.stringify(detailsOf(error)) } : { kind: 'gone', why };
  }
  const isUntouched = error instanceof DiscordAPIError || unconnected.has(codeOf(error));
  return { kind: 'retry', afterMs: quietMs, ...(isUntouched && { untouched: true }) };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error ? String(error.code) : codeOf(error.cause);
}
