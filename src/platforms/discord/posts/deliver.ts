/** Posts messages to channels, and changes them. */
import { type RawFile, type REST, Routes } from 'discord.js';
import { type APIMessage, MessageReferenceType } from 'discord-api-types/v10';
import type { Amended, Delivered, Post, Sent } from '../../../digest/index.ts';
import type { Message } from '../../../message/index.ts';
import { code, isRefusal } from '../errors.ts';
import { type DiscordPayload, type RenderedDiscord, renderDiscord } from '../messages/render.ts';
import { carries, find } from './find.ts';
import { failed } from './outcome.ts';

/** What posting needs. */
export interface Posting {
  /** Does not try again by itself, and throws where a limit of the channel is reached. */
  readonly rest: REST;
  /** Waits for the turn of the next request to it. */
  readonly turn: () => Promise<void>;
  /** Waits for limits, and tries again. */
  readonly patientRest: REST;
  readonly botId: string;
  readonly mayRead: (channelId: string) => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** So many messages of a channel are looked through for a post. */
  readonly mostSearched: number;
  /** So long a request may land after its sender died. */
  readonly quietMs: number;
}

const hourMs = 3_600_000;

/** A clock may have been wrong by a day, and a request may have taken a while. */
const lookBackMs = 26 * hourMs;

/** Posts; where it was tried before, it is looked for first. */
export async function deliver(post: Post, posting: Posting): Promise<Delivered> {
  const { payload, omitted } = renderDiscord(post.message, post);
  if (omitted.length > 0) return { kind: 'refused', why: `${omitted.length} parts fit no page` };
  const before = post.firstTried === undefined ? undefined : await lookUp(post, post.firstTried, payload, posting);
  return before ?? send(post, posting);
}

async function send(post: Post, posting: Posting): Promise<Delivered> {
  const { payload, files } = renderDiscord(post.message, post);
  const reply = post.replyTo !== undefined && { message_reference: referenceTo(post.replyTo) };
  const body = { ...payload, ...reply, nonce: post.key, enforce_nonce: true };
  const request = { body, files: uploads(files) };
  await posting.turn();
  try {
    const sent = (await posting.rest.post(Routes.channelMessages(post.to.id), request)) as APIMessage;
    return { kind: 'sent', id: sent.id };
  } catch (error) {
    const plainer = withoutRefused(post, error);
    return plainer ? send(plainer, posting) : failed(error, posting.quietMs);
  }
}

/** Where the post that it answers was deleted, it stands by itself. */
function referenceTo(messageId: string) {
  return { type: MessageReferenceType.Default, message_id: messageId, fail_if_not_exists: false };
}

/** The post without what the bot may not do there, where that is what was refused: then nothing was posted. */
function withoutRefused(post: Post, error: unknown): Post | undefined {
  const { replyTo, ...rest } = post;
  if (isRefusal(error, code.noHistoryToReply) && replyTo !== undefined) return rest;
  const message = isRefusal(error, code.missingPermissions) ? withoutPictures(post.message) : undefined;
  return message && { ...post, message };
}

/** Undefined where it has none. */
function withoutPictures(message: Message): Message | undefined {
  const blocks = message.blocks.filter(({ kind }) => kind !== 'picture');
  return blocks.length < message.blocks.length ? { ...message, blocks } : undefined;
}

/** What became of an earlier try; undefined where it did not land. */
async function lookUp(
  { to, key }: Post,
  firstTried: number,
  { components }: DiscordPayload,
  posting: Posting,
): Promise<Delivered | undefined> {
  if (!carries(components, key)) return { kind: 'uncertain', why: 'a post without a button cannot be found again' };
  const { patientRest, botId, mayRead, now, mostSearched: most } = posting;
  try {
    if (!(await mayRead(to.id))) return { kind: 'uncertain', why: 'the bot may not read the channel’s history' };
    const since = Math.min(firstTried, now()) - lookBackMs;
    const found = await find(patientRest, { channelId: to.id, authorId: botId, key, since, most });
    if (found === 'too many') return { kind: 'uncertain', why: 'the channel has too many messages to look through' };
    return found && { kind: 'sent', id: found.id };
  } catch (error) {
    const outcome = failed(error, posting.quietMs);
    if (outcome.kind === 'retry') return { ...outcome, untouched: true };
    return outcome.kind === 'gone' ? outcome : { kind: 'uncertain', why: `it cannot be looked up: ${outcome.why}` };
  }
}

/** Puts another message in the place of one that was sent. */
export async function amend(sent: Sent, message: Message, posting: Posting): Promise<Amended> {
  const { payload, files, omitted } = renderDiscord(message, sent);
  if (omitted.length > 0) return { kind: 'closed', why: `${omitted.length} parts fit no page` };
  // What was pinged once is not pinged by an edit, and a picture that the page no longer shows goes.
  const body = { ...payload, attachments: payload.attachments ?? [], allowed_mentions: { parse: [] } };
  await posting.turn();
  try {
    await posting.rest.patch(Routes.channelMessage(sent.to.id, sent.id), { body, files: uploads(files) });
    return { kind: 'done' };
  } catch (error) {
    const plainer = isRefusal(error, code.missingPermissions) ? withoutPictures(message) : undefined;
    return plainer ? amend(sent, plainer, posting) : notAmended(error, posting.quietMs);
  }
}

function notAmended(error: unknown, quietMs: number): Amended {
  if (isRefusal(error, code.tooManyEdits)) return { kind: 'retry', afterMs: hourMs };
  if (isRefusal(error, code.unknownMessage)) return { kind: 'closed', why: 'the message was deleted' };
  const outcome = failed(error, quietMs);
  return outcome.kind === 'retry' ? { kind: 'retry', afterMs: outcome.afterMs } : { kind: 'closed', why: outcome.why };
}

function uploads(files: RenderedDiscord['files']): RawFile[] {
  return files.map(({ name, data }) => ({ name, data: Buffer.from(data), contentType: 'image/png' }));
}
