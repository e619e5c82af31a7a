/** Posts messages to channels, and changes them. */
import { DiscordAPIError, RateLimitError, type RawFile, type REST, Routes } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import type { Amended, Delivered, Post, Sent } from '../../digest/index.ts';
import type { Message } from '../../message/index.ts';
import { code, detailsOf, isRefusal } from './errors.ts';
import { carries, find } from './find.ts';
import { type DiscordPayload, type RenderedDiscord, renderDiscord } from './render.ts';

/** What posting needs. */
export interface Posting {
  /** Does not try again by itself, and throws where a rate limit is reached. */
  readonly rest: REST;
  readonly botId: string;
  readonly mayRead: (channelId: string) => Promise<boolean>;
}

/** Try again so much later where nothing says when: longer than a request lives. */
const quietMs = 60_000;

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

/** Posts; where it was tried before, it is looked for first. */
export async function deliver(post: Post, posting: Posting): Promise<Delivered> {
  const { payload, files, omitted } = renderDiscord(post.message, post);
  if (omitted.length > 0) return { kind: 'refused', why: `${omitted.length} parts fit no page` };
  try {
    const before = post.firstTried === undefined ? undefined : await lookUp(post, post.firstTried, payload, posting);
    if (before) return before;
    const body = { ...payload, nonce: post.key, enforce_nonce: true };
    const sent = (await posting.rest.post(Routes.channelMessages(post.to.id), {
      body,
      files: uploads(files),
    })) as APIMessage;
    return { kind: 'sent', id: sent.id };
  } catch (error) {
    return failed(error);
  }
}

/** What became of an earlier try; undefined where it did not land. */
async function lookUp(
  { to, key }: Post,
  firstTried: number,
  { components }: DiscordPayload,
  { rest, botId, mayRead }: Posting,
): Promise<Delivered | undefined> {
  if (!carries(components, key)) return { kind: 'uncertain', why: 'a post without a button cannot be found again' };
  if (!(await mayRead(to.id))) return { kind: 'uncertain', why: 'the bot may not read the channel’s history' };
  const found = await find(rest, { channelId: to.id, authorId: botId, key, since: firstTried - quietMs });
  if (found === 'too many') return { kind: 'uncertain', why: 'the channel has too many messages to look through' };
  return found && { kind: 'sent', id: found.id };
}

/** Puts another message in the place of one that was sent. */
export async function amend(sent: Sent, message: Message, posting: Posting): Promise<Amended> {
  const { payload, files, omitted } = renderDiscord(message, sent);
  if (omitted.length > 0) return { kind: 'closed', why: `${omitted.length} parts fit no page` };
  // What was pinged once is not pinged by an edit.
  const body = { ...payload, allowed_mentions: { parse: [] } };
  try {
    await posting.rest.patch(Routes.channelMessage(sent.to.id, sent.id), { body, files: uploads(files) });
    return { kind: 'done' };
  } catch (error) {
    if (isRefusal(error, code.tooManyEdits)) return { kind: 'retry', afterMs: 60 * quietMs };
    if (isRefusal(error, code.unknownMessage)) return { kind: 'closed', why: 'the message was deleted' };
    const outcome = failed(error);
    return outcome.kind === 'retry' ? outcome : { kind: 'closed', why: outcome.why };
  }
}

function uploads(files: RenderedDiscord['files']): RawFile[] {
  return files.map(({ name, data }) => ({ name, data: Buffer.from(data), contentType: 'image/png' }));
}

type Failed = Exclude<Delivered, { kind: 'sent' }>;

function failed(error: unknown): Failed {
  if (error instanceof RateLimitError) return { kind: 'retry', afterMs: Math.max(1, error.retryAfter) };
  // The network, Discord itself, or a token that is accepted no more.
  if (!(error instanceof DiscordAPIError) || error.status === 401) return { kind: 'retry', afterMs: quietMs };
  const why = gone.get(error.code);
  return why === undefined ? { kind: 'refused', why: JSON.stringify(detailsOf(error)) } : { kind: 'gone', why };
}
